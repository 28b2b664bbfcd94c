import { Alert, Button, Input } from "antd";
import { useId, useMemo, useState } from "react";
import type { CampaignView } from "../../../shared/api/campaigns.ts";
import { createKeys } from "../api/client.ts";
import type { Failure } from "../api/failure.ts";
import { useDesk } from "../desk.ts";
import { Card, FailureNote } from "../parts.tsx";
import { hashOf } from "../route.ts";
import { wordFor } from "../words/words.ts";

type Act = CampaignView["acts"][number];
const WITH_REASON: readonly Act[] = ["return", "pause", "cancel"];

type Field = { readonly label: string; readonly hint?: string; readonly value: string };

const Line = ({ label, hint, value, max, set }: Field & { max: number; set: (typed: string) => void }) => {
  const id = useId();
  return (
    <p>
      <label htmlFor={id}>{label}</label>
      <Input id={id} value={value} maxLength={max} onChange={({ target }) => set(target.value)} />
      {hint !== undefined && <span className="quiet">{hint}</span>}
    </p>
  );
};

type ActsProps = {
  readonly view: CampaignView;
  readonly path: string;
  readonly done: () => void;
};

/** What exactly this reader may do with the campaign as it stands, and whom it waits for where that is somebody else. */
export const CampaignActs = ({ view, path, done }: ActsProps) => {
  const { org, client, words } = useDesk();
  const { campaigns } = words;
  const keys = useMemo(createKeys, []);
  const [reason, setReason] = useState("");
  const [to, setTo] = useState("");
  const [busy, setBusy] = useState<Act>();
  const [failure, setFailure] = useState<Failure>();
  const needs = (what: Act): string | undefined =>
    WITH_REASON.includes(what) ? reason : what === "report" ? to : undefined;
  const act = async (what: Act): Promise<void> => {
    const body = WITH_REASON.includes(what) ? { reason } : what === "report" ? { to } : {};
    const target = `${path}/${what}`;
    setBusy(what);
    setFailure(undefined);
    const answer = await client.post<CampaignView>(target, { body, key: keys.keyFor(target, body), version: 0 });
    setBusy(undefined);
    keys.settled();
    if (!answer.ok) return setFailure(answer.failure);
    setReason("");
    setTo("");
    done();
  };
  const buttons = view.acts.filter((what) => what !== "replan");
  return (
    <Card title={words.actions.title}>
      {view.state === "DRAFT" && !view.acts.includes("approve") && (
        <p role="status">{campaigns.waits(view.approval.join(", "))}</p>
      )}
      {view.acts.length === 0 && view.state !== "DRAFT" && <p className="quiet">{campaigns.notYours}</p>}
      {view.acts.some((what) => WITH_REASON.includes(what)) && (
        <Line label={campaigns.reason} hint={campaigns.needsReason} value={reason} max={2000} set={setReason} />
      )}
      {view.acts.includes("report") && <Line label={campaigns.to} value={to} max={120} set={setTo} />}
      <div className="take">
        {buttons.map((what) => (
          <Button
            key={what}
            type={what === "approve" ? "primary" : "default"}
            loading={busy === what}
            disabled={busy !== undefined || needs(what)?.trim() === ""}
            onClick={() => void act(what)}
          >
            {wordFor(campaigns.acts, what)}
          </Button>
        ))}
        {view.acts.includes("replan") && view.plan.audience.is !== "after" && (
          <Button href={hashOf({ org, page: "surveys", query: { id: view.campaignId, change: "plan" } })}>
            {wordFor(campaigns.acts, "replan")}
          </Button>
        )}
      </div>
      {failure !== undefined && <FailureNote failure={failure} />}
      {failure?.fields.map(({ path: at, says }) => (
        <Alert key={at} type="error" title={says} />
      ))}
    </Card>
  );
};
