import type { CaseList } from "../../../shared/api/list-view.ts";
import { allowed, useDesk } from "../desk.ts";
import { Due } from "../due.tsx";
import { hashOf } from "../route.ts";

export type Row = CaseList["items"][number];

/** Which case; with its regulation where the caller works by several. */
export const NumberCell = ({ of }: { of: Row }) => {
  const desk = useDesk();
  return (
    <>
      <a href={hashOf({ org: desk.org, caseId: of.caseId })}>{of.number}</a>
      {of.provisional && <span className="clock">{desk.words.list.provisional}</span>}
      {allowed(desk, "read").length > 1 && <span className="clock">{of.policy.title}</span>}
    </>
  );
};

export const DueCell = ({ of: { due, clockSays } }: { of: Row }) => {
  const { list } = useDesk().words;
  if (due === undefined) return <span className="quiet">{list.noDue}</span>;
  return (
    <>
      {clockSays !== undefined && <span className="clock">{clockSays}</span>}
      <Due due={due} />
    </>
  );
};

export const MatterCell = ({ of: { kind, category, categorySays = "" } }: { of: Row }) => (
  <>
    {kind.says}
    {category !== undefined && (
      <span className="clock">{category === "unclassified" ? categorySays : `${category} ${categorySays}`}</span>
    )}
  </>
);

/** The department that has a case, and who of it. */
export const HolderCell = ({ of: { desk, handler } }: { of: Row }) => (
  <>
    {desk?.title}
    {handler !== undefined && <span className="clock">{handler.name}</span>}
  </>
);
