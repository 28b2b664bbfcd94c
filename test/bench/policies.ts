import { execFileSync } from "node:child_process";
import { readWritten, written } from "../../infra/policy/files.ts";
import { policyIds, publishedPolicy } from "../../infra/policy/published.ts";
import { type CivilDate, fromDay } from "../../shared/calendar/civil-date.ts";
import { calendarOf } from "../../shared/calendar/known.ts";
import { replay } from "../../shared/case/replay.ts";
import { fromMs, HOUR, Instant, toMs } from "../../shared/kernel/instant.ts";
import { dueOf } from "../../shared/policy/due.ts";
import { lint } from "../../shared/policy/lint.ts";
import { eventNames } from "../../shared/policy/lint-workflow.ts";
import { APPROVED, occurrences } from "../../shared/policy/occurrences.ts";
import type { Policy } from "../../shared/policy/policy.ts";
import { type Figure, median } from "./figure.ts";
import { doorFactory, pastCases } from "./past-cases.ts";
import { workingDays } from "./working-days.ts";

const ROUNDS = 5;
const CASES = 10_000;
const DUES = 20_000;

const CN = () => {
  const calendar = calendarOf("CN");
  if (calendar === undefined) throw new Error("the calendar of mainland China ships with the product");
  return calendar;
};

const shipped = (): readonly Policy[] => policyIds().flatMap((id) => publishedPolicy(id)?.policy ?? []);

const msOf = (act: () => void): number => {
  const begun = performance.now();
  act();
  return performance.now() - begun;
};

const rounds = (measure: () => number): number => median(Array.from({ length: ROUNDS }, measure));

/** Milliseconds from the first read to the last parsed policy, in a process that has parsed none before. */
const coldLoad = (): number => {
  const module = new URL("../../infra/policy/published.ts", import.meta.url).href;
  const probe = `import { policyIds, publishedPolicy } from ${JSON.stringify(module)};
    const begun = performance.now();
    for (const id of policyIds()) publishedPolicy(id);
    process.stdout.write(String(performance.now() - begun));`;
  return Number(execFileSync(process.execPath, ["--input-type=module", "--eval", probe]).toString());
};

const loading = (): Figure[] => {
  const all = shipped();
  const count = all.length;
  const budget = `median of ${ROUNDS}; budget 300 ms`;
  const linted = () => msOf(() => all.forEach((policy) => void lint(policy)));
  const yaml = msOf(() => written().forEach((id) => void readWritten(id)));
  return [
    { what: `load and parse ${count} compiled policies, cold`, value: rounds(coldLoad), unit: "ms", note: budget },
    { what: `lint ${count} policies with all their examples`, value: linted(), unit: "ms", note: "the first time" },
    { what: "the same again", value: rounds(linted), unit: "ms", note: `median of ${ROUNDS}` },
    { what: `read, parse and lint ${count} YAML files`, value: yaml, unit: "ms", note: "once" },
  ];
};

/** Due times with their explanations, of every clock that needs no fact, from starts all through two years. */
const dues = (): Figure => {
  const calendar = CN();
  const start = toMs(Instant.parse("2024-01-01T00:00:00.000Z"));
  const from = (n: number): Instant => fromMs(start + (n % 700) * 25 * HOUR);
  const clocks = shipped().flatMap((policy) =>
    policy.clocks
      .filter((clock) => dueOf(policy, clock, { from: from(0), facts: {}, calendar }).applies === true)
      .map((clock) => ({ policy, clock })),
  );
  const rate = () => {
    const ms = msOf(() => {
      for (let n = 0; n < DUES; n += 1) {
        const one = clocks[n % clocks.length];
        if (one !== undefined) dueOf(one.policy, one.clock, { from: from(n), facts: {}, calendar });
      }
    });
    return (DUES * 1000) / ms;
  };
  return { what: "due times with their steps", value: rounds(rate), unit: "a second", note: `${clocks.length} clocks` };
};

/** Everything that all schedules ask for in two years. */
const rows = (): Figure => {
  const calendar = CN();
  const span = { from: "2025-01-01" as CivilDate, to: "2026-12-31" as CivilDate }; // spelt as such
  const event = Instant.parse("2024-03-01T02:00:00.000Z");
  const eventsOf = (policy: Policy) =>
    Object.fromEntries([APPROVED, ...eventNames(policy)].map((name) => [name, event] as const));
  const facts = { dn: 65, origin: "imported" };
  const asked = shipped().map((policy) => ({
    policy,
    situation: { ...span, facts, events: eventsOf(policy), calendar },
  }));
  let found = 0;
  const rate = () => {
    found = 0;
    const ms = msOf(() => {
      for (const { policy, situation } of asked)
        for (const schedule of policy.schedules) {
          const given = occurrences(policy, schedule, situation);
          if (given.known) found += given.list.length;
        }
    });
    return (found * 1000) / ms;
  };
  const value = rounds(rate);
  return { what: "occurrences of all schedules", value, unit: "a second", note: `${found} in two years` };
};

const replaying = (): Figure => {
  const past = pastCases(CASES);
  const draft = doorFactory("3 working days");
  const end = fromDay(CN().first + CN().days.length - 1);
  let said = "";
  const seconds = () => {
    const begun = performance.now();
    const { gained, lost, moved } = replay(past, draft, Instant.parse(`${end}T00:00:00.000Z`));
    said = `${gained} breaches gained, ${lost} lost, ${moved} dues moved`;
    return (performance.now() - begun) / 1000;
  };
  const value = rounds(seconds);
  return { what: `replay of ${CASES} cases`, value, unit: "s", note: `${said}; budget 10 s` };
};

/** What the regulations cost to load, to check, to ask, and to judge a company's past by. */
export const policies = async (): Promise<Figure[]> => [
  ...loading(),
  dues(),
  rows(),
  replaying(),
  ...(await workingDays()),
];
