import type { ReactNode } from "react";
import type { CaseList } from "../../../shared/api/list-view.ts";
import { categoryTitle, clockTitle, useDesk } from "../desk.ts";
import { Due } from "../due.tsx";
import { Mark } from "../parts.tsx";
import { hashOf } from "../route.ts";
import { sayMoment } from "../words/time.ts";

const Cell = ({ label, className, children }: { label: string; className: string; children: ReactNode }) => (
  <td className={className} data-label={label}>
    <div>{children}</div>
  </td>
);

/** One case of the list: a line on a wide screen, a card on a narrow one. */
export const CaseRow = ({ of }: { of: CaseList["items"][number] }) => {
  const { org, locale, words, form } = useDesk();
  const { list, evidence } = words;
  return (
    <tr className={of.overdue ? "overdue" : undefined}>
      <Cell label={list.number} className="number">
        <a href={hashOf({ org, caseId: of.caseId })}>{of.number}</a>
        {of.provisional && <span className="quiet">{list.provisional}</span>}
      </Cell>
      <Cell label={list.state} className="state">
        {of.state.says}
      </Cell>
      <Cell label={list.due} className="next">
        {of.due === undefined ? (
          <span className="quiet">{list.noDue}</span>
        ) : (
          <>
            {of.clock !== undefined && <span className="clock">{clockTitle(form, of.clock)}</span>}
            <Due due={of.due} />
          </>
        )}
      </Cell>
      <Cell label={list.evidence} className="proof">
        <Mark tone={of.evidenceComplete ? "good" : "bad"}>
          {of.evidenceComplete ? evidence.complete : evidence.missing}
        </Mark>
      </Cell>
      <Cell label={list.category} className="category">
        {of.kind.says}
        {of.category !== undefined && (
          <span className="clock">
            {of.category === "unclassified" ? of.categorySays : categoryTitle(form, of.category)}
          </span>
        )}
      </Cell>
      <Cell label={list.received} className="received">
        <time dateTime={of.receivedAt}>{sayMoment(of.receivedAt, locale)}</time>
      </Cell>
    </tr>
  );
};
