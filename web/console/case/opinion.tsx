import { useCallback } from "react";
import type { CaseView } from "../../../shared/api/case-view.ts";
import type { OpinionView } from "../../../shared/api/opinions.ts";
import { pathTo, useDesk } from "../desk.ts";
import { useLoaded } from "../hooks.ts";
import { Moment } from "../moment.tsx";
import { Card, Facts } from "../parts.tsx";
import { hashOf } from "../route.ts";

type Origin = NonNullable<CaseView["opinion"]>;
type Scores = Origin["scores"];

const scored = (scores: Scores) => scores.map(({ title, label }) => [title, label] as const);

/** What the customer says by now, where they have answered anew since (AS-111). */
const Later = ({ of: { answeredAt, scores, comment } }: { of: OpinionView }) => {
  const { opinion } = useDesk().words;
  return (
    <>
      <h3>{opinion.later}</h3>
      <Facts
        of={[
          ...(answeredAt === undefined ? [] : ([[opinion.answered, <Moment key="at" at={answeredAt} />]] as const)),
          ...scored(scores),
          ...(comment === undefined ? [] : ([[opinion.comment, comment]] as const)),
        ]}
      />
    </>
  );
};

const OriginCard = ({ of }: { of: Origin }) => {
  const { org, client, words } = useDesk();
  const { opinion } = words;
  const path = pathTo(
    org,
    `/campaigns/${encodeURIComponent(of.campaignId)}/opinions/${encodeURIComponent(of.opinionId)}`,
  );
  const ask = useCallback(() => client.get<OpinionView>(path), [client, path]);
  const { value: now } = useLoaded(ask);
  return (
    <Card title={opinion.title}>
      <Facts
        of={[
          [
            opinion.campaign,
            <a key="campaign" href={hashOf({ org, page: "surveys", query: { id: of.campaignId } })}>
              {of.campaign}
            </a>,
          ],
          [opinion.survey, of.survey.title],
          [opinion.department, of.department],
          [opinion.stage, of.stage.says],
          [opinion.collated, <Moment key="collated" at={of.collatedAt} />],
          [opinion.by, of.collatedBy],
          [opinion.answered, <Moment key="answered" at={of.answeredAt} />],
          ...scored(of.scores),
          ...(of.words === undefined ? [] : ([[opinion.comment, of.words]] as const)),
        ]}
      />
      {now?.changed === true && <Later of={now} />}
    </Card>
  );
};

/** Where a case came from that a customer said in a survey: what they said then, and what they say by now. */
export const OpinionCard = ({ view: { opinion } }: { view: CaseView }) =>
  opinion === undefined ? null : <OriginCard of={opinion} />;
