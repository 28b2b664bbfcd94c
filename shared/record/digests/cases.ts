import type { Line, News } from "../../digest/digest.ts";
import { plusMs } from "../../kernel/instant.ts";
import { both, say, type Text } from "../../kernel/text.ts";
import type { Policy } from "../../policy/policy.ts";
import type { Deps } from "../change.ts";
import type { CaseRow } from "../columns.ts";
import { type ListCut, openCases, receivedCases } from "../list.ts";
import { orgOf } from "../org.ts";
import { monthsFrom } from "../past.ts";
import type { Asked, Whole } from "./digests.ts";
import { CHANGES_SHOWN, MOST_LINES } from "./shown.ts";

const A_PAGE = 500;
const READS = 200;

type Reads = Pick<Deps, "records" | "orgs">;

/** Every page of a list, one after the other. */
async function* pages(next: (cursor: string | undefined) => Promise<ListCut>): AsyncGenerator<CaseRow> {
  let cursor: string | undefined;
  do {
    const cut = await next(cursor);
    yield* cut.rows;
    cursor = cut.cursor;
  } while (cursor !== undefined);
}

const CLOSED = say("结案", "closed");
const RECEIVED = say("受理", "received");

const lineOf = (policy: Policy, row: CaseRow): Line | undefined => {
  if (row.due === undefined) return undefined;
  const clock = policy.clocks.find(({ id }) => id === row.clock);
  const desk = policy.roles.find(({ id }) => id === row.desk);
  return {
    place: row.id,
    name: row.number,
    what: clock?.title ?? both(row.clock ?? "–"),
    ...(row.desk === undefined ? {} : { whose: desk?.title ?? both(row.desk) }),
    who: row.reporter,
    due: row.due,
    ...(clock?.grade === "advisory" ? { advisory: true as const } : {}),
  };
};

/** Open cases whose nearest due lies in a span, most urgent first: costs what it lists. */
const dueCases = async (
  deps: Reads,
  { org: id, policy }: Asked,
  span: { readonly dueFrom?: Asked["now"]; readonly dueBefore: Asked["now"] },
): Promise<Whole> => {
  const org = await orgOf(deps.orgs, id);
  const lines: Line[] = [];
  let count = 0;
  const asked = (cursor: string | undefined) =>
    openCases(deps, org, { policy: policy.id, ...span }, { limit: A_PAGE, reads: READS, cursor });
  for await (const row of pages(asked)) {
    const line = lineOf(await deps.orgs.policy(id, row.policy), row);
    if (line === undefined) continue;
    count += 1;
    if (lines.length < MOST_LINES) lines.push(line);
  }
  return { of: "cases", count, lines };
};

/** Cases that are past their nearest due. */
export const overdueCases =
  (deps: Reads) =>
  (asked: Asked): Promise<Whole> =>
    dueCases(deps, asked, { dueBefore: asked.now });

/** Cases whose nearest due is soon. */
export const casesDueSoon =
  (deps: Reads) =>
  (asked: Asked): Promise<Whole> =>
    dueCases(deps, asked, { dueFrom: asked.now, dueBefore: plusMs(asked.until, 1) });

type Brief = News["first"][number];
const brief = (row: CaseRow, at: Brief["at"], what: Text): Brief => ({ place: row.id, name: row.number, at, what });

/** Cases that came in since the last digest. */
export const openedCases = async (deps: Reads, { org: id, policy, since, now }: Asked): Promise<News> => {
  const org = await orgOf(deps.orgs, id);
  const first: Brief[] = [];
  let count = 0;
  const asked = (cursor: string | undefined) =>
    receivedCases(
      deps,
      org,
      { from: since, before: now },
      { policy: policy.id },
      { limit: A_PAGE, reads: READS, cursor },
    );
  for await (const row of pages(asked)) {
    count += 1;
    if (first.length < CHANGES_SHOWN) first.push(brief(row, row.receivedAt, RECEIVED));
  }
  return { of: "opened", count, first };
};

/** Cases that were closed since, and are closed still, whenever they came in. */
export const closedCases = async ({ records }: Reads, { org, policy, since, now }: Asked): Promise<News> => {
  const first: Brief[] = [];
  let count = 0;
  for (const month of monthsFrom(since.slice(0, 7), now.slice(0, 7))) {
    let after: string = since;
    for (;;) {
      const page = await records.closed(org, month, { after, before: now, limit: A_PAGE });
      for (const { row } of page) {
        if (row.policy.id !== policy.id || row.closedAt === undefined) continue;
        count += 1;
        if (first.length < CHANGES_SHOWN) first.push(brief(row, row.closedAt, CLOSED));
      }
      const last = page.at(-1);
      if (last === undefined || page.length < A_PAGE) break;
      after = last.place;
    }
  }
  return { of: "closed", count, first };
};
