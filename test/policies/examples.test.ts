import { describe, expect, test } from "vitest";
import { readWritten, written } from "../../infra/policy/files.ts";
import { calendarOf } from "../../shared/calendar/known.ts";
import { runExamples } from "../../shared/policy/examples.ts";
import { isError } from "../../shared/policy/problem.ts";

/** One runner for every example of every regulation; a name says policy, construct and why. */
for (const id of written()) {
  const { policy, problems } = readWritten(id);

  describe(id, () => {
    test("holds", () => {
      expect(problems.filter(isError)).toEqual([]);
    });

    const calendar = policy && calendarOf(policy.calendar.holidays);
    const examples = policy && calendar ? runExamples(policy, calendar) : [];

    test.each(examples)("$construct: $why", ({ passes, says }) => {
      expect(says).toBe("");
      expect(passes).toBe(true);
    });

    test("every clock, evidence rule and KPI has an example", () => {
      const constructs = [
        ...(policy?.clocks ?? []).map((one) => `clock ${one.id}`),
        ...(policy?.evidence ?? []).map((one) => `evidence ${one.id}`),
        ...(policy?.kpis ?? []).map((one) => `kpi ${one.id}`),
      ];
      expect(constructs.filter((name) => !examples.some(({ construct }) => construct === name))).toEqual([]);
    });
  });
}
