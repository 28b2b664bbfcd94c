import type { Clock } from "./clock.ts";
import type { Span } from "./condition.ts";
import type { Field } from "./field.ts";
import { type Problem, problem } from "./problem.ts";

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

/** Bands must cover every value their fact may have, and each value once (K-8, AS-119). */
export const lintBands = (path: string, { id, bands }: Clock, field: Field | undefined): readonly Problem[] => {
  if (bands === undefined) return [];
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
