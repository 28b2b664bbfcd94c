import { type Instant, MINUTE, plusMs } from "../../kernel/instant.ts";
import { partsOf } from "../../kpi/kpi.ts";
import type { Policy } from "../../policy/policy.ts";
import type { Deps, Loaded } from "../change.ts";
import type { CaseRecord } from "../record.ts";
import type { CaseFigures, FigureDeps, FiguredCase, KeptPart } from "./figures.ts";

/** Longer than a function may run: who held it any longer is gone. */
const LEASE_MS = 15 * MINUTE;

/** Events that no figure can follow from. */
const QUIET: ReadonlySet<CaseRecord["timeline"][number]["type"]> = new Set(["attempted", "opinionTold"]);

const FROM_CASES: ReadonlySet<string> = new Set(["clocks", "cases", "hours", "fall-of-hours"]);

/** Whether any figure of a regulation is counted from its cases. */
const countsCases = ({ kpis }: Policy): boolean =>
  kpis.some(({ formula }) => formula !== undefined && FROM_CASES.has(formula.is));

/**
 * Since when something happened in a case that the figures do not know yet; undefined when there is nothing. What was
 * erased is never counted again: its figures stand as they were.
 */
export const partsOwed = (
  policy: Policy,
  { timeline, figured }: Pick<CaseRecord, "timeline" | "figured">,
): Instant | undefined =>
  countsCases(policy) && !timeline.some(({ type }) => type === "erased")
    ? timeline.slice(figured).find(({ type }) => !QUIET.has(type))?.at
    : undefined;

const keyOf = ({ kpi, period, at, of, member }: KeptPart): string => `${kpi} ${period} ${at} ${of} ${member}`;
const spelt = (part: KeptPart): string => `${keyOf(part)} ${part.numerator} ${part.denominator}`;

/** What is to be put and taken away so that of all that may be there only `after` is. */
const between = ({ parts, doing }: Pick<CaseFigures, "parts" | "doing">, after: readonly KeptPart[]) => {
  const there = new Set(parts.map(spelt));
  const stays = new Set(after.map(keyOf));
  const maybe = [...parts, ...(doing?.parts ?? [])];
  return {
    // what a death left half done is put again whole
    put: doing === undefined ? after.filter((part) => !there.has(spelt(part))) : after,
    drop: [...new Map(maybe.filter((part) => !stays.has(keyOf(part))).map((part) => [keyOf(part), part])).values()],
  };
};

const NONE: CaseFigures = { version: 0, events: 0, parts: [] };

type Kept = "kept" | "busy" | "newer";

/**
 * Makes the rows of a case what they are to be as of so many of its events: says what it will do, does it, says that it is
 * done. One at a time, so that rows of an older look never come after those of a newer one; killed between any two writes
 * it is gone on with, once whoever was at it must be gone.
 */
const keep = async (
  { figures, now }: FigureDeps & Pick<Deps, "now">,
  one: FiguredCase,
  events: number,
  after: readonly KeptPart[],
): Promise<Kept> => {
  const before = (await figures.ofCase(one)) ?? NONE;
  const { doing } = before;
  if (before.events > events || (before.events === events && doing === undefined)) return "newer";
  if (doing !== undefined && doing.until > now()) return "busy";
  const { put, drop } = between(before, after);
  const done = { events, parts: [...after] };
  if (put.length + drop.length === 0 && doing === undefined)
    return (await figures.saveCase(one, { version: before.version, ...done })) === "saved" ? "kept" : "busy";
  const parts = [...before.parts, ...(doing?.parts ?? [])];
  const begun = { ...before, parts, doing: { until: plusMs(now(), LEASE_MS), parts: [...after] } };
  if ((await figures.saveCase(one, begun)) === "overtaken") return "busy";
  await figures.apply({ org: one.org, policy: one.policy.id }, { put, drop });
  return (await figures.saveCase(one, { version: before.version + 1, ...done })) === "saved" ? "kept" : "busy";
};

/**
 * Brings the rows of a case to what its figures are by now, and says of how many events they know. This is done off the way
 * of whoever writes, as its words are filed; a case counts by the version of its regulation that it was opened under.
 */
export const keepParts = async (
  deps: FigureDeps & Pick<Deps, "now">,
  { record, rulebook, current }: Loaded,
): Promise<number> => {
  if (partsOwed(rulebook.policy, record) === undefined) return record.figured;
  const after = partsOf(rulebook, current).map((part): KeptPart => ({ ...part, of: record.id }));
  const kept = await keep(deps, record, record.timeline.length, after);
  return kept === "busy" ? record.figured : record.timeline.length;
};

/** Beyond what any case has: nobody who still looks at an older one writes over it. */
const FOR_GOOD = Number.MAX_SAFE_INTEGER;

/**
 * Takes a case out of all figures, before it is deleted. @returns whether it is out: not while somebody else is at it.
 */
export const forgetParts = async (
  deps: FigureDeps & Pick<Deps, "now">,
  { record, rulebook }: Pick<Loaded, "record" | "rulebook">,
): Promise<boolean> => !countsCases(rulebook.policy) || (await keep(deps, record, FOR_GOOD, [])) !== "busy";
