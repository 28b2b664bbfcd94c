import { Alert, Button, Skeleton } from "antd";
import { useCallback, useEffect, useMemo, useState } from "react";
import type { LookView } from "../../../shared/api/look.ts";
import { createKeys } from "../api/client.ts";
import type { Failure } from "../api/failure.ts";
import { pathTo, useDesk } from "../desk.ts";
import { useLoaded } from "../hooks.ts";
import { Moment } from "../moment.tsx";
import { Card, FailureNote } from "../parts.tsx";
import { Table } from "../table.tsx";
import { LetterFrame } from "./letter-frame.tsx";
import { type Faults, LookForm } from "./look-form.tsx";

const History = ({
  history,
  take,
}: Pick<LookView, "history"> & { take: (one: LookView["history"][number]) => void }) => {
  const { look: says } = useDesk().words;
  if (history.length === 0) return <p className="quiet">{says.never}</p>;
  return (
    <Table
      className="records"
      rows={history}
      keyOf={({ version }) => String(version)}
      columns={[
        { title: says.version, show: ({ version }) => String(version) },
        { title: says.when, show: ({ at }) => <Moment at={at} /> },
        { title: says.who, show: ({ by }) => by },
        { title: "", show: (one) => <Button onClick={() => take(one)}>{says.take}</Button> },
      ]}
    />
  );
};

const Editor = ({ view, path, replace }: { view: LookView; path: string; replace: (view: LookView) => void }) => {
  const { client, words } = useDesk();
  const { look: says } = words;
  const keys = useMemo(createKeys, []);
  const [draft, setDraft] = useState(view.look);
  const [faults, setFaults] = useState<Faults>([]);
  const [failure, setFailure] = useState<Failure>();
  const [done, setDone] = useState<string>();
  const [busy, setBusy] = useState(false);
  const change = (look: LookView["look"]): void => {
    setDraft(look);
    setDone(undefined);
  };
  const save = async (): Promise<void> => {
    setBusy(true);
    setFailure(undefined);
    const command = { body: draft, key: keys.keyFor(path, draft), version: view.version };
    const answer = await client.post<LookView>(path, command);
    setBusy(false);
    keys.settled();
    if (!answer.ok) return setFailure(answer.failure);
    replace(answer.value);
    setDone(says.saved(answer.value.version));
  };
  return (
    <>
      <div className="look">
        <Card title={says.form}>
          {!view.may && <Alert type="info" showIcon title={says.mayNot} />}
          <LookForm look={draft} registered={view.registered} faults={faults} disabled={false} change={change} />
          {failure !== undefined && <FailureNote failure={failure} />}
          {done !== undefined && <Alert type="success" showIcon role="status" title={done} />}
          {view.may && (
            <Button type="primary" loading={busy} disabled={faults.length > 0} onClick={() => void save()}>
              {says.save}
            </Button>
          )}
        </Card>
        <LetterFrame letters={view.letters} look={draft} tell={setFaults} />
      </div>
      <Card title={says.history}>
        <History
          history={view.history}
          take={({ look, version }) => {
            change(look);
            setDone(says.taken(version));
          }}
        />
      </Card>
    </>
  );
};

/** What the company's letters look like: to change, to see, and who chose it when. */
export const LookPage = () => {
  const { org, client, words } = useDesk();
  const { look: says } = words;
  const path = pathTo(org, "/letters/look");
  const ask = useCallback(() => client.get<LookView>(path), [client, path]);
  const { value: view, failure, reload, replace } = useLoaded(ask);
  useEffect(() => {
    document.title = `${says.title} · ${words.console}`;
  }, [says, words]);
  return (
    <>
      <div className="head">
        <div>
          <h1>{says.title}</h1>
          <p className="quiet">{says.lead}</p>
        </div>
      </div>
      {failure !== undefined && <FailureNote failure={failure} again={() => void reload()} />}
      {view === undefined && failure === undefined && <Skeleton active title={false} paragraph={{ rows: 8 }} />}
      {view !== undefined && <Editor view={view} path={path} replace={replace} />}
    </>
  );
};
