import type { CaseView } from "../../../shared/api/case-view.ts";
import { useDesk } from "../desk.ts";
import { Deed } from "../moment.tsx";
import { Card } from "../parts.tsx";
import { Table } from "../table.tsx";
import { sayMoment } from "../words/time.ts";

/** What staff measured, judged or learnt: each fact with its source, who entered it, and when. */
export const Recorded = ({ view: { recorded } }: { view: CaseView }) => {
  const { locale, words } = useDesk();
  const { recorded: say } = words;
  const rows = recorded.flatMap(({ facts, ...entry }) => facts.map((fact) => ({ ...entry, fact }))).reverse();
  if (rows.length === 0) return null;
  return (
    <Card title={say.title}>
      <Table
        className="records"
        rows={rows}
        keyOf={({ fact, at }, place) => `${fact.id} ${at} ${place}`}
        rowClass={({ fact }) => (fact.current ? undefined : "past")}
        columns={[
          { title: say.fact, show: ({ fact }) => fact.label },
          {
            title: say.value,
            show: ({ fact }) => (fact.current ? fact.value : `${fact.value} (${say.changed})`),
          },
          {
            title: say.source,
            show: ({ on, source }) => [on, ...source.map(({ label, value }) => `${label}: ${value}`)].join(" · "),
          },
          {
            title: say.who,
            show: ({ by, at, happenedAt }) => (
              <>
                <Deed by={by} at={at} />
                {happenedAt !== undefined && (
                  <span className="clock">{say.happened(sayMoment(happenedAt, locale))}</span>
                )}
              </>
            ),
          },
        ]}
      />
    </Card>
  );
};
