import { Alert, Button } from "antd";
import { useId, useState } from "react";
import type { ImportReply } from "../../../shared/api/imports.ts";
import type { Failure } from "../api/failure.ts";
import { useDesk } from "../desk.ts";
import { Card, FailureNote } from "../parts.tsx";
import { hashOf, searchOf } from "../route.ts";
import { Table } from "../table.tsx";
import type { Words } from "../words/words.ts";
import { FaultTable } from "./fault-table.tsx";

/** A file of cases, or of anything else that is taken over whole: without cases it has nothing to open. */
type Reply = Omit<ImportReply, "cases"> & Partial<Pick<ImportReply, "cases">>;

/** What is said of what the file holds. */
type Says = {
  readonly says: Pick<Words["imports"], "fileField" | "good" | "empty" | "takeAll" | "taken" | "takenHint">;
};

const Taken = ({ rows, cases, says }: Says & Pick<Reply, "rows" | "cases">) => {
  const { org, words } = useDesk();
  const { imports } = words;
  return (
    <>
      <Alert type="success" showIcon role="status" title={says.taken(rows)} description={says.takenHint} />
      {cases !== undefined && (
        <Table
          className="records"
          rows={cases}
          keyOf={({ caseId }) => caseId}
          columns={[
            { title: imports.row, show: ({ row }) => String(row) },
            { title: imports.number, show: ({ caseId, number }) => <a href={hashOf({ org, caseId })}>{number}</a> },
          ]}
        />
      )}
    </>
  );
};

const Checked = ({ rows, faults, says }: Says & Pick<Reply, "rows" | "faults">) => {
  const { imports } = useDesk().words;
  if (faults.length > 0) {
    const wrong = new Set(faults.map(({ row }) => row)).size;
    return (
      <>
        <Alert type="error" showIcon role="alert" title={imports.bad(faults.length, wrong)} />
        <FaultTable faults={faults} />
      </>
    );
  }
  return (
    <Alert
      type={rows === 0 ? "warning" : "success"}
      showIcon
      role="status"
      title={rows === 0 ? says.empty : says.good(rows)}
    />
  );
};

/** A file that is checked, then imported as it was checked; another file is checked anew. */
export const Takeover = ({ path, policy, says }: Says & { path: string; policy: string }) => {
  const { client, words } = useDesk();
  const { imports } = words;
  const input = useId();
  const [file, setFile] = useState<Blob>();
  const [busy, setBusy] = useState(false);
  const [reply, setReply] = useState<Reply>();
  const [failure, setFailure] = useState<Failure>();
  const choose = async (chosen: File | undefined): Promise<void> => {
    setReply(undefined);
    setFailure(undefined);
    // read once: what is imported is what was checked, whatever becomes of the file on the disk
    setFile(chosen === undefined ? undefined : new Blob([await chosen.arrayBuffer()]));
  };
  const send = async (dryRun: boolean): Promise<void> => {
    if (file === undefined) return;
    setBusy(true);
    setFailure(undefined);
    const answer = await client.send<Reply>(`${path}?${searchOf({ policy, dryRun: String(dryRun) })}`, file);
    setBusy(false);
    if (answer.ok) setReply(answer.value);
    else setFailure(answer.failure);
  };
  const ready = reply?.dryRun === true && reply.faults.length === 0 && reply.rows > 0;
  return (
    <>
      <Card title={imports.file}>
        <p>
          <label htmlFor={input}>{says.fileField}</label>
        </p>
        <p className="chosen">
          <input
            id={input}
            type="file"
            accept=".xlsx,.csv,text/csv"
            onChange={({ target }) => void choose(target.files?.[0])}
          />
          <Button
            disabled={file === undefined || reply?.dryRun === false}
            loading={busy}
            onClick={() => void send(true)}
          >
            {imports.check}
          </Button>
        </p>
        {failure !== undefined && <FailureNote failure={failure} />}
        {failure !== undefined && failure.rows.length > 0 && <FaultTable faults={failure.rows} />}
        {reply?.dryRun === true && <Checked {...reply} says={says} />}
      </Card>
      {(ready || reply?.dryRun === false) && (
        <Card title={imports.take}>
          {ready && (
            <Button type="primary" loading={busy} onClick={() => void send(false)}>
              {says.takeAll(reply.rows)}
            </Button>
          )}
          {reply?.dryRun === false && <Taken {...reply} says={says} />}
        </Card>
      )}
    </>
  );
};
