import type { CampaignView } from "../../../shared/api/campaigns.ts";
import { useDesk } from "../desk.ts";
import { Moment } from "../moment.tsx";
import { Card } from "../parts.tsx";
import { Table } from "../table.tsx";
import { wordFor } from "../words/words.ts";

/** What a survey praises, and to whom it sent what it found. */
export const PraiseAndLetters = ({ figures, letters }: Pick<CampaignView, "figures" | "letters">) => {
  const { campaigns: words } = useDesk().words;
  const commended = figures?.commended ?? [];
  return (
    <>
      {commended.length > 0 && (
        <Card title={words.commended}>
          <ul>
            {commended.map(({ question, title, department, mean, answers }) => (
              <li key={`${question} ${department ?? ""}`}>
                {words.aspect(department === undefined ? title : `${department} · ${title}`, mean.toFixed(2), answers)}
              </li>
            ))}
          </ul>
        </Card>
      )}
      {letters.length > 0 && (
        <Card title={words.letters}>
          <Table
            className="records"
            rows={letters}
            keyOf={({ is, to }) => `${is} ${to}`}
            columns={[
              { title: words.what, show: ({ is }) => wordFor(words.letterKinds, is) },
              { title: words.letterTo, show: ({ to }) => to },
              { title: words.stands, show: ({ state }) => wordFor(words.letterStates, state) },
              { title: words.when, show: ({ at }) => (at === undefined ? "" : <Moment at={at} />) },
              { title: words.reason, show: ({ why }) => why },
            ]}
          />
        </Card>
      )}
    </>
  );
};
