import { withOffset } from "../calendar/zone.ts";
import type { Actor } from "../case/actor.ts";
import { CaseId } from "../kernel/ids.ts";
import type { Instant } from "../kernel/instant.ts";
import type { Locale } from "../kernel/text.ts";
import { kindTitle } from "../policy/case-kind.ts";
import type { Policy } from "../policy/policy.ts";
import type { CaseRow } from "../record/columns.ts";
import { isProvisional } from "../record/numbering.ts";
import { sayCategory } from "./intake-views.ts";
import type { CaseList } from "./list-view.ts";

export type RowView = CaseList["items"][number];

/** Who reads a list, when, and in which language. */
export type Reading = { readonly by: Actor; readonly now: Instant; readonly locale: Locale };

/**
 * One case as this reader may see it in a list, a find or a file: every way out of a list comes through here, so what a
 * reader must not see is masked here alone.
 */
export const shownRow = (policy: Policy, row: CaseRow, { now, locale }: Reading): RowView => {
  const { timeZone } = policy.calendar;
  const show = (at: Instant | undefined) => (at === undefined ? undefined : withOffset(at, timeZone));
  const state = policy.workflow?.states.find(({ id }) => id === row.state);
  const clock = policy.clocks.find(({ id }) => id === row.clock);
  const desk = policy.roles.find(({ id }) => id === row.desk);
  return {
    caseId: row.id,
    policy: { id: policy.id, title: policy.title[locale] },
    number: row.number,
    provisional: isProvisional(CaseId.parse(row.id), row.number),
    state: { id: row.state, says: state?.title[locale] ?? row.state },
    receivedAt: withOffset(row.receivedAt, timeZone),
    closedAt: show(row.closedAt),
    clock: row.clock,
    clockSays: row.clock === undefined ? undefined : (clock?.title[locale] ?? row.clock),
    due: show(row.due),
    overdue: row.due !== undefined && row.due < now,
    kind: { id: row.caseKind, says: kindTitle(row.caseKind)[locale] },
    category: row.category,
    categorySays: row.category === undefined ? undefined : sayCategory(policy, row.category, locale),
    evidenceComplete: row.evidenceComplete,
    desk: row.desk === undefined ? undefined : { id: row.desk, title: desk?.title[locale] ?? row.desk },
    handler: row.handler,
    reporter: row.reporter,
    phone: row.phone,
  };
};
