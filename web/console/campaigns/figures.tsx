import { Alert } from "antd";
import type { CampaignView } from "../../../shared/api/campaigns.ts";
import { useDesk } from "../desk.ts";
import { Card, Facts } from "../parts.tsx";
import { Table } from "../table.tsx";
import { wordFor } from "../words/words.ts";
import { Targets } from "./questionnaire.tsx";

type Figures = NonNullable<CampaignView["figures"]>;
type Question = Figures["questions"][number];
type Row = Question & { readonly value: string; readonly invited?: number };

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

const Between = ({ says }: { says: readonly [from: string, to: string] | undefined }) => {
  const { campaigns } = useDesk().words;
  return says === undefined ? null : <span className="clock">{campaigns.between(...says)}</span>;
};

const Share = ({ share, shareBetween: between }: Pick<Question, "share" | "shareBetween">) => (
  <>
    {share.shown ?? "–"}
    <Between says={between && [percent(between.from), percent(between.to)]} />
  </>
);

const Mean = ({ mean, meanBetween: between }: Pick<Question, "mean" | "meanBetween">) => (
  <>
    {mean?.toFixed(2)}
    <Between says={between && [between.from.toFixed(2), between.to.toFixed(2)]} />
  </>
);

const Questions = ({ rows, caption }: { rows: readonly Row[]; caption?: string }) => {
  const { campaigns: words } = useDesk().words;
  return (
    <Table
      className="records"
      rows={rows}
      {...(caption === undefined ? {} : { caption })}
      keyOf={({ value, question }) => `${value} ${question}`}
      columns={[
        { title: words.value, show: ({ value }) => value },
        { title: words.invited, show: ({ invited }) => invited && String(invited) },
        { title: words.question, show: ({ title }) => title },
        { title: words.answers, show: ({ answers }) => String(answers) },
        { title: words.share, show: (one) => <Share {...one} /> },
        { title: words.mean, show: (one) => one.mean !== undefined && <Mean {...one} /> },
        { title: words.scores, show: ({ histogram }) => <Scores histogram={histogram} /> },
      ]}
    />
  );
};

/** Whom no mail reached, and who did not answer, each apart; what nobody suffered is left out. */
const Unreached = ({ figures, over }: { figures: Figures; over: boolean }) => {
  const { campaigns: words } = useDesk().words;
  const { bounced, suppressed, unsubscribed, notSent, noAddress, waiting, silent = 0 } = figures;
  const { lost } = words;
  const all = [
    [lost.bounced, bounced],
    [lost.suppressed, suppressed],
    [lost.unsubscribed, unsubscribed],
    [lost.notSent, notSent],
    [lost.noAddress, noAddress],
    [lost.waiting, waiting],
    [over ? lost.expired : lost.silent, silent],
  ] as const;
  const some = all.filter(([, n]) => n > 0);
  return some.length === 0 ? null : (
    <>
      <h3>{words.unreached}</h3>
      <Facts of={some} />
    </>
  );
};

/** What a survey found: of all, whom it did not reach, and of each group. */
export const FiguresCard = ({ view, figures }: { view: CampaignView; figures: Figures }) => {
  const { campaigns: words } = useDesk().words;
  const { rate, rateBetween: between, questions, groups } = figures;
  const over = view.phase === "over";
  const kinds = [...new Set(groups.map(({ by }) => by))];
  return (
    <Card title={`${words.figures} (${over ? words.final : words.live})`}>
      {figures.insufficient && (
        <Alert
          type="warning"
          showIcon
          role="status"
          title={words.insufficient}
          description={<Targets of={view.targets} />}
        />
      )}
      <Facts
        of={[
          [words.audience, figures.invited],
          [words.sent, figures.sent],
          [words.answers, figures.valid],
          [
            words.rate,
            <>
              {rate.shown ?? "–"}
              <Between says={between && [percent(between.from), percent(between.to)]} />
            </>,
          ],
        ]}
      />
      {!figures.insufficient && <Targets of={view.targets} />}
      <Unreached figures={figures} over={over} />
      <Questions rows={questions.map((one) => ({ ...one, value: "" }))} />
      {figures.crowded.map((by) => (
        <p key={by}>{words.crowded(wordFor(words.by, by))}</p>
      ))}
      {kinds.map((kind) => (
        <Questions
          key={kind}
          caption={words.groupsBy(wordFor(words.by, kind))}
          rows={groups
            .filter(({ by }) => by === kind)
            .flatMap(({ value, invited, questions: own }) => own.map((one) => ({ ...one, value, invited })))}
        />
      ))}
    </Card>
  );
};
