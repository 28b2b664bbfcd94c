import type { Calendar } from "../calendar/calendar.ts";
import { calendarIds, calendarOf } from "../calendar/known.ts";
import { isZone } from "../calendar/zone.ts";
import { declaredIn } from "./declared.ts";
import { runExamples } from "./examples.ts";
import { lintAccess } from "./lint-access.ts";
import { lintAssumptions } from "./lint-assumptions.ts";
import { lintAuthority } from "./lint-authority.ts";
import { lintClaims } from "./lint-claims.ts";
import { lintClocks } from "./lint-clocks.ts";
import { lintCustomer } from "./lint-customer.ts";
import { lintDigests } from "./lint-digests.ts";
import { lintDuties } from "./lint-duties.ts";
import { lintEvents } from "./lint-events.ts";
import { codes } from "./lint-facts.ts";
import { lintFollowUp } from "./lint-follow-up.ts";
import { lintEvidence, lintIntake } from "./lint-intake.ts";
import { lintKpis } from "./lint-kpis.ts";
import { lintLiability } from "./lint-liability.ts";
import { lintRecords } from "./lint-records.ts";
import { lintReturns } from "./lint-returns.ts";
import { lintRules } from "./lint-rules.ts";
import { lintSchedules } from "./lint-schedules.ts";
import { lintWorkflow } from "./lint-workflow.ts";
import { NAMED_LISTS } from "./named-lists.ts";
import { factFields, type Policy } from "./policy.ts";
import { ids, isError, known, type Problem, problem, twice } from "./problem.ts";

const lintIds = (policy: Policy): readonly Problem[] => [
  ...twice("role", "roles", ids(policy.roles)),
  ...twice("party", "parties", ids(policy.parties)),
  ...twice("event", "events", ids(policy.events)),
  ...twice("fact", "facts", ids(factFields(policy))),
  ...twice("damage field", "intake.damages.fields", ids(policy.intake?.damages?.fields ?? [])),
  ...twice("category", "categories", [...codes(policy.categories)]),
  ...twice("evidence rule", "evidence", ids(policy.evidence)),
  ...twice("clock", "clocks", ids(policy.clocks)),
  ...twice(
    "extension",
    "extensions",
    policy.extensions.map(({ clock }) => clock),
  ),
  ...twice(
    "exception",
    "exceptions",
    policy.exceptions.map(({ clock }) => clock),
  ),
  ...twice("KPI", "kpis", ids(policy.kpis)),
  ...Object.entries(NAMED_LISTS).flatMap(([path, what]) =>
    twice(what, path, ids(policy[path as keyof typeof NAMED_LISTS])),
  ), // the keys of that list
  ...twice(
    "assumption",
    "assumptions",
    policy.assumptions.map(({ key }) => key),
  ),
];

/**
 * Everything that crosses the sections of a policy file and that its schema cannot say (3.1); then, when the file makes
 * sense, its worked examples. No errors means that the policy may be published.
 */
export const lint = (
  policy: Policy,
  calendars: (id: string) => Calendar | undefined = calendarOf,
): readonly Problem[] => {
  const declared = declaredIn(policy);
  const { holidays, timeZone } = policy.calendar;
  const calendar = calendars(holidays);
  const found = [
    ...(calendar === undefined
      ? [
          problem(
            "calendar.holidays",
            "unknown-calendar",
            `No calendar "${holidays}" is known; there is ${known(calendarIds())}.`,
          ),
        ]
      : []),
    ...(isZone(timeZone) ? [] : [problem("calendar.timeZone", "unknown-zone", `"${timeZone}" is no time zone.`)]),
    ...lintIds(policy),
    ...lintIntake(policy, declared),
    ...lintWorkflow(policy),
    ...lintAccess(policy),
    ...lintEvidence(policy, declared),
    ...lintEvents(policy, declared),
    ...lintClocks(policy, declared),
    ...lintDuties(policy, declared),
    ...lintKpis(policy, declared),
    ...lintDigests(policy, declared),
    ...lintSchedules(policy, declared, calendar),
    ...lintAuthority(policy, declared),
    ...lintLiability(policy, declared),
    ...lintClaims(policy, declared),
    ...lintReturns(policy, declared),
    ...lintFollowUp(policy, declared),
    ...lintRecords(policy, declared),
    ...lintCustomer(policy),
    ...lintAssumptions(policy),
    ...lintRules(policy),
  ];
  // An example can only be run once nothing in the file contradicts it.
  if (calendar === undefined || found.some((one) => isError(one) && one.code !== "rule-missing")) return found;
  const failing = runExamples(policy, calendar).filter(({ passes }) => !passes);
  return [
    ...found,
    ...failing.map(({ path, construct, why, says }) =>
      problem(path, "example-fails", `The example "${why}" of ${construct} does not come out: ${says}.`),
    ),
  ];
};
