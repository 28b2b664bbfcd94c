import { calendarOf } from "../calendar/known.ts";
import type { Clock } from "./clock.ts";
import { dueOf } from "./due.ts";
import { lintBands } from "./lint-bands.ts";
import { lintCondition, lintFacts } from "./lint-facts.ts";
import { fieldOf, type Policy } from "./policy.ts";
import { type Declared, type Problem, problem, undeclared } from "./problem.ts";

/** A fact that says when a clock begins or ends is a day or a moment. */
const lintDated = (
  policy: Policy,
  path: string,
  says: string,
  name: string | undefined,
  facts: Declared["facts"],
): readonly Problem[] => {
  if (name === undefined) return [];
  const type = fieldOf(policy, name)?.type;
  return [
    ...undeclared("fact", facts, [[path, name]]),
    ...(type === undefined || type === "date" || type === "moment"
      ? []
      : [problem(path, "not-a-date", `${says} at "${name}", which is a ${type} and no date.`)]),
  ];
};

/** A clock begins with one thing: an event, or what a fact says. */
const lintStart = (policy: Policy, path: string, clock: Clock, { facts, events }: Declared): readonly Problem[] => {
  const { id, start, since, renewable } = clock;
  const one = `Clock "${id}" begins with one of \`start\` and \`since\``;
  return [
    ...(start === undefined && since === undefined ? [problem(path, "clock-no-start", `${one}; it has none.`)] : []),
    ...(start !== undefined && since !== undefined ? [problem(path, "clock-two-starts", `${one}; it has both.`)] : []),
    ...(start === undefined ? [] : undeclared("event", events, [[`${path}.start`, start]])),
    ...lintDated(policy, `${path}.since`, `Clock "${id}" begins`, since, facts),
    ...(renewable && since !== undefined
      ? [problem(`${path}.since`, "renewable-without-event", "A promise is given anew by an event, not by a fact.")]
      : []),
  ];
};

/** What a fact that holds the due must be, and what is never rolled. */
const lintPromise = (policy: Policy, path: string, clock: Clock, facts: Declared["facts"]): readonly Problem[] => {
  const { id, until, kind, renewable } = clock;
  const rolled = clock.roll !== undefined && clock.roll !== "none";
  const reasons = [
    ...(until === undefined ? [] : ["ends when it was promised"]),
    ...(kind === "retention" ? ["is a least time to keep something"] : []),
  ];
  return [
    ...lintDated(policy, `${path}.until`, `Clock "${id}" ends`, until, facts),
    ...(rolled && reasons[0] !== undefined
      ? [problem(`${path}.roll`, "roll-without-day", `Clock "${id}" ${reasons[0]}, which is never rolled.`)]
      : []),
    ...(renewable && until === undefined
      ? [problem(`${path}.renewable`, "renewable-without-promise", `Only a promise (\`until\`) can be given anew.`)]
      : []),
  ];
};

/** Which lengths can stand still: the others have no days of their own to leave out. */
const PAUSABLE: ReadonlySet<string> = new Set(["hours", "days", "workingDays"]);

const lintPauses = (path: string, { id, pauses, within, bands }: Clock, events: Declared["events"]) => {
  const lengths = [...(within === undefined ? [] : [within]), ...(bands?.of ?? []).map((band) => band.within)];
  const stiff = lengths.length === 0 || lengths.some(({ kind }) => !PAUSABLE.has(kind));
  return [
    ...(pauses.length > 0 && stiff
      ? [
          problem(
            `${path}.pauses`,
            "pause-without-days",
            `Clock "${id}" is not counted in hours, days or working days; only those can stand still.`,
          ),
        ]
      : []),
    ...undeclared(
      "event",
      events,
      pauses.flatMap(({ from, to }, nth) => [
        [`${path}.pauses[${nth}].from`, from] as const,
        [`${path}.pauses[${nth}].to`, to] as const,
      ]),
    ),
  ];
};

/** A maximum is a retention's, and no shorter than its least time; each example is asked, since months differ. */
const lintMost = (policy: Policy, path: string, clock: Clock): readonly Problem[] => {
  const { id, most, kind } = clock;
  if (most === undefined) return [];
  if (kind !== "retention")
    return [problem(`${path}.most`, "most-without-retention", `Clock "${id}" is a deadline: nothing is kept by it.`)];
  const longest = { ...clock, within: most.within, bands: undefined, until: undefined };
  const calendar = calendarOf(policy.calendar.holidays);
  const shorter = clock.examples.some(({ from, facts }) => {
    if (calendar === undefined) return false;
    const [least, end] = [clock, longest].map((one) => dueOf(policy, one, { from, facts, calendar }));
    return least?.applies === true && end?.applies === true && (end.nominalDue ?? "") < (least.nominalDue ?? "");
  });
  return shorter
    ? [problem(`${path}.most.within`, "most-below-least", `Clock "${id}" would erase before its least time is over.`)]
    : [];
};

/** Each clock by itself: its figure, its events and its facts. */
export const lintClocks = (policy: Policy, declared: Declared): readonly Problem[] =>
  policy.clocks.flatMap((clock, at) => {
    const { facts, events } = declared;
    const path = `clocks[${at}]`;
    const { id, within, bands, until, grade } = clock;
    const figures = [within, bands, until].filter((one) => one !== undefined).length;
    const kinds = [...(within === undefined ? [] : [within]), ...(bands?.of ?? []).map((band) => band.within)];
    const unrolled = kinds.find(({ kind }) => kind === "hours" || kind === "sameDay" || kind === "workingDays");
    return [
      ...(figures === 0
        ? [
            problem(
              path,
              "clock-no-figure",
              `The ${grade} clock "${id}" has no figure: say \`within\`, \`bands\` or \`until\`.`,
            ),
          ]
        : []),
      ...(figures > 1
        ? [
            problem(
              path,
              "clock-two-figures",
              `Clock "${id}" has more than one of \`within\`, \`bands\` and \`until\`; only one can hold.`,
            ),
          ]
        : []),
      ...lintPromise(policy, path, clock, facts),
      ...lintPauses(path, clock, events),
      ...lintMost(policy, path, clock),
      ...(unrolled !== undefined && clock.roll !== undefined && clock.roll !== "none"
        ? [
            problem(
              `${path}.roll`,
              "roll-without-day",
              `Clock "${id}" counts ${unrolled.kind}, which are never rolled.`,
            ),
          ]
        : []),
      ...lintStart(policy, path, clock, declared),
      ...undeclared("event", events, [[`${path}.stop`, clock.stop]]),
      ...lintCondition(policy, `${path}.when`, clock.when),
      ...(bands === undefined ? [] : undeclared("fact", facts, [[`${path}.bands.fact`, bands.fact]])),
      ...lintBands(path, clock, bands && fieldOf(policy, bands.fact)),
      ...clock.examples.flatMap((example, nth) => lintFacts(policy, `${path}.examples[${nth}].facts`, example.facts)),
    ];
  });
