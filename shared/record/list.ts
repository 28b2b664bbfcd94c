import type { Instant } from "../kernel/instant.ts";
import type { Deps } from "./change.ts";
import { type CaseRow, desksOf, UNDATED } from "./columns.ts";
import { cursorAt, placeIn } from "./cursor.ts";
import { type ListPage, merge } from "./merge.ts";
import type { Org } from "./org.ts";
import { monthsFrom } from "./past.ts";

/** Which cases a list shows; what is left out is not asked. Bounds in time include their first moment and not their last. */
export type Filter = {
  /** The versions of regulations whose cases the reader may see, as `versionOf` names them; absent: all. */
  readonly versions?: ReadonlySet<string> | undefined;
  readonly policy?: string | undefined;
  readonly state?: string | undefined;
  /** The role that has it. */
  readonly desk?: string | undefined;
  /** The member of staff who has it in hand, by the token's subject. */
  readonly person?: string | undefined;
  /** A code of the tree; its finer ones are among it. */
  readonly category?: string | undefined;
  readonly kind?: string | undefined;
  readonly dueFrom?: Instant | undefined;
  readonly dueBefore?: Instant | undefined;
  readonly open?: boolean | undefined;
  /** Roles: cases for which one of them has a visit to make. */
  readonly visitors?: readonly string[] | undefined;
};

/** `reads`: the most queries it may cost; a page asks few. */
type Asked = { readonly limit: number; readonly cursor?: string | undefined; readonly reads?: number | undefined };
export type ListCut = { readonly rows: readonly CaseRow[]; readonly cursor: string | undefined };

/** A page asks no more of the table than this, whatever it finds, unless it is told otherwise. */
const READS = 20;

/** One version of a regulation in a word. */
export const versionOf = ({ id, version }: Pick<CaseRow["policy"], "id" | "version">): string => `${id} v${version}`;

const among = (code: string | undefined, asked: string): boolean =>
  code !== undefined && (code === asked || code.startsWith(`${asked}-`) || code.startsWith(`${asked}.`));

/** Whether a row is what a filter asks for; undefined when it asks for nothing, so that nothing need be sifted. */
const sieve = (filter: Filter): ((row: CaseRow) => boolean) | undefined => {
  const tests: ((row: CaseRow) => boolean)[] = [];
  const { versions, policy, state, desk, person, category, kind, dueFrom, dueBefore, open, visitors } = filter;
  if (versions !== undefined) tests.push((row) => versions.has(versionOf(row.policy)));
  if (policy !== undefined) tests.push((row) => row.policy.id === policy);
  if (state !== undefined) tests.push((row) => row.state === state);
  if (desk !== undefined) tests.push((row) => row.desk === desk);
  if (person !== undefined) tests.push((row) => row.handler?.sub === person);
  if (category !== undefined) tests.push((row) => among(row.category, category));
  if (kind !== undefined) tests.push((row) => row.caseKind === kind);
  if (dueFrom !== undefined) tests.push(({ due }) => due !== undefined && due >= dueFrom);
  if (dueBefore !== undefined) tests.push(({ due }) => due !== undefined && due < dueBefore);
  if (open !== undefined) tests.push((row) => (row.closedAt === undefined) === open);
  if (visitors !== undefined) tests.push((row) => row.visitors?.some((role) => visitors.includes(role)) ?? false);
  return tests.length === 0 ? undefined : (row) => tests.every((test) => test(row));
};

const cut = ({ rows, next }: ListPage): ListCut => ({ rows, cursor: cursorAt(next) });

const laterOf = (a: string | undefined, b: string | undefined): string | undefined =>
  a === undefined || (b !== undefined && b > a) ? b : a;

/** The desks on which open cases of a company may lie, under every version that may still judge one. */
const desksIn = async (
  { orgs }: Pick<Deps, "orgs">,
  org: Org,
  policy: string | undefined,
): Promise<readonly string[]> => {
  const refs = org.policies.filter(({ ref }) => policy === undefined || ref.id === policy);
  const policies = await Promise.all(refs.map(({ ref }) => orgs.policy(org.id, ref)));
  return [...new Set(policies.flatMap(desksOf))];
};

/**
 * Open cases, most urgent first, from all desks at which they may lie: one query for each, or one alone when a desk is
 * asked for. Costs what it shows; a filter that passes most over costs at most `READS` queries a page.
 */
export const openCases = async (
  deps: Pick<Deps, "records" | "orgs">,
  org: Org,
  filter: Filter,
  { limit, cursor, reads = READS }: Asked,
): Promise<ListCut> => {
  const desks = filter.desk === undefined ? await desksIn(deps, org, filter.policy) : [filter.desk];
  const lists = desks.map(
    (desk) => (span: Parameters<Deps["records"]["queue"]>[2]) => deps.records.queue(org.id, desk, span),
  );
  const { desk: _asked, open: _all, dueFrom, dueBefore, ...rest } = filter; // the key answers these
  const span = { after: laterOf(dueFrom, placeIn(cursor)), before: dueBefore ?? (dueFrom && UNDATED) };
  return cut(await merge(lists, span, { limit, reads }, sieve(rest)));
};

/** From when to when; the first is in it, the last is not. */
export type Receipts = { readonly from: Instant; readonly before: Instant };

/**
 * Cases of any state by their receipt: the tracking register (CCF-16, MCH-06) as they came in, or falling. It goes
 * through the months of UTC one after the other.
 */
export const receivedCases = async (
  { records }: Pick<Deps, "records">,
  org: Pick<Org, "id">,
  { from, before }: Receipts,
  filter: Filter,
  { limit, cursor, reads = READS, falling = false }: Asked & { readonly falling?: boolean },
): Promise<ListCut> => {
  const at = placeIn(cursor);
  const span = falling ? { after: from, before: at ?? before, falling } : { after: laterOf(from, at), before };
  const months = monthsFrom(span.after?.slice(0, 7) ?? "", (span.before ?? "").slice(0, 7));
  const rows: CaseRow[] = [];
  const fits = sieve(filter);
  let left = reads;
  let next: string | undefined;
  for (const month of falling ? months.toReversed() : months) {
    const read = (asked: Parameters<Deps["records"]["received"]>[2]) => {
      left -= 1;
      return records.received(org.id, month, asked);
    };
    if (left <= 0) return cut({ rows, next });
    const page = await merge([read], span, { limit: limit - rows.length, reads: left }, fits);
    rows.push(...page.rows);
    if (page.next !== undefined) return cut({ rows, next: page.next });
    next = falling ? month : `${month}~`; // between this month and the next
  }
  return cut({ rows, next: undefined });
};
