import type { CaseView } from "../../../shared/api/case-view.ts";
import { useDesk } from "../desk.ts";
import { Deed } from "../moment.tsx";
import { Card } from "../parts.tsx";
import { Table } from "../table.tsx";

/** Every answer that was put right: what it was and what it is; neither is ever lost. */
export const Corrections = ({ view: { corrections } }: { view: CaseView }) => {
  const { corrections: say } = useDesk().words;
  if (corrections.length === 0) return null;
  return (
    <Card title={say.title}>
      <Table
        className="records"
        rows={corrections}
        keyOf={({ at, field }, place) => `${at} ${field} ${place}`}
        columns={[
          { title: say.what, show: ({ of, field }) => `${field} (${of})` },
          { title: say.before, show: ({ before }) => <del>{before}</del> },
          { title: say.after, show: ({ after }) => <ins>{after}</ins> },
          { title: say.reason, show: ({ reason }) => reason },
          { title: say.who, show: (one) => <Deed {...one} /> },
        ]}
      />
    </Card>
  );
};
