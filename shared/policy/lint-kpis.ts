import { type Counted, givenSides, type Kpi } from "./kpi.ts";
import { lintCondition } from "./lint-facts.ts";
import { ENGINE_EVENTS } from "./lint-workflow.ts";
import type { Policy } from "./policy.ts";
import { type Declared, type Problem, problem, undeclared } from "./problem.ts";

const lintSide = (policy: Policy, path: string, side: Counted | undefined, events: ReadonlySet<string>) =>
  side === undefined || side.of === "given"
    ? []
    : [
        ...lintCondition(policy, `${path}.when`, side.when),
        ...(side.of === "event" ? undeclared("event", events, [[`${path}.event`, side.event]]) : []),
      ];

/** What a formula needs beside itself: clocks to read, a unit that fits what it gives, a period that cases fall into. */
const misfits = ({ formula, clocks, unit, period }: Kpi, path: string): readonly Problem[] => {
  if (formula === undefined) return [];
  const surveyed = formula.is === "response-rate" || formula.is === "satisfied-share";
  const plain = formula.is === "hours" || (formula.is === "cases" && formula.denominator === undefined);
  const says = [
    formula.is === "clocks" && clocks.length === 0 ? "It counts clocks and names none in `clocks`." : undefined,
    plain && unit === "percent" ? "It gives a plain figure and no share: its unit is `count`." : undefined,
    !plain && unit === "count" ? "It gives a share: its unit is `percent`." : undefined,
    !surveyed && period === "survey"
      ? "Cases and duties fall into days, weeks, months and years, not into surveys."
      : undefined,
  ];
  return says.flatMap((one) => (one === undefined ? [] : [problem(`${path}.formula`, "kpi-misfit", one)]));
};

/** Somebody declared writes down what nothing counts, and nobody what is counted. */
const lintBringers = (kpi: Kpi, path: string, { roles }: Declared): readonly Problem[] => {
  const given = givenSides(kpi).length > 0;
  const named = kpi.broughtBy.length > 0;
  return [
    ...undeclared(
      "role",
      roles,
      kpi.broughtBy.map((role, n) => [`${path}.broughtBy[${n}]`, role]),
    ),
    ...(given && !named
      ? [problem(`${path}.broughtBy`, "kpi-misfit", "Nothing counts it, and nobody is named who writes it down.")]
      : []),
    ...(named && !given ? [problem(`${path}.broughtBy`, "kpi-misfit", "It is counted: nobody writes it down.")] : []),
  ];
};

/** How the figures of a policy are made (3.6). */
export const lintKpis = (policy: Policy, declared: Declared): readonly Problem[] => {
  const events = new Set([...declared.events, ...ENGINE_EVENTS, "received"]);
  return policy.kpis.flatMap((kpi, at) => {
    const path = `kpis[${at}]`;
    const { formula } = kpi;
    return [
      ...misfits(kpi, path),
      ...lintBringers(kpi, path, declared),
      ...(formula?.is === "cases"
        ? [
            ...lintSide(policy, `${path}.formula.numerator`, formula.numerator, events),
            ...lintSide(policy, `${path}.formula.denominator`, formula.denominator, events),
          ]
        : []),
      ...(formula?.is === "duties"
        ? undeclared(
            "schedule",
            declared.schedules,
            formula.schedules.map((schedule, n) => [`${path}.formula.schedules[${n}]`, schedule]),
          )
        : []),
      ...(formula?.is === "hours" || formula?.is === "fall-of-hours"
        ? undeclared("event", events, [
            [`${path}.formula.from`, formula.from],
            [`${path}.formula.to`, formula.to],
          ])
        : []),
    ];
  });
};
