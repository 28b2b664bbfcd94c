import type { CaseView } from "../../../shared/api/case-view.ts";
import { useDesk } from "../desk.ts";
import { Deed } from "../moment.tsx";
import { Card, Facts } from "../parts.tsx";
import { Table } from "../table.tsx";

const Promises = ({ of }: { of: CaseView["promises"] }) => {
  const { costs: say } = useDesk().words;
  return (
    <Table
      className="records"
      caption={say.promises}
      rows={of}
      keyOf={({ at }, place) => `${at} ${place}`}
      columns={[
        { title: say.said, show: ({ said }) => said },
        { title: say.amount, className: "amount", show: ({ amount }) => amount },
        { title: say.who, show: (one) => <Deed {...one} /> },
      ]}
    />
  );
};

/** What a case has cost and who bears it, and what the customer was promised. */
export const Costs = ({ view: { costs, promises } }: { view: CaseView }) => {
  const { costs: say } = useDesk().words;
  if (costs.items.length + promises.length === 0) return null;
  return (
    <Card title={say.title}>
      {costs.items.length > 0 && (
        <>
          <Table
            className="records"
            rows={costs.items}
            keyOf={({ cost, at }, place) => `${cost} ${at} ${place}`}
            columns={[
              { title: say.what, show: ({ title, kind }) => (kind === undefined ? title : `${title} · ${kind}`) },
              { title: say.amount, className: "amount", show: ({ amount }) => amount },
              { title: say.bearer, show: ({ bearer }) => bearer },
              { title: say.booked, show: ({ bookedAs }) => bookedAs },
              { title: say.note, show: ({ note }) => note },
              { title: say.who, show: (one) => <Deed {...one} /> },
            ]}
          />
          <h3>{say.totals}</h3>
          <Facts of={costs.totals.map(({ bearer, amount }) => [bearer, amount] as const)} />
        </>
      )}
      {promises.length > 0 && <Promises of={promises} />}
    </Card>
  );
};
