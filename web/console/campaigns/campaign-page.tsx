import { Button, Input, Progress, Skeleton } from "antd";
import { useCallback, useEffect, useId, useMemo, useState } from "react";
import type { CampaignView } from "../../../shared/api/campaigns.ts";
import { createKeys } from "../api/client.ts";
import type { Failure } from "../api/failure.ts";
import { pathTo, useDesk } from "../desk.ts";
import { useLoaded } from "../hooks.ts";
import { Moment } from "../moment.tsx";
import { Card, Facts, FailureNote } from "../parts.tsx";
import { hashOf } from "../route.ts";
import { Table } from "../table.tsx";
import { Take } from "../take.tsx";
import { sayMoment } from "../words/time.ts";
import { wordFor } from "../words/words.ts";
import { FiguresCard } from "./figures.tsx";

type Act = "approve" | "return" | "pause" | "resume" | "cancel";
const WITH_REASON: readonly Act[] = ["return", "pause", "cancel"];

/** What can be done to a campaign as it stands; whether it is theirs to do the API says. */
const actsIn = ({ state, phase }: CampaignView): readonly Act[] => {
  if (state === "DRAFT") return ["approve", "return", "cancel"];
  if (state !== "APPROVED") return [];
  return [phase === "paused" ? "resume" : "pause", "cancel"];
};

const Acts = ({ view, path, done }: { view: CampaignView; path: string; done: (view: CampaignView) => void }) => {
  const { client, words } = useDesk();
  const { campaigns } = words;
  const keys = useMemo(createKeys, []);
  const field = useId();
  const [reason, setReason] = useState("");
  const [busy, setBusy] = useState<Act>();
  const [failure, setFailure] = useState<Failure>();
  const act = async (what: Act): Promise<void> => {
    const body = WITH_REASON.includes(what) ? { reason } : {};
    const to = `${path}/${what}`;
    setBusy(what);
    setFailure(undefined);
    const answer = await client.post<CampaignView>(to, { body, key: keys.keyFor(to, body), version: 0 });
    setBusy(undefined);
    keys.settled();
    if (!answer.ok) return setFailure(answer.failure);
    setReason("");
    done(answer.value);
  };
  const acts = actsIn(view);
  if (acts.length === 0) return null;
  return (
    <Card title={words.actions.title}>
      <p>
        <label htmlFor={field}>{campaigns.reason}</label>
        <Input id={field} value={reason} maxLength={2000} onChange={({ target }) => setReason(target.value)} />
        <span className="quiet">{campaigns.needsReason}</span>
      </p>
      <div className="take">
        {acts.map((what) => (
          <Button
            key={what}
            loading={busy === what}
            disabled={busy !== undefined || (WITH_REASON.includes(what) && reason.trim() === "")}
            onClick={() => void act(what)}
          >
            {wordFor(campaigns.acts, what)}
          </Button>
        ))}
      </div>
      {failure !== undefined && <FailureNote failure={failure} />}
    </Card>
  );
};

const Sending = ({ view: { progress, opens, closes, phase } }: { view: CampaignView }) => {
  const { words, locale } = useDesk();
  const { campaigns } = words;
  return (
    <Card title={campaigns.progress}>
      <Progress percent={Math.floor(progress.share * 100)} aria-label={campaigns.progress} />
      {phase === "sending" && progress.doneAt !== undefined && (
        <p className="quiet">{campaigns.done(sayMoment(progress.doneAt, locale))}</p>
      )}
      <Facts
        of={[
          [campaigns.opens, <Moment key="opens" at={opens} />],
          [campaigns.closes, <Moment key="closes" at={closes} due />],
          [campaigns.audience, progress.audience],
          [campaigns.sent, progress.sent],
          [campaigns.reminded, progress.reminded],
          [campaigns.notSent, progress.notSent],
        ]}
      />
    </Card>
  );
};

/** One campaign: how far it is, what can be done, what it found, and what happened to it. */
export const CampaignPage = ({ id }: { id: string }) => {
  const { org, client, words } = useDesk();
  const { campaigns } = words;
  const path = pathTo(org, `/campaigns/${encodeURIComponent(id)}`);
  const ask = useCallback(() => client.get<CampaignView>(`${path}?figures=now`), [client, path]);
  const { value: view, failure, reload } = useLoaded(ask);
  useEffect(() => {
    document.title = `${view?.title ?? campaigns.title} · ${words.console}`;
  }, [view, campaigns, words]);
  if (view === undefined)
    return failure === undefined ? (
      <Skeleton active title={false} paragraph={{ rows: 8 }} />
    ) : (
      <FailureNote failure={failure} again={() => void reload()} />
    );
  const over = view.state === "ANALYSED" || view.state === "REPORTED";
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
        </div>
        <Button onClick={() => void reload()}>{words.refresh}</Button>
      </div>
      <Sending view={view} />
      <Acts view={view} path={path} done={() => void reload()} />
      {view.figures !== undefined && <FiguresCard figures={view.figures} final={over} />}
      {view.figures === undefined && view.progress.audience > 0 && <p role="status">{campaigns.later}</p>}
      <Take
        files={[
          { path: `${path}/figures?format=xlsx`, says: words.take.xlsx },
          { path: `${path}/figures?format=csv`, says: words.take.csv },
        ]}
      />
      <Card title={campaigns.history}>
        <Table
          className="records"
          rows={view.history}
          keyOf={({ at, what }, place) => `${at} ${what} ${place}`}
          columns={[
            { title: campaigns.when, show: ({ at }) => <Moment at={at} /> },
            { title: campaigns.what, show: ({ what }) => wordFor(campaigns.events, what) },
            { title: campaigns.who, show: ({ by }) => by },
            { title: campaigns.reason, show: ({ reason }) => reason },
          ]}
        />
      </Card>
    </>
  );
};
