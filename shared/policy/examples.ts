import type { Calendar } from "../calendar/calendar.ts";
import { civilDate, withOffset } from "../calendar/zone.ts";
import type { Instant } from "../kernel/instant.ts";
import type { Clock } from "./clock.ts";
import { type Due, dueWith, type Paused } from "./due.ts";
import { type Differences, differs, type ExampleRun, run } from "./example-run.ts";
import { digestExamples } from "./examples-digest.ts";
import { furtherExamples } from "./examples-further.ts";
import { scheduleExamples } from "./examples-schedule.ts";
import { holds } from "./holds.ts";
import type { EvidenceRule } from "./intake.ts";
import type { Kpi } from "./kpi.ts";
import type { Policy } from "./policy.ts";
import { verdict } from "./verdict.ts";

const clockDiffers = (policy: Policy, due: Due | Paused, example: Clock["examples"][number]): Differences => {
  if (due.applies === "unknown") return [`the facts leave open ${due.missingFacts.join(" and ")}`];
  if (!due.applies) return differs("the clock", example.applies ?? true, false);
  if (example.applies === false) return ["the clock applies"];
  if (due.state === "PAUSED") return ["it stands still"];
  if (due.state === "CALENDAR_MISSING")
    return differs("the missing calendar", example.calendarMissing ?? null, due.year);
  if (example.calendarMissing !== undefined) return [`the calendar of ${example.calendarMissing} is not needed`];
  const zone = policy.calendar.timeZone;
  const shown = (at: Instant | undefined): string | undefined => (at === undefined ? undefined : withOffset(at, zone));
  const reminded = due.firstReminder === undefined ? null : civilDate(due.firstReminder, zone);
  return [
    ...differs("nominalDue", shown(example.nominalDue), shown(due.nominalDue)),
    ...differs("effectiveDue", shown(example.effectiveDue), shown(due.effectiveDue)),
    ...differs("firstReminder", example.firstReminder, reminded),
  ];
};

/** How many more distinct photos each damage needs (D-04); for a rule per case one figure for all together. */
const missingPhotos = (
  { per, atLeast }: Pick<EvidenceRule, "per" | "atLeast">,
  photos: readonly (readonly string[])[],
): readonly number[] =>
  (per === "case" ? [photos.flat()] : photos).map((some) => Math.max(0, atLeast - new Set(some).size));

const evidenceDiffers = (
  policy: Policy,
  rule: EvidenceRule,
  example: EvidenceRule["examples"][number],
): Differences => {
  const asked = holds(policy, rule.when, example.facts);
  if (asked.is === "unknown") return [`the facts leave open ${asked.missingFacts.join(" and ")}`];
  const missing = asked.is ? missingPhotos(rule, example.photos) : example.photos.map(() => 0);
  const complete = missing.every((n) => n === 0);
  return [
    ...differs("complete", example.complete, complete),
    ...differs("missing", example.missing?.join(", "), missing.join(", ")),
  ];
};

const kpiDiffers = (kpi: Kpi, example: Kpi["examples"][number]): Differences => {
  const { met, shown } = verdict(kpi, example);
  return [...differs("met", example.met, met), ...differs("shown", example.shown, shown)];
};

/** Runs every worked example of a policy. */
export const runExamples = (policy: Policy, calendar: Calendar): readonly ExampleRun[] => [
  ...policy.clocks.flatMap((clock, at) =>
    clock.examples.map((example, nth) => {
      const { from, facts } = example;
      const pauses = example.pauses.map((pause) => ({ ...pause, why: clock.title }));
      const due = dueWith(policy, clock, { from, facts, calendar, pauses });
      const path = `clocks[${at}].examples[${nth}]`;
      return run(path, `clock ${clock.id}`, example.why, clockDiffers(policy, due, example));
    }),
  ),
  ...policy.evidence.flatMap((rule, at) =>
    rule.examples.map((example, nth) =>
      run(
        `evidence[${at}].examples[${nth}]`,
        `evidence ${rule.id}`,
        example.why,
        evidenceDiffers(policy, rule, example),
      ),
    ),
  ),
  ...policy.kpis.flatMap((kpi, at) =>
    kpi.examples.map((example, nth) =>
      run(`kpis[${at}].examples[${nth}]`, `kpi ${kpi.id}`, example.why, kpiDiffers(kpi, example)),
    ),
  ),
  ...scheduleExamples(policy, calendar),
  ...digestExamples(policy, calendar),
  ...furtherExamples(policy),
];
