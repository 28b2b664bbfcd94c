import { Button, Skeleton } from "antd";
import { useCallback, useEffect } from "react";
import type { CampaignView } from "../../../shared/api/campaigns.ts";
import type { SurveyOffers } from "../../../shared/api/survey-offers.ts";
import { pathTo, useDesk } from "../desk.ts";
import { useLoaded } from "../hooks.ts";
import { Moment } from "../moment.tsx";
import { Card, FailureNote } from "../parts.tsx";
import { hashOf } from "../route.ts";
import { Table } from "../table.tsx";
import { Take } from "../take.tsx";
import { wordFor } from "../words/words.ts";
import { CampaignActs } from "./campaign-acts.tsx";
import { FiguresCard } from "./figures.tsx";
import { OpinionsCard } from "./opinions.tsx";
import { PlanCard } from "./plan-card.tsx";
import { PraiseAndLetters } from "./praise.tsx";
import { Sending } from "./sending.tsx";

/** While its mails leave it is looked at again so often. */
const AGAIN_MS = 15_000;
const MOVING: readonly CampaignView["phase"][] = ["inviting", "sending"];

const History = ({ of }: { of: CampaignView["history"] }) => {
  const { campaigns } = useDesk().words;
  return (
    <Card title={campaigns.history}>
      <Table
        className="records"
        rows={of}
        keyOf={({ at, what }, place) => `${at} ${what} ${place}`}
        columns={[
          { title: campaigns.when, show: ({ at }) => <Moment at={at} /> },
          {
            title: campaigns.what,
            show: ({ what, to }) => [wordFor(campaigns.events, what), to].filter(Boolean).join(": "),
          },
          { title: campaigns.who, show: ({ by }) => by },
          { title: campaigns.reason, show: ({ reason }) => reason },
        ]}
      />
    </Card>
  );
};

/** One campaign: how far it is, what its reader can do, what it found, and what happened to it. */
export const CampaignPage = ({ id }: { id: string }) => {
  const { org, client, words } = useDesk();
  const { campaigns } = words;
  const path = pathTo(org, `/campaigns/${encodeURIComponent(id)}`);
  const ask = useCallback(() => client.get<CampaignView>(`${path}?figures=now`), [client, path]);
  const { value: view, failure, reload } = useLoaded(ask);
  const askOffers = useCallback(() => client.get<SurveyOffers>(pathTo(org, "/surveys")), [client, org]);
  const offers = useLoaded(askOffers).value?.items;
  const survey = offers?.find(({ policy, id: own }) => policy.id === view?.policy && own === view.survey.id);
  useEffect(() => {
    document.title = `${view?.title ?? campaigns.title} · ${words.console}`;
  }, [view, campaigns, words]);
  const moving = view !== undefined && MOVING.includes(view.phase);
  useEffect(() => {
    if (!moving) return;
    const timer = setInterval(() => void reload(), AGAIN_MS);
    return () => clearInterval(timer);
  }, [moving, reload]);
  if (view === undefined)
    return failure === undefined ? (
      <Skeleton active title={false} paragraph={{ rows: 8 }} />
    ) : (
      <FailureNote failure={failure} again={() => void reload()} />
    );
  return (
    <>
      <div className="head">
        <div>
          <a href={hashOf({ org, page: "surveys" })}>{campaigns.back}</a>
          <h1>{view.title}</h1>
          <p className="quiet">
            {view.survey.title} · {wordFor(campaigns.phases, view.phase)}
            {view.reason === undefined ? "" : ` · ${view.reason}`}
          </p>
          <p className="quiet">
            {campaigns.plannedBy}: {view.plannedBy}
          </p>
        </div>
        <Button onClick={() => void reload()}>{words.refresh}</Button>
      </div>
      <CampaignActs view={view} path={path} done={() => void reload()} />
      <PlanCard view={view} survey={survey} />
      {view.state !== "DRAFT" && (
        <>
          <Sending view={view} />
          {view.figures !== undefined && <FiguresCard view={view} figures={view.figures} />}
          <PraiseAndLetters figures={view.figures} letters={view.letters} />
          {view.figures === undefined && view.progress.audience > 0 && <p role="status">{campaigns.later}</p>}
          {survey?.mayPlan === true && <OpinionsCard path={path} collates={survey.collates} />}
          <Take
            files={[
              { path: `${path}/figures?format=xlsx`, says: words.take.xlsx },
              { path: `${path}/figures?format=csv`, says: words.take.csv },
            ]}
          />
        </>
      )}
      <History of={view.history} />
    </>
  );
};
