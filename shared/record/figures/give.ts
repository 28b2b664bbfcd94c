import { civilDate } from "../../calendar/zone.ts";
import type { Actor } from "../../case/actor.ts";
import type { FieldFault, Refusal } from "../../case/fault.ts";
import { notOfRoles } from "../../case/roles.ts";
import type { Instant } from "../../kernel/instant.ts";
import { accept, type Result, refuse } from "../../kernel/result.ts";
import { say } from "../../kernel/text.ts";
import { windowNamed } from "../../kpi/period.ts";
import { givenSides, type Kpi } from "../../policy/kpi.ts";
import type { Policy } from "../../policy/policy.ts";
import type { Deps } from "../change.ts";
import type { FigureDeps, GivenRecord } from "./figures.ts";

/** What somebody writes down of a figure for a period. */
export type Giving = {
  readonly numerator?: number | undefined;
  readonly denominator?: number | undefined;
  readonly note?: string | undefined;
};

/** So often a period may be corrected; the history of more would not be read. */
const MOST = 200;
/** More than any household, service or sum of money that is counted here, and exact as a number. */
const LARGEST = 1_000_000_000_000;
/** How often a write that was overtaken looks again. */
const TRIES = 60;

const places = (n: number): number => `${n}`.split(".")[1]?.length ?? 0;

/** What is wrong with what somebody writes down: a side that is missing or counted, or no figure that could be one. */
const faultsOf = (kpi: Kpi, giving: Giving): readonly FieldFault[] => {
  const sides = givenSides(kpi);
  const [rule] = kpi.rules;
  return (["numerator", "denominator"] as const).flatMap((side): FieldFault[] => {
    const [said, wanted] = [giving[side], sides.includes(side)];
    const fault = (code: string, zh: string, en: string) => [{ path: `/${side}`, code, rule, says: say(zh, en) }];
    if (!wanted)
      return said === undefined
        ? []
        : fault("counted", "此数由系统统计，不能填写", "This is counted: nobody writes it down");
    if (said === undefined) return fault("required", "请填写此数", "This figure is needed");
    if (said < 0 || said > LARGEST || places(said) > 2)
      return fault("invalid", "应为不小于0的数，最多两位小数", "It is 0 or more, with two decimals at most");
    return [];
  });
};

type Asked = {
  readonly org: string;
  readonly policy: Policy;
  readonly kpi: string;
  readonly period: string;
  readonly by: Actor;
  /** Tells a repeat of the same command from another. */
  readonly key: string;
};

/** Why somebody cannot write this down now; the role comes first, so that nobody else learns anything. */
const refusalOf = ({ policy, kpi: id, period, by }: Asked, giving: Giving, now: Instant): Refusal | undefined => {
  const kpi = policy.kpis.find((one) => one.id === id);
  const unknown = {
    code: "unknown-figure",
    says: say("没有此项指标或时期", "There is no such figure or period"),
    rules: [],
  } as const;
  if (kpi === undefined)
    return (
      notOfRoles(
        policy,
        by,
        policy.kpis.flatMap(({ broughtBy }) => broughtBy),
        [],
      ) ?? unknown
    );
  if (givenSides(kpi).length === 0)
    return {
      code: "figure-counted",
      says: say("此指标由系统统计，不能填写", "This figure is counted: nobody writes it down"),
      rules: kpi.rules,
    };
  const foreign = notOfRoles(policy, by, kpi.broughtBy, kpi.rules);
  if (foreign !== undefined) return foreign;
  const window = windowNamed(kpi, period);
  if (window === undefined) return unknown;
  if (window[0] > civilDate(now, policy.calendar.timeZone))
    return {
      code: "period-ahead",
      says: say("此时期尚未开始", "This period has not begun"),
      rules: kpi.rules,
    };
  const fields = faultsOf(kpi, giving);
  return fields.length > 0 ? { code: "bad-fields", fields, rules: kpi.rules } : undefined;
};

const sameAs = (entry: GivenRecord["entries"][number], { numerator, denominator, note }: Giving): boolean =>
  entry.numerator === numerator && entry.denominator === denominator && entry.note === note;

/**
 * Writes down what nothing counts of a figure for a period, or corrects it: the last entry counts, those before stay as
 * its history. The same key again changes nothing.
 * @throws when it is overtaken every time.
 */
export const giveFigure = async (
  { figures, now, pause }: FigureDeps & Pick<Deps, "now" | "pause">,
  asked: Asked,
  giving: Giving,
): Promise<Result<"given", Refusal>> => {
  const { org, policy, kpi, period, by, key } = asked;
  const at = now();
  const refusal = refusalOf(asked, giving, at);
  if (refusal !== undefined) return refuse(refusal);
  const place = { org, policy: policy.id, kpi, period };
  for (let tries = 0; tries < TRIES; tries += 1) {
    if (tries > 0) await pause?.(tries);
    const { given = { version: 0, entries: [] } } = await figures.period(place);
    const before = given.entries.find((one) => one.key === key);
    if (before !== undefined)
      return sameAs(before, giving) ? accept("given") : refuse({ code: "key-reused", rules: [] });
    if (given.entries.length >= MOST)
      return refuse({
        code: "too-many-corrections",
        says: say(`已更正${MOST}次`, `It was corrected ${MOST} times`),
        rules: [],
      });
    const entries = [...given.entries, { at, by, key, ...giving }];
    if ((await figures.saveGiven(place, { ...given, entries })) === "saved") return accept("given");
  }
  throw new Error(`what was written down of ${policy.id} ${kpi} ${period} was overtaken ${TRIES} times`);
};
