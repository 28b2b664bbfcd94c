import type * as z from "zod";
import type { CaseList } from "../api/list-view.ts";
import type { findRoutes } from "../api/routes/find.ts";
import { type Reading, type RowView, shownRow } from "../api/row.ts";
import { CivilDate, dateIn, monthOf, yearOf } from "../calendar/civil-date.ts";
import { startOfDay } from "../calendar/zone.ts";
import { HOUR, Instant, plusMs } from "../kernel/instant.ts";
import { accept, type Result } from "../kernel/result.ts";
import type { Capability } from "../policy/capability.ts";
import type { Deps, Loaded } from "../record/change.ts";
import { type CaseRow, rowOf } from "../record/columns.ts";
import { type Filter, type ListCut, openCases, type Receipts, receivedCases, versionOf } from "../record/list.ts";
import type { Org } from "../record/org.ts";
import { numbered, searchCases } from "../record/search.ts";
import { inReader, type NotReadable, type Readable, readable, type StaffInput } from "./reader.ts";

type Asked = z.infer<(typeof findRoutes)["exportRegister"]["query"]>;
type Filters = Omit<Asked, "format" | "cursor" | "open" | "month" | "from" | "before">;
type Received = Pick<Asked, "month" | "from" | "before">;
type Listed = Promise<Result<CaseList, NotReadable>>;

const YEAR_MS = 366 * 24 * HOUR;

const momentAt = (said: string | undefined, { timeZone }: Org): Instant | undefined => {
  if (said === undefined) return undefined;
  const day = CivilDate.safeParse(said);
  return day.success ? startOfDay(day.data, timeZone) : Instant.parse(said);
};

const filterOf = (asked: Filters, { org, versions }: Readable, sub: string): Filter => ({
  versions,
  policy: asked.policy,
  state: asked.state,
  desk: asked.desk,
  person: asked.person === "me" ? sub : asked.person,
  category: asked.category,
  kind: asked.kind,
  dueFrom: momentAt(asked.dueFrom, org),
  dueBefore: momentAt(asked.dueBefore, org),
});

/** From when to when a register is asked for: a month of the office, or the last year. */
const receiptsOf = ({ month, from, before }: Partial<Received>, org: Org, now: Instant): Receipts => {
  if (month !== undefined) {
    const first = CivilDate.parse(`${month}-01`);
    const [year, next] = monthOf(first) === 12 ? [yearOf(first) + 1, 1] : [yearOf(first), monthOf(first) + 1];
    return { from: startOfDay(first, org.timeZone), before: startOfDay(dateIn(year, next, 1), org.timeZone) };
  }
  return {
    from: momentAt(from, org) ?? plusMs(now, -YEAR_MS),
    before: momentAt(before, org) ?? plusMs(now, 1),
  };
};

/** Rows as their reader may see them, each by the version of the regulation that judges it. */
export const shownRows = (deps: Deps, org: Org, rows: readonly CaseRow[], reading: Reading): Promise<RowView[]> =>
  Promise.all(rows.map(async (row) => shownRow(await deps.orgs.policy(org.id, row.policy), row, reading)));

const shownBy =
  (versions: Readable["versions"]) =>
  ({ record }: Loaded): boolean =>
    versions?.has(versionOf(record.policy)) ?? true;

const page = async (deps: Deps, org: Org, { rows, cursor }: ListCut, reading: Reading): Listed =>
  accept({ items: await shownRows(deps, org, rows, reading), cursor });

/** Which cases, as a reader asks for them. */
export type Question = {
  readonly cases: Readable;
  readonly filter: Filter;
  readonly receipts: Receipts;
  readonly reading: Reading;
};

/** What a list or a file is asked for. Refused where the reader may not. */
export const questionOf = async (
  deps: Deps,
  { query, ...input }: Omit<StaffInput<z.ZodType>, "query"> & { readonly query: Filters & Partial<Received> },
  may: Capability,
): Promise<Result<Question, NotReadable>> => {
  const reading = inReader(deps, input);
  const cases = await readable(deps, { org: input.params.org, policy: query.policy, by: reading.by, may });
  if (!cases.ok) return cases;
  const { org } = cases.value;
  const filter = filterOf(query, cases.value, reading.by.sub);
  return accept({ cases: cases.value, filter, receipts: receiptsOf(query, org, reading.now), reading });
};

/** Open cases most urgent first, closed ones the last received first, or the one with a number. */
export const listCases = async (deps: Deps, input: StaffInput<(typeof findRoutes)["cases"]["query"]>): Listed => {
  const { query } = input;
  const asked = await questionOf(deps, input, "read");
  if (!asked.ok) return asked;
  const { cases, filter, receipts, reading } = asked.value;
  const { org, versions } = cases;
  if (query.number !== undefined) {
    const found = (await numbered(deps, org, query.number, query.policy)).filter(shownBy(versions));
    return page(
      deps,
      org,
      { rows: found.map(({ rulebook, record }) => rowOf(rulebook, record)), cursor: undefined },
      reading,
    );
  }
  const cut =
    query.open === false
      ? await receivedCases(deps, org, receipts, { ...filter, open: false }, { ...query, falling: true })
      : await openCases(deps, org, filter, query);
  return page(deps, org, cut, reading);
};

/** The tracking register (CCF-16, MCH-06): all cases by their receipt. */
export const listRegister = async (deps: Deps, input: StaffInput<(typeof findRoutes)["register"]["query"]>): Listed => {
  const asked = await questionOf(deps, input, "read");
  if (!asked.ok) return asked;
  const { cases, filter, receipts, reading } = asked.value;
  const cut = await receivedCases(deps, cases.org, receipts, { ...filter, open: input.query.open }, input.query);
  return page(deps, cases.org, cut, reading);
};

/** Cases by what was typed; those that the reader may not read are not among them. */
export const findCases = async (deps: Deps, input: StaffInput<(typeof findRoutes)["search"]["query"]>): Listed => {
  const reading = inReader(deps, input);
  const cases = await readable(deps, {
    org: input.params.org,
    policy: input.query.policy,
    by: reading.by,
    may: "read",
  });
  if (!cases.ok) return cases;
  const { org, versions } = cases.value;
  const { q, policy, limit, cursor } = input.query;
  const isOf = ({ record }: Loaded) => policy === undefined || record.policy.id === policy;
  const mayRead = shownBy(versions);
  const shows = (one: Loaded) => isOf(one) && mayRead(one);
  const { found, cursor: next } = await searchCases(deps, org, q, { limit, cursor, shows });
  const rows = found.map(({ rulebook, record }) => rowOf(rulebook, record));
  return page(deps, org, { rows, cursor: next }, reading);
};
