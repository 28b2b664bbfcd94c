import { afterEach, beforeAll, expect, test } from "vitest";
import { FileReply } from "../../shared/api/bodies.ts";
import type { CaseView } from "../../shared/api/case-view.ts";
import { complaint } from "../fixtures/cases.ts";
import { photo as bytesOf, DAMAGE } from "../fixtures/photos/photos.ts";
import { type Answer, must } from "../stack/call.ts";
import { upload } from "../stack/customer.ts";
import { officeTime } from "../stack/moments.ts";
import { openTest, type TestStack } from "../stack/stack.ts";

/** A case from its receipt to its closing, where every function misbehaves all the way: the same case, the same mails. */
let demo: TestStack | undefined;
afterEach(() => demo?.close());

type Life = { readonly view: CaseView; readonly mails: readonly string[]; readonly items: number };

/** What a caller does who hears nothing: asks again, with the same key. */
const insist = async (send: () => Promise<Answer>): Promise<Answer> => {
  let answer = await send();
  for (let tries = 5; answer.status >= 500 && tries > 0; tries -= 1) answer = await send();
  return answer;
};

const live = async (fault?: Record<string, unknown>): Promise<Life> => {
  const test = await openTest({ at: "2026-03-10T09:30+08:00" });
  demo = test;
  /** Faults that are used up come back before every step. */
  const misbehave = async () => {
    if (fault !== undefined) must(await test.ask("PUT", "/_local/faults", { body: { function: "*", ...fault } }), 200);
  };
  await misbehave();
  const damages = [1, 2].map((n) => ({ place: `place ${n}`, packaging: "damaged" }));
  const filed = FileReply.parse(
    must(await insist(() => test.tryFile(complaint({ damages }), { key: "life" })), 201).body,
  );
  await misbehave();
  await test.pass("1 hour"); // the letter that asks for photos
  must(await test.ask("DELETE", "/_local/faults"), 200);
  const tickets: Awaited<ReturnType<typeof test.ticket>>[] = [];
  for (const name of DAMAGE) {
    tickets.push(await test.ticket(filed, (tickets.length % 2) + 1, "image/jpeg", bytesOf(name).length));
  }
  await misbehave();
  await Promise.all(DAMAGE.map((name, n) => upload(tickets[n] ?? expect.unreachable("a ticket each"), bytesOf(name))));
  await test.settled();

  const [clerk, director] = [test.as("clerk"), test.as("director")];
  const command = async (who: typeof clerk, path: string, body: unknown = {}) => {
    await misbehave();
    const headers = { "idempotency-key": path };
    must(await insist(() => who.post(`/cases/${filed.caseId}/${path}`, body, headers)), 200);
  };
  await command(clerk, "steps/accept");
  await command(clerk, "steps/set-liability", { liability: "logistics", liabilityReason: "signed for as damaged" });
  await command(clerk, "extensions", { clock: "plan", newDue: "2026-03-18", reason: "parts" });
  await test.until("2026-03-11T10:00+08:00");
  await command(director, "extensions/plan-1/decision", { approve: true });
  await misbehave();
  await test.until("2026-03-18T10:00+08:00"); // past its reminder
  await command(clerk, "steps/reply-plan", { plan: "a new leaf" });
  await misbehave();
  await test.until("2026-03-24T10:00+08:00"); // past its reminder and its breach
  await command(clerk, "steps/mark-executed", { result: "fitted" });
  await command(clerk, "steps/close");
  await misbehave();
  await test.until("2026-03-30T10:00+08:00");
  must(await test.ask("DELETE", "/_local/faults"), 200);
  const mails = (await test.mails()).map(({ at, to, subject }) => `${officeTime(at).slice(0, 10)} ${to[0]} ${subject}`);
  return { view: await clerk.see(filed), mails: mails.sort(), items: (await test.items()).length };
};

const told = ({ timeline, deadlines, evidence, state, extensions }: CaseView) => ({
  // photos that are sent at once arrive in any order
  timeline: timeline.map(({ at, what, who, detail }) => [at.slice(0, 10), what, who, ...detail].join(" | ")).sort(),
  clocks: deadlines.map(({ clock, state: is, due, onTime }) => ({ clock, is, due, onTime })),
  evidence,
  state,
  extensions: extensions.length,
});

let plain: Life;
beforeAll(async () => {
  plain = await live();
  await demo?.close();
  demo = undefined;
});

test("with nothing wrong it is told, reminded, breached and closed as the regulation says", () => {
  const { clocks, state } = told(plain.view);
  expect(state.id).toBe("CLOSED");
  expect(clocks.map(({ clock, is, onTime }) => [clock, is, onTime])).toEqual([
    ["plan", "MET", true],
    ["execution", "BREACHED", false],
  ]);
  expect(new Set(plain.mails).size).toBe(plain.mails.length);
  expect(plain.mails).toHaveLength(14);
});

test.each([
  ["every function runs twice for each event", { twice: true }],
  ["each is killed after its work, before anybody hears", { kill: "after", times: 2 }],
  ["each is killed before it begins", { kill: "before", times: 2 }],
])("%s", async (_why, fault) => {
  const life = await live(fault);
  expect(told(life.view)).toEqual(told(plain.view));
  expect(life.mails).toEqual(plain.mails);
  expect(life.items).toBe(plain.items);
});
