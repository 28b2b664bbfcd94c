import fc from "fast-check";
import { expect, test } from "vitest";
import type { Command } from "../../../shared/case/decide.ts";
import { HOUR, type Instant, plusMs } from "../../../shared/kernel/instant.ts";
import type { Policy } from "../../../shared/policy/policy.ts";
import { arrivalStory, dts } from "../../fixtures/arrivals.ts";
import { type Story, sh, staff, step } from "../../fixtures/cases.ts";

const received = sh("2026-02-14 18:00");
const head = staff("afterSalesHead");
const everybody = staff("afterSales", "afterSalesHead", "serviceCentre");

/** The clock may be extended as well here, so that excuses meet dues that have moved. */
const both: Policy = {
  ...dts,
  extensions: [
    {
      clock: "arrival",
      rules: ["DTS-14"],
      requestedBy: ["afterSales"],
      approver: "afterSalesHead",
      reason: "required",
    },
  ],
};

const act = fc.record({
  hours: fc.integer({ min: 0, max: 20 }),
  what: fc.oneof(
    fc.constant("wake" as const),
    fc
      .record({ reason: fc.constantFrom("FESTIVAL", "OTHER", "RAIN"), day: fc.integer({ min: 14, max: 28 }) })
      .map(
        ({ reason, day }): Command => ({ do: "recordException", clock: "arrival", reason, promised: `2026-02-${day}` }),
      ),
    fc
      .record({ n: fc.integer({ min: 1, max: 3 }), approve: fc.boolean() })
      .map(({ n, approve }): Command => ({ do: "decideException", exception: `arrival-${n}`, approve })),
    fc
      .integer({ min: 14, max: 28 })
      .map((day): Command => ({ do: "requestExtension", clock: "arrival", newDue: `2026-02-${day}`, reason: "x" })),
    fc
      .record({ n: fc.integer({ min: 1, max: 3 }), approve: fc.boolean() })
      .map(({ n, approve }): Command => ({ do: "decideExtension", extension: `arrival-${n}`, approve })),
    fc.constant<Command>(step("dispatch", { sentStaff: "x", qualified: "yes" })),
    fc.constant<Command>(step("arrive")),
  ),
});
const acts = fc.array(act, { maxLength: 16 });

/** Plays the acts, and looks at both clocks as each of them ends. */
const play = (all: readonly { hours: number; what: Command | "wake" }[], look: (told: Story, at: Instant) => void) => {
  const told = arrivalStory(received, 650, both);
  let at = received;
  for (const { hours, what } of all) {
    at = plusMs(at, hours * HOUR);
    look(told, at);
    if (what === "wake") told.wake(at);
    else told.ask(at, what.do === "decideExtension" ? head : everybody, what);
    look(told, at);
  }
  return { told, at };
};
const LATER = sh("2026-06-01 00:00");
const readAt = (told: Story, id: string, at: Instant) =>
  id === "arrival" || "arrivalExcused" in told.current().happened ? told.clock(id, at) : undefined;

test("nothing turns a clock that was breached into one that was kept or excused, whenever it is looked at (A-17)", () => {
  fc.assert(
    fc.property(acts, (all) => {
      const missed = new Map<string, Instant>();
      const check = (told: Story, at: Instant): void => {
        for (const id of ["arrival", "promised-arrival"]) {
          const reading = readAt(told, id, at);
          const first = missed.get(id) ?? reading?.missed;
          if (first === undefined) continue;
          missed.set(id, first);
          expect(reading).toMatchObject({ missed: first, onTime: false });
          expect(reading?.state).toMatch(/^BREACHED/);
        }
      };
      const { told } = play(all, check);
      check(told, LATER);
    }),
    { numRuns: 300 },
  );
});

test("a clock is excused exactly when its first approval came before any due had passed, and stays so", () => {
  fc.assert(
    fc.property(acts, (all) => {
      let wanted: boolean | undefined;
      let was = false;
      play(all, (told, at) => {
        const approved = told.current().exceptions.find(({ decision }) => decision?.approved);
        const { state, missed, excused } = told.clock("arrival", at);
        if (approved !== undefined) wanted ??= missed === undefined;
        expect({ excused: state === "EXCUSED", late: excused?.late }).toEqual({
          excused: wanted ?? false,
          late: wanted === undefined ? undefined : !wanted,
        });
        expect(was && state !== "EXCUSED").toBe(false);
        was = state === "EXCUSED";
      });
    }),
    { numRuns: 300 },
  );
});

test("what is owed is owed once, excused or not", () => {
  fc.assert(
    fc.property(acts, fc.integer({ min: 0, max: 400 }), (all, hours) => {
      const { told, at } = play(all, () => undefined);
      const then = plusMs(at, hours * HOUR);
      told.wake(then);
      expect(told.wake(then)).toEqual([]);
      for (const event of told.timeline()) {
        if (event.type !== "breached" && event.type !== "reminded") continue;
        const { excused } = told.clock("arrival", LATER);
        if (event.clock === "arrival" && excused?.late === false) {
          expect(event.type).toBe("reminded");
          expect(event.at <= excused.at).toBe(true);
        }
      }
    }),
    { numRuns: 200 },
  );
});
