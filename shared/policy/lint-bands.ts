import type { Clock } from "./clock.ts";
import type { MoneySpan, Span } from "./condition.ts";
import type { Field } from "./field.ts";
import { known, type Problem, problem } from "./problem.ts";

type Edge = { readonly at: number; readonly included: boolean };

const lower = ({ from, over }: Span): Edge => ({ at: from ?? over ?? -Infinity, included: from !== undefined });
const upper = ({ upTo, below }: Span): Edge => ({ at: upTo ?? below ?? Infinity, included: upTo !== undefined });

/** A span that says a boundary twice, or that no number can lie in. */
export const lintSpan = (path: string, span: Span): readonly Problem[] => {
  if (span.from !== undefined && span.over !== undefined)
    return [problem(path, "span-contradicts", "Say either `from` (included) or `over` (excluded), not both.")];
  if (span.upTo !== undefined && span.below !== undefined)
    return [problem(path, "span-contradicts", "Say either `upTo` (included) or `below` (excluded), not both.")];
  const [low, high] = [lower(span), upper(span)];
  if (low.at < high.at || (low.at === high.at && low.included && high.included)) return [];
  return [problem(path, "span-empty", `No number lies between ${low.at} and ${high.at} as this is written.`)];
};

/** The same of amounts. */
export const lintMoneySpan = (path: string, { from, over, upTo, below }: MoneySpan): readonly Problem[] => {
  const inYuan = (edge: string | undefined) => (edge === undefined ? undefined : Number(edge)); // only compared, and exact: an amount has at most 14 digits
  return lintSpan(path, { from: inYuan(from), over: inYuan(over), upTo: inYuan(upTo), below: inYuan(below) });
};

const between = (low: number, high: number): string => {
  if (low === -Infinity) return `below ${high}`;
  return high === Infinity ? `above ${low}` : `between ${low} and ${high}`;
};

const meeting = (path: string, id: string, before: Edge, after: Edge): readonly Problem[] => {
  if (before.at > after.at)
    return [
      problem(
        path,
        "bands-overlap",
        `Two bands of clock "${id}" both hold what lies from ${after.at} to ${before.at}.`,
      ),
    ];
  if (before.at < after.at)
    return [problem(path, "bands-gap", `No band of clock "${id}" holds what lies ${between(before.at, after.at)}.`)];
  if (before.included && after.included)
    return [problem(path, "bands-overlap", `Two bands of clock "${id}" both hold exactly ${after.at}.`)];
  if (!before.included && !after.included)
    return [
      problem(path, "bands-gap", `No band of clock "${id}" holds exactly ${after.at}; say \`upTo\` or \`from\`.`),
    ];
  return [];
};

/** Bands of a choice name each of its values once, and nothing else. */
const lintChoices = (
  path: string,
  { id, bands: { fact, of } }: { readonly id: string; readonly bands: NonNullable<Clock["bands"]> },
  field: Field | undefined,
): readonly Problem[] => {
  if (field !== undefined && field.type !== "choice")
    return [problem(`${path}.bands.fact`, "not-a-choice", `\`is\` needs a choice, and "${fact}" is a ${field.type}.`)];
  const values = field?.of.map(({ value }) => value) ?? [];
  const named = of.map(({ is }) => is);
  const spans = of.flatMap(({ is, from, over, upTo, below }, at) =>
    is === undefined || [from, over, upTo, below].some((edge) => edge !== undefined)
      ? [problem(`${path}.bands.of[${at}]`, "span-contradicts", "Say `is` in every band of a choice, and no span.")]
      : [],
  );
  const foreign = of.flatMap(({ is }, at) =>
    is === undefined || field === undefined || values.includes(is)
      ? []
      : [
          problem(
            `${path}.bands.of[${at}].is`,
            "unknown-value",
            `"${is}" is no choice of ${fact}; there are ${known(values)}.`,
          ),
        ],
  );
  const repeated = of.flatMap(({ is }, at) =>
    is !== undefined && named.indexOf(is) < at
      ? [problem(`${path}.bands.of[${at}].is`, "bands-overlap", `Two bands of clock "${id}" both hold "${is}".`)]
      : [],
  );
  const left = values.filter((value) => !named.includes(value));
  return [
    ...spans,
    ...foreign,
    ...repeated,
    ...left.map((value) => problem(`${path}.bands`, "bands-gap", `No band of clock "${id}" holds "${value}".`)),
  ];
};

/** Bands must cover every value their fact may have, and each value once (K-8, AS-119). */
export const lintBands = (
  path: string,
  { id, bands }: Pick<Clock, "id" | "bands">,
  field: Field | undefined,
): readonly Problem[] => {
  if (bands === undefined) return [];
  if (bands.of.some(({ is }) => is !== undefined)) return lintChoices(path, { id, bands }, field);
  if (field !== undefined && field.type !== "number")
    return [
      problem(`${path}.bands.fact`, "not-a-number", `Bands need a number, and "${bands.fact}" is a ${field.type}.`),
    ];
  const wrong = bands.of.flatMap((band, at) => lintSpan(`${path}.bands.of[${at}]`, band));
  if (wrong.length > 0) return wrong;
  const sorted = [...bands.of].sort((a, b) => lower(a).at - lower(b).at || upper(a).at - upper(b).at);
  const number = field?.type === "number" ? field : undefined;
  const floor: Edge = { at: number?.min ?? -Infinity, included: false };
  const ceiling: Edge = { at: number?.max ?? Infinity, included: false };
  const problems: Problem[] = [];
  let covered: Edge | undefined;
  for (const band of sorted) {
    const low = lower(band);
    if (covered !== undefined) problems.push(...meeting(`${path}.bands`, id, covered, low));
    else if (low.at > floor.at || (low.at === floor.at && !low.included && number?.min !== undefined))
      problems.push(...meeting(`${path}.bands`, id, floor, { ...low, included: false }));
    covered = upper(band);
  }
  if (covered !== undefined && covered.at < ceiling.at)
    problems.push(...meeting(`${path}.bands`, id, covered, ceiling));
  else if (covered !== undefined && covered.at === number?.max && !covered.included)
    problems.push(...meeting(`${path}.bands`, id, covered, ceiling));
  return problems;
};
