import { Skeleton } from "antd";
import { useCallback, useEffect } from "react";
import type * as z from "zod";
import type { CampaignList } from "../../../shared/api/campaigns.ts";
import { pathTo, useDesk } from "../desk.ts";
import { useLoaded } from "../hooks.ts";
import { Moment } from "../moment.tsx";
import { FailureNote } from "../parts.tsx";
import { hashOf, type Query } from "../route.ts";
import { Table } from "../table.tsx";
import { wordFor } from "../words/words.ts";
import { CampaignPage } from "./campaign-page.tsx";

const List = () => {
  const { org, client, words } = useDesk();
  const { campaigns } = words;
  const path = pathTo(org, "/campaigns?limit=50");
  const ask = useCallback(() => client.get<z.infer<typeof CampaignList>>(path), [client, path]);
  const { value, failure, reload } = useLoaded(ask);
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

/** The company's surveys, or the one that the address names. */
export const Campaigns = ({ query: { id } }: { query: Query }) =>
  id === undefined ? <List /> : <CampaignPage key={id} id={id} />;
