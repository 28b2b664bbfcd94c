import { readFileSync } from "node:fs";
import { readWritten, written } from "../../infra/policy/files.ts";
import { calendarOf } from "../../shared/calendar/known.ts";
import { runExamples } from "../../shared/policy/examples.ts";
import type { Policy } from "../../shared/policy/policy.ts";
import { trace } from "../../shared/policy/trace.ts";
import { type NamedTest, namedTests, rulesOfScenario } from "./named.ts";
import { toldOf } from "./told.ts";
import walks from "./walked.generated.json" with { type: "json" };

/**
 * Which test shows a rule at work, and by what of the regulation: a test that says so by its name, a worked example of the
 * file, a walk that left a trace of the construct, a page that tells what can only be told, a scenario of it. In this
 * order; none is taken on trust: names are read from the tests, examples are run, and each walk compares what it met with `walked.generated.json`.
 */

type Sight = { readonly by: string; readonly test: string };

/** By a role alone only a rule is shown that nothing else carries: others ask for more than that somebody acted. */
const ROLE = /^role /;

const WALKS: Readonly<
  Record<string, { readonly title: string; readonly met: Readonly<Record<string, readonly string[]>> }>
> = walks;

const portfolio = (): Readonly<Record<string, Readonly<Record<string, string>>>> =>
  JSON.parse(readFileSync(new URL("../policies/portfolio/portfolio.json", import.meta.url), "utf8"));

const inExamples = (policy: Policy): readonly Sight[] => {
  const calendar = calendarOf(policy.calendar.holidays);
  if (calendar === undefined) return [];
  return runExamples(policy, calendar)
    .filter(({ passes }) => passes)
    .map(({ construct, why }) => ({
      by: construct,
      test: `test/policies/examples.test.ts › ${policy.id} › ${construct}: ${why}`,
    }));
};

const inWalks = ({ id }: Policy): readonly Sight[] =>
  Object.entries(WALKS).flatMap(([file, { title, met }]) =>
    (met[id] ?? []).map((by) => ({ by, test: `${file} › ${title.replace("%s", id)}` })),
  );

/** Schedules that the portfolio asks for, and that answer with days. */
const inPortfolio = ({ id }: Policy): readonly Sight[] =>
  Object.entries(portfolio())
    .filter(([what]) => what.startsWith(`${id}: `))
    .flatMap(([what, answers]) =>
      Object.entries(answers)
        .filter(([asked, said]) => asked.startsWith("schedule ") && said.includes("nominalDue"))
        .map(([asked]) => ({
          by: asked.split(" ").slice(0, 2).join(" "),
          test: `test/policies/portfolio/portfolio.test.ts › ${what}`,
        })),
    );

/** A campaign of every survey is planned, and every role asked at every route of it. */
const inCampaigns = ({ id, surveys }: Policy): readonly Sight[] =>
  surveys.map(({ id: survey }) => ({
    by: `survey ${survey}`,
    test: `test/functions/survey/access.test.ts › ${id}: who may do what with a campaign › ${survey}: every role at every route`,
  }));

/** An inspection of every schedule is handed in with each of its checklists filled in, where somebody of the house makes it. */
const inInspections = ({ id, roles, schedules }: Policy): readonly Sight[] =>
  schedules.flatMap(({ id: schedule, by, duty }) => {
    if (duty.is !== "inspection") return [];
    const made = by.some((role) => !duty.inspects.includes(role) && roles.some((one) => one.id === role));
    const test = `test/functions/inspections/access.test.ts › ${id}: who may do what with inspections › ${schedule}: every role at every route`;
    const lists = duty.checklists.map((list) => `checklist ${list}`);
    return made ? [`schedule ${schedule}`, ...lists].map((carrier) => ({ by: carrier, test })) : [];
  });

const onPage = (policy: Policy): readonly Sight[] =>
  toldOf(policy).map(({ by }) => ({
    by,
    test: `test/policies/told.test.ts › ${policy.id}: its scope, prohibitions and documents stand on its page with their rules`,
  }));

const byName = (tests: readonly NamedTest[], rule: string): readonly Sight[] =>
  tests.filter(({ rules }) => rules.includes(rule)).map(({ file, name }) => ({ by: rule, test: `${file} › ${name}` }));

const byScenario = (tests: readonly NamedTest[], rule: string): readonly Sight[] =>
  tests.flatMap(({ file, name, scenarios }) =>
    scenarios.filter((id) => rulesOfScenario(id).includes(rule)).map((id) => ({ by: id, test: `${file} › ${name}` })),
  );

/** Every sight of every carried rule, the most telling first; a rule that no test shows has none. */
export const sightsOfRules = (): ReadonlyMap<string, readonly Sight[]> => {
  const tests = namedTests();
  return new Map(
    written().flatMap((id) => {
      const { policy } = readWritten(id);
      if (policy === undefined) return [];
      const sights = [inExamples, inWalks, inCampaigns, inInspections, inPortfolio, onPage].flatMap((of) => of(policy));
      return trace(policy)
        .filter(({ status }) => status === "carried")
        .map(({ rule, by }) => {
          const carried = new Set(by.every((one) => ROLE.test(one)) ? by : by.filter((one) => !ROLE.test(one)));
          const own = sights.filter((one) => carried.has(one.by));
          return [rule, [...byName(tests, rule), ...own, ...byScenario(tests, rule)]] as const;
        });
    }),
  );
};

/** So many of a rule are written down: a second one where it is shown in two ways. */
const KEPT = 2;

/** What is written down of it: for each rule its first sights, of different kinds where there are. */
export const shownOf = (sights: ReadonlyMap<string, readonly Sight[]>): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(
    [...sights].map(([rule, all]) => {
      const files = new Map<string, Sight>();
      for (const one of all) {
        const [file = ""] = one.test.split(" › ");
        if (!files.has(file)) files.set(file, one);
      }
      return [rule, [...files.values()].slice(0, KEPT).map(lineOf)];
    }),
  );

export const lineOf = ({ by, test }: Sight): string => `${test} (${by})`;
