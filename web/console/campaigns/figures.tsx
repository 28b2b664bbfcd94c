import type { CampaignView } from "../../../shared/api/campaigns.ts";
import { useDesk } from "../desk.ts";
import { Card, Facts } from "../parts.tsx";
import { Table } from "../table.tsx";

type Figures = NonNullable<CampaignView["figures"]>;
type Question = Figures["questions"][number];

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

/** How often each score was given: a bar each, with its number beside it. */
const Scores = ({ histogram }: Pick<Question, "histogram">) => {
  const most = Math.max(1, ...Object.values(histogram));
  return (
    <ul className="scores">
      {Object.entries(histogram).map(([score, times]) => (
        <li key={score}>
          <span>{score}</span>
          <meter min={0} max={most} value={times} aria-label={score} />
          <span>{times}</span>
        </li>
      ))}
    </ul>
  );
};

/** What a survey found: of all, and of each group. */
export const FiguresCard = ({ figures, final }: { figures: Figures; final: boolean }) => {
  const { campaigns: words } = useDesk().words;
  const { rate, rateBetween: between, questions, groups } = figures;
  const rows = [
    ...questions.map((one) => ({ ...one, group: "" })),
    ...groups.flatMap((group) =>
      group.questions.map((one) => ({ ...one, group: `${group.by}: ${group.value} (${group.invited})` })),
    ),
  ];
  return (
    <Card title={`${words.figures} (${final ? words.final : words.live})`}>
      {figures.insufficient && <p role="status">⚠ {words.insufficient}</p>}
      <Facts
        of={[
          [words.audience, figures.invited],
          [words.sent, figures.sent],
          [
            words.lost,
            [figures.bounced, figures.suppressed, figures.unsubscribed, figures.notSent, figures.noAddress].join(" / "),
          ],
          [words.expired, figures.silent],
          [words.answers, figures.valid],
          [words.rate, rate.shown ?? "–"],
          ...(between === undefined
            ? []
            : ([["", words.between(percent(between.from), percent(between.to))]] as const)),
        ]}
      />
      {figures.crowded.map((by) => (
        <p key={by}>{words.crowded(by)}</p>
      ))}
      <Table
        className="records"
        rows={rows}
        keyOf={({ group, question }) => `${group} ${question}`}
        columns={[
          { title: words.group, show: ({ group }) => group },
          { title: words.question, show: ({ title }) => title },
          { title: words.answers, show: ({ answers }) => String(answers) },
          { title: words.share, show: ({ share }) => share.shown ?? "–" },
          { title: words.mean, show: ({ mean }) => mean?.toFixed(2) },
          { title: words.scores, show: ({ histogram }) => <Scores histogram={histogram} /> },
        ]}
      />
    </Card>
  );
};
