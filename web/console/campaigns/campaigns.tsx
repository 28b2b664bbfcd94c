import { Button, Skeleton } from "antd";
import { useCallback, useEffect } from "react";
import type * as z from "zod";
import type { CampaignList } from "../../../shared/api/campaigns.ts";
import type { SurveyOffers } from "../../../shared/api/survey-offers.ts";
import { pathTo, useDesk } from "../desk.ts";
import { useLoaded } from "../hooks.ts";
import { Moment } from "../moment.tsx";
import { FailureNote } from "../parts.tsx";
import { hashOf, type Query } from "../route.ts";
import { Table } from "../table.tsx";
import { wordFor } from "../words/words.ts";
import { CampaignPage } from "./campaign-page.tsx";
import { PlanForm } from "./plan-form.tsx";

const List = () => {
  const { org, client, words } = useDesk();
  const { campaigns } = words;
  const path = pathTo(org, "/campaigns?limit=50");
  const ask = useCallback(() => client.get<z.infer<typeof CampaignList>>(path), [client, path]);
  const { value, failure, reload } = useLoaded(ask);
  const askOffers = useCallback(() => client.get<SurveyOffers>(pathTo(org, "/surveys")), [client, org]);
  const mayPlan = useLoaded(askOffers).value?.items.some((offer) => offer.mayPlan) ?? false;
  useEffect(() => {
    document.title = `${campaigns.title} · ${words.console}`;
  }, [campaigns, words]);
  return (
    <>
      <div className="head">
        <div>
          <h1>{campaigns.title}</h1>
          <p className="quiet">{campaigns.lead}</p>
        </div>
        {mayPlan && (
          <div className="take">
            <Button href={hashOf({ org, page: "customers" })}>{campaigns.customers}</Button>
            <Button type="primary" href={hashOf({ org, page: "surveys", query: { change: "plan" } })}>
              {campaigns.plan}
            </Button>
          </div>
        )}
      </div>
      {failure !== undefined && <FailureNote failure={failure} again={() => void reload()} />}
      {value === undefined && failure === undefined && <Skeleton active title={false} paragraph={{ rows: 8 }} />}
      {value?.items.length === 0 && <p className="card empty">{campaigns.none}</p>}
      {value !== undefined && value.items.length > 0 && (
        <Table
          className="cases"
          rows={value.items}
          keyOf={({ campaignId }) => campaignId}
          columns={[
            {
              title: campaigns.name,
              show: ({ campaignId, title }) => (
                <a href={hashOf({ org, page: "surveys", query: { id: campaignId } })}>{title}</a>
              ),
            },
            { title: campaigns.survey, show: ({ survey }) => survey.title },
            { title: campaigns.stands, show: ({ phase }) => wordFor(campaigns.phases, phase) },
            { title: campaigns.opens, show: ({ opens }) => <Moment at={opens} /> },
            { title: campaigns.closes, show: ({ closes }) => <Moment at={closes} due /> },
            {
              title: campaigns.progress,
              show: ({ progress }) => `${Math.floor(progress.share * 100)} % (${progress.sent} / ${progress.audience})`,
            },
          ]}
        />
      )}
    </>
  );
};

/** The company's surveys, the one that the address names, or the form in which it is planned. */
export const Campaigns = ({ query: { id, change } }: { query: Query }) => {
  if (change === "plan") return <PlanForm key={id} {...(id === undefined ? {} : { id })} />;
  return id === undefined ? <List /> : <CampaignPage key={id} id={id} />;
};
