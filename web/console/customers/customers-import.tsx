import { Alert, Button, Progress } from "antd";
import { useEffect, useId, useState } from "react";
import type * as z from "zod";
import type { CustomersImported } from "../../../shared/api/customers.ts";
import type { Failure } from "../api/failure.ts";
import { pathTo, useDesk } from "../desk.ts";
import { FaultTable } from "../imports/fault-table.tsx";
import { Card, FailureNote } from "../parts.tsx";
import { searchOf } from "../route.ts";
import { digestOf, doneOf, dropDone, keepDone } from "./begun.ts";
import { bringFile, type Checked, checkFile } from "./bringing.ts";
import { linesOf } from "./lines.ts";
import type { Lines } from "./parts.ts";

type Chosen = { readonly digest: string; readonly lines: Lines };
type Step = "none" | "reading" | "checking" | "importing" | "done";

/** What the checking found: all that is wrong, or how many would be imported. */
const Found = ({ rows, faults }: Checked) => {
  const { customers } = useDesk().words;
  if (faults.length === 0)
    return (
      <Alert
        type={rows === 0 ? "warning" : "success"}
        showIcon
        role="status"
        title={rows === 0 ? customers.empty : customers.good(rows)}
      />
    );
  const wrong = new Set(faults.map(({ row }) => row)).size;
  return (
    <>
      <Alert type="error" showIcon role="alert" title={customers.bad(faults.length, wrong)} />
      <FaultTable faults={faults} />
    </>
  );
};

/** Asks before the tab is closed while parts of a file are on their way. */
const useHeldOpen = (busy: boolean): void => {
  useEffect(() => {
    if (!busy) return;
    const hold = (event: BeforeUnloadEvent): void => event.preventDefault();
    addEventListener("beforeunload", hold);
    return () => removeEventListener("beforeunload", hold);
  }, [busy]);
};

/** A list of customers of any length: read and checked whole, then imported part by part; what was cut off goes on. */
export const CustomersImport = ({ imported }: { imported: () => void }) => {
  const { org, client, words, locale } = useDesk();
  const { customers } = words;
  const input = useId();
  const [chosen, setChosen] = useState<Chosen>();
  const [step, setStep] = useState<Step>("none");
  const [checked, setChecked] = useState<Checked>();
  const [done, setDone] = useState(0);
  const [failure, setFailure] = useState<Failure>();
  const [unread, setUnread] = useState(false);
  const busy = step === "checking" || step === "importing" || step === "reading";
  useHeldOpen(step === "importing");
  const send = (part: Blob, dryRun: boolean) =>
    client.send<z.infer<typeof CustomersImported>>(
      pathTo(org, `/customers/imports?${searchOf({ dryRun: String(dryRun) })}`),
      part,
    );

  const choose = async (file: File | undefined): Promise<void> => {
    setChecked(undefined);
    setFailure(undefined);
    setChosen(undefined);
    setUnread(false);
    setDone(0);
    if (file === undefined) return setStep("none");
    setStep("reading");
    const bytes = await file.arrayBuffer();
    const lines = await linesOf(new Uint8Array(bytes));
    setStep("none");
    setUnread(lines === undefined);
    if (lines !== undefined) setChosen({ digest: await digestOf(bytes), lines });
  };

  const check = async ({ digest, lines }: Chosen): Promise<void> => {
    setStep("checking");
    setFailure(undefined);
    setDone(0);
    const answer = await checkFile({ send, told: setDone }, lines, locale);
    setStep("none");
    if (!answer.ok) return setFailure(answer.failure);
    setChecked(answer.value);
    setDone(Math.min(doneOf(org, digest), answer.value.parts.length));
  };

  const bring = async ({ digest }: Chosen, { parts }: Checked): Promise<void> => {
    const told = (n: number): void => {
      keepDone(org, { digest, done: n });
      setDone(n);
    };
    setStep("importing");
    setFailure(undefined);
    const stopped = await bringFile({ send, told }, parts, done === parts.length ? 0 : done);
    setStep(stopped === undefined ? "done" : "none");
    setFailure(stopped);
    if (stopped === undefined) dropDone(org);
    imported();
  };

  const parts = checked?.parts.length ?? 0;
  const ready = checked !== undefined && checked.faults.length === 0 && checked.rows > 0;
  return (
    <Card title={customers.import}>
      <p>{customers.hint}</p>
      <p>
        <label htmlFor={input}>{customers.fileField}</label>
      </p>
      <p className="chosen">
        <input
          id={input}
          type="file"
          accept=".xlsx,.csv,text/csv"
          disabled={busy}
          onChange={({ target }) => void choose(target.files?.[0])}
        />
        <Button
          disabled={chosen === undefined || busy || step === "done"}
          loading={step === "reading" || step === "checking"}
          onClick={() => chosen !== undefined && void check(chosen)}
        >
          {words.imports.check}
        </Button>
      </p>
      {unread && <Alert type="error" showIcon role="alert" title={customers.unread} />}
      {step === "checking" && <p role="status">{customers.checking(done)}</p>}
      {failure !== undefined && <FailureNote failure={failure} />}
      {failure !== undefined && failure.rows.length > 0 && <FaultTable faults={failure.rows} />}
      {checked !== undefined && step !== "done" && <Found {...checked} />}
      {ready && done > 0 && step === "none" && <p role="status">{customers.begun(done, parts)}</p>}
      {(step === "importing" || (ready && done > 0)) && (
        <Progress percent={Math.floor((100 * done) / Math.max(1, parts))} aria-label={customers.import} />
      )}
      {ready && chosen !== undefined && step !== "done" && (
        <Button type="primary" loading={step === "importing"} onClick={() => void bring(chosen, checked)}>
          {done > 0 ? customers.goOn : customers.takeAll(checked.rows)}
        </Button>
      )}
      {step === "done" && checked !== undefined && (
        <Alert type="success" showIcon role="status" title={customers.taken(checked.rows)} />
      )}
    </Card>
  );
};
