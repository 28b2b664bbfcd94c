import { useDesk } from "../desk.ts";
import { Moment } from "../moment.tsx";
import { Mark } from "../parts.tsx";
import { Table } from "../table.tsx";
import { DueCell, HolderCell, MatterCell, NumberCell, type Row } from "./cells.tsx";

/** Cases as whoever works on them reads them: what is next, until when, and with whom it is. */
export const CaseTable = ({ items }: { items: readonly Row[] }) => {
  const { list, evidence } = useDesk().words;
  return (
    <Table
      className="cases"
      rows={items}
      keyOf={({ caseId }) => caseId}
      rowClass={({ overdue }) => (overdue ? "overdue" : undefined)}
      columns={[
        { title: list.number, className: "number", show: (row) => <NumberCell of={row} /> },
        { title: list.state, show: (row) => row.state.says },
        { title: list.due, show: (row) => <DueCell of={row} /> },
        {
          title: list.evidence,
          show: ({ evidenceComplete: whole }) => (
            <Mark tone={whole ? "good" : "bad"}>{whole ? evidence.complete : evidence.missing}</Mark>
          ),
        },
        { title: list.category, show: (row) => <MatterCell of={row} /> },
        { title: list.with, show: (row) => <HolderCell of={row} /> },
        { title: list.received, show: (row) => <Moment at={row.receivedAt} /> },
      ]}
    />
  );
};

/** Cases as a register holds them: when they came, from whom, and how they ended. */
export const RegisterTable = ({ items }: { items: readonly Row[] }) => {
  const { list } = useDesk().words;
  return (
    <Table
      className="cases"
      rows={items}
      keyOf={({ caseId }) => caseId}
      columns={[
        { title: list.number, className: "number", show: (row) => <NumberCell of={row} /> },
        { title: list.received, show: (row) => <Moment at={row.receivedAt} /> },
        { title: list.reporter, show: (row) => row.reporter },
        { title: list.category, show: (row) => <MatterCell of={row} /> },
        { title: list.state, show: (row) => row.state.says },
        { title: list.with, show: (row) => <HolderCell of={row} /> },
        {
          title: list.closedAt,
          show: ({ closedAt }) => (closedAt === undefined ? undefined : <Moment at={closedAt} />),
        },
      ]}
    />
  );
};
