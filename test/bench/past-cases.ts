import { publishedPolicy } from "../../infra/policy/published.ts";
import { calendarOf } from "../../shared/calendar/known.ts";
import type { Actor } from "../../shared/case/actor.ts";
import type { Rulebook } from "../../shared/case/clocks.ts";
import type { CaseEvent } from "../../shared/case/event.ts";
import type { PastCase } from "../../shared/case/replay.ts";
import { fromMs, HOUR, Instant, toMs } from "../../shared/kernel/instant.ts";
import { Policy } from "../../shared/policy/policy.ts";

const FIRST = toMs(Instant.parse("2025-01-02T01:00:00.000Z"));
/** A case about every fifty minutes, so that ten thousand are a year. */
const APART = (50 * HOUR) / 60;

const reporter: Actor = { kind: "reporter" };
const clerk: Actor = { kind: "staff", sub: "clerk", name: "clerk", roles: ["afterSales"] };
const director: Actor = { kind: "staff", sub: "director", name: "director", roles: ["operationsDirector"] };

/** The door factory's regulation, with another length of its plan clock where one is given. */
export const doorFactory = (plan?: string): Rulebook => {
  const published = publishedPolicy("door-factory-after-sales");
  const calendar = calendarOf("CN");
  if (published === undefined || calendar === undefined) throw new Error("the door factory ships, and so does CN");
  const source = structuredClone(published.source) as { clocks: { id: string; within?: string }[] }; // the compiled file's own shape
  for (const clock of source.clocks) if (clock.id === "plan" && plan !== undefined) clock.within = plan;
  return { policy: Policy.parse(source, { jitless: true }), calendar };
};

/** Received, planned after one to nine days, some after an extension, carried out and closed. */
const timelineOf = (n: number): readonly CaseEvent[] => {
  const start = FIRST + n * APART;
  const at = (hours: number): Instant => fromMs(start + hours * HOUR);
  const days = 1 + (n % 9);
  const step = (name: string, event: string, hours: number, to: string): CaseEvent => ({
    type: "step",
    at: at(hours),
    by: clerk,
    step: name,
    event,
    to,
    answers: {},
  });
  const extension = `plan-${n}`;
  const asked: readonly CaseEvent[] =
    n % 7 === 0
      ? [
          {
            type: "extensionRequested",
            at: at(20),
            by: clerk,
            extension,
            clock: "plan",
            newDue: at(200),
            reason: "a mould is repaired",
          },
          { type: "extensionDecided", at: at(22), by: director, extension, clock: "plan", approved: true },
        ]
      : [];
  return [
    {
      type: "received",
      at: at(0),
      by: reporter,
      number: `2025-01-${n}`,
      locale: "zh-CN",
      contact: { name: "bench", email: "bench@dealer.example" },
      answers: {
        dealerName: "East Gate Dealer",
        orderNo: `SO-${n}`,
        productLine: "gate",
        category: n % 2 === 0 ? "1-2-1" : "1-1-4",
        description: "bent in transit",
      },
      damages: [],
    },
    step("accept", "accepted", 2, "ACCEPTED"),
    ...asked,
    step("reply-plan", "planReplied", days * 24, "PLAN_REPLIED"),
    step("mark-executed", "executed", (days + 1 + (n % 6)) * 24, "DONE"),
    step("close", "closed", (days + 9) * 24, "CLOSED"),
  ];
};

/** So many closed cases of a year, in memory. */
export const pastCases = (count: number): readonly PastCase[] => {
  const rulebook = doorFactory();
  return Array.from({ length: count }, (_, n) => ({ rulebook, timeline: timelineOf(n) }));
};
