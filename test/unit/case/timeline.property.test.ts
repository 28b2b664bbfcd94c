import fc from "fast-check";
import { expect, test } from "vitest";
import type { Command } from "../../../shared/case/decide.ts";
import type { CaseEvent } from "../../../shared/case/event.ts";
import { HOUR, plusMs } from "../../../shared/kernel/instant.ts";
import { complaint, photo, reporter, type Story, sh, staff, step, story } from "../../fixtures/cases.ts";

const director = staff("operationsDirector");
const everybody = staff("afterSales", "afterSalesManager", "operationsDirector");

const command = fc.oneof(
  fc
    .constantFrom(
      "accept",
      "classify",
      "set-liability",
      "record-liability",
      "reply-plan",
      "mark-executed",
      "close",
      "fly",
    )
    .map((id): Command => step(id, ANSWERS[id] ?? {})),
  fc.string({ maxLength: 20 }).map((text): Command => ({ do: "note", text })),
  fc
    .record({ clock: fc.constantFrom("plan", "execution"), day: fc.integer({ min: 10, max: 31 }) })
    .map(({ clock, day }): Command => ({ do: "requestExtension", clock, newDue: `2026-03-${day}`, reason: "x" })),
  fc
    .record({ clock: fc.constantFrom("plan", "execution"), n: fc.integer({ min: 1, max: 3 }), approve: fc.boolean() })
    .map(({ clock, n, approve }): Command => ({ do: "decideExtension", extension: `${clock}-${n}`, approve })),
);
const ANSWERS: Readonly<Record<string, Record<string, unknown>>> = {
  classify: { category: "2-4", productLine: "pipe" },
  "set-liability": { liability: "customer", liabilityReason: "x" },
  "record-liability": { liability: "sales", liabilityReason: "x" },
  "reply-plan": { plan: "x" },
};

const act = fc.record({
  hours: fc.integer({ min: 0, max: 30 }),
  what: fc.oneof({ weight: 4, arbitrary: command }, fc.constant("wake" as const), fc.integer({ min: 1, max: 6 })),
});

/** The same case, told a second time by the dullest means there are: one loop, no reducer, no policy but the names. */
const retold = (timeline: readonly CaseEvent[]) => {
  let state = "RECEIVED";
  const facts: Record<string, unknown> = {};
  const first = new Map<string, string>();
  const pending = new Set<string>();
  const decided: string[] = [];
  for (const event of timeline) {
    if (event.type === "received") Object.assign(facts, event.answers);
    if (event.type === "step" && event.to !== undefined) state = event.to;
    if (event.type === "step" && event.step === "classify") {
      facts.category = event.answers.category;
      facts.productLine = event.answers.productLine;
    }
    const name = event.type === "received" ? "received" : event.type === "step" ? event.event : undefined;
    if (name !== undefined && !first.has(name)) first.set(name, event.at);
    if (event.type === "extensionRequested") pending.add(event.extension);
    if (event.type === "extensionDecided" && pending.delete(event.extension))
      decided.push(`${event.extension} ${event.approved}`);
  }
  const photos = timeline.flatMap((event) => (event.type === "photoKept" ? [event.photo.id] : []));
  return { state, facts, happened: Object.fromEntries(first), pending: [...pending], decided, photos };
};

const play = (
  acts: readonly { hours: number; what: Command | "wake" | number }[],
): { told: Story; accepted: CaseEvent[] } => {
  const told = story(sh("2026-03-10 09:30"), complaint());
  const accepted: CaseEvent[] = [...told.timeline()];
  let at = sh("2026-03-10 09:30");
  for (const { hours, what } of acts) {
    at = plusMs(at, hours * HOUR);
    if (what === "wake") accepted.push(...told.wake(at));
    else if (typeof what === "number") {
      const event: CaseEvent = {
        type: "photoKept",
        at,
        by: reporter,
        photo: photo(accepted.length * 10 + what, 1 + (what % 2)),
      };
      told.add(event);
      accepted.push(event);
    } else {
      const decision = told.ask(at, what.do === "decideExtension" ? director : everybody, what);
      if (decision.ok) accepted.push(...decision.value);
    }
  }
  return { told, accepted };
};

test("the timeline holds everything that was accepted, in its order, and the case says what an independent telling says", () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 25 }), (acts) => {
      const { told, accepted } = play(acts);
      const { timeline, state, facts, happened, extensions, photos } = told.current();
      expect(timeline).toEqual(accepted);
      expect({
        state,
        facts,
        happened,
        pending: extensions.filter((one) => one.decision === undefined).map(({ id }) => id),
        decided: extensions
          .flatMap(({ id, decision }) => (decision === undefined ? [] : [`${id} ${decision.approved}`]))
          .toSorted(),
        photos: photos.map(({ id }) => id),
      }).toEqual({ ...retold(accepted), decided: retold(accepted).decided.toSorted() });
    }),
    { numRuns: 150 },
  );
});

test("whatever has happened, what is owed is owed once: asked again at that moment there is nothing", () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 25 }), fc.integer({ min: 0, max: 600 }), (acts, hours) => {
      const { told } = play(acts);
      const at = plusMs(told.timeline().at(-1)?.at ?? sh("2026-03-10 09:30"), hours * HOUR);
      told.wake(at);
      expect(told.wake(at)).toEqual([]);
    }),
    { numRuns: 150 },
  );
});

test("a breach that was once read is never read away again, whatever is done afterwards (A-08)", () => {
  fc.assert(
    fc.property(fc.array(act, { minLength: 2, maxLength: 25 }), fc.nat(), (acts, cut) => {
      const early = play(acts.slice(0, cut % acts.length)).told;
      const at = early.timeline().at(-1)?.at ?? sh("2026-03-10 09:30");
      const missed = ["plan", "execution"].filter(
        (id) =>
          early.current().happened[id === "plan" ? "received" : "planReplied"] !== undefined &&
          early.clock(id, at).missed !== undefined,
      );
      const all = play(acts).told;
      const end = plusMs(sh("2026-03-10 09:30"), 2000 * HOUR);
      for (const id of missed) expect(all.clock(id, end).onTime).toBe(false);
    }),
    { numRuns: 150 },
  );
});
