import { lintBands } from "./lint-bands.ts";
import { lintCondition, lintFacts } from "./lint-facts.ts";
import { ENGINE_EVENTS } from "./lint-workflow.ts";
import { fieldOf, type Policy } from "./policy.ts";
import { type Declared, type Problem, problem, undeclared } from "./problem.ts";
import { STAFF_ONLY } from "./workflow.ts";

/** Each clock by itself: its figure, its events and its facts. */
export const lintClocks = (policy: Policy, { facts, events }: Declared): readonly Problem[] =>
  policy.clocks.flatMap((clock, at) => {
    const path = `clocks[${at}]`;
    const { id, within, bands, grade } = clock;
    const kinds = [...(within === undefined ? [] : [within]), ...(bands?.of ?? []).map((band) => band.within)];
    const unrolled = kinds.find(({ kind }) => kind === "hours" || kind === "sameDay" || kind === "workingDays");
    return [
      ...(within === undefined && bands === undefined
        ? [problem(path, "clock-no-figure", `The ${grade} clock "${id}" has no figure: say \`within\` or \`bands\`.`)]
        : []),
      ...(within !== undefined && bands !== undefined
        ? [problem(path, "clock-two-figures", `Clock "${id}" has both \`within\` and \`bands\`; only one can hold.`)]
        : []),
      ...(unrolled !== undefined && clock.roll !== undefined && clock.roll !== "none"
        ? [
            problem(
              `${path}.roll`,
              "roll-without-day",
              `Clock "${id}" counts ${unrolled.kind}, which are never rolled.`,
            ),
          ]
        : []),
      ...undeclared("event", events, [
        [`${path}.start`, clock.start],
        [`${path}.stop`, clock.stop],
      ]),
      ...lintCondition(policy, `${path}.when`, clock.when),
      ...(bands === undefined ? [] : undeclared("fact", facts, [[`${path}.bands.fact`, bands.fact]])),
      ...lintBands(path, clock, bands && fieldOf(policy, bands.fact)),
      ...clock.examples.flatMap((example, nth) => lintFacts(policy, `${path}.examples[${nth}].facts`, example.facts)),
    ];
  });

/** What refers to clocks: extensions, mail and KPIs. */
export const lintDuties = (policy: Policy, { roles, events, clocks }: Declared): readonly Problem[] => [
  ...policy.extensions.flatMap(({ clock, approver, requestedBy }, at) => [
    ...undeclared("clock", clocks, [[`extensions[${at}].clock`, clock]]),
    ...undeclared("role", roles, [
      [`extensions[${at}].approver`, approver],
      ...requestedBy.map((role, nth) => [`extensions[${at}].requestedBy[${nth}]`, role] as const),
    ]),
  ]),
  ...policy.notifications.flatMap(({ on, clocks: about, to, template }, at) => [
    ...(STAFF_ONLY.has(template) && to.includes("reporter")
      ? [
          problem(
            `notifications[${at}].to`,
            "letter-for-staff",
            `The letter "${template}" speaks of the house's own affairs and cannot go to the reporter.`,
          ),
        ]
      : []),
    ...undeclared("event", new Set([...events, ...ENGINE_EVENTS]), [[`notifications[${at}].on`, on]]),
    ...undeclared(
      "clock",
      clocks,
      (about ?? []).map((clock, nth) => [`notifications[${at}].clocks[${nth}]`, clock]),
    ),
    ...undeclared(
      "role",
      new Set(["reporter", ...roles]),
      to.map((role, nth) => [`notifications[${at}].to[${nth}]`, role]),
    ),
  ]),
  ...policy.kpis.flatMap(({ id, clocks: about }, at) => [
    ...undeclared(
      "clock",
      clocks,
      about.map((clock, nth) => [`kpis[${at}].clocks[${nth}]`, clock]),
    ),
    ...about.flatMap((clock, nth) =>
      policy.clocks.some((one) => one.id === clock && one.grade === "advisory")
        ? [
            problem(
              `kpis[${at}].clocks[${nth}]`,
              "kpi-of-advisory",
              `KPI "${id}" counts "${clock}", which is advisory.`,
            ),
          ]
        : [],
    ),
  ]),
];
