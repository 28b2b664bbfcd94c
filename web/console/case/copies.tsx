import type { CaseView } from "../../../shared/api/case-view.ts";
import { useDesk } from "../desk.ts";
import { Moment } from "../moment.tsx";
import { Card, Mark } from "../parts.tsx";
import { Table } from "../table.tsx";

type Copy = CaseView["copies"][number];

const Acknowledged = ({ of: { acknowledgedAt, acknowledgedBy } }: { of: Copy }) => {
  const { copies: say } = useDesk().words;
  if (acknowledgedAt === undefined) return <Mark tone="wait">{say.waiting}</Mark>;
  return (
    <>
      <span aria-hidden="true">✓ </span>
      <Moment at={acknowledgedAt} />
      {acknowledgedBy !== undefined && <span className="clock">{acknowledgedBy}</span>}
    </>
  );
};

/** Who has which copy of which form, and who has acknowledged it. */
export const Copies = ({ view: { copies } }: { view: CaseView }) => {
  const { copies: say } = useDesk().words;
  if (copies.length === 0) return null;
  return (
    <Card title={say.title}>
      <Table
        className="records"
        rows={copies}
        keyOf={({ form, copy }, place) => `${form} ${copy} ${place}`}
        columns={[
          { title: say.form, show: ({ title, copy }) => `${title} ${say.copy(copy)}` },
          { title: say.to, show: ({ to }) => to },
          { title: say.since, show: ({ at }) => <Moment at={at} /> },
          { title: say.acknowledged, show: (one) => <Acknowledged of={one} /> },
        ]}
      />
    </Card>
  );
};
