import { Button, Input } from "antd";
import { useId, useRef, useState } from "react";
import type * as z from "zod";
import type { CaseAddress } from "../../../shared/api/addresses.ts";
import { createKeys } from "../api/client.ts";
import { type Failure, isPassing } from "../api/failure.ts";
import { useDesk } from "../desk.ts";
import { FailureNote } from "../parts.tsx";

/** Lets mail go to an address again, with a reason; nothing is sent before one is written. */
export const Lift = ({ path, version = 0, done }: { path: string; version?: number; done: () => void }) => {
  const { client, words } = useDesk();
  const { privacy } = words;
  const id = useId();
  const keys = useRef(createKeys());
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState("");
  const [sending, setSending] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const send = async (): Promise<void> => {
    setSending(true);
    const body = { reason };
    const answer = await client.post<z.infer<typeof CaseAddress>>(path, {
      body,
      key: keys.current.keyFor(path, body),
      version,
    });
    setSending(false);
    if (answer.ok || !isPassing(answer.failure)) keys.current.settled();
    if (answer.ok) done();
    else setFailure(answer.failure);
  };
  if (!asking) return <Button onClick={() => setAsking(true)}>{privacy.lift}</Button>;
  return (
    <div className="choice">
      <label htmlFor={id}>{privacy.liftReason}</label>
      <Input.TextArea
        id={id}
        autoFocus
        rows={2}
        maxLength={500}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
      />
      <p className="quiet">{privacy.liftHint}</p>
      {failure !== undefined && <FailureNote failure={failure} />}
      <div className="buttons">
        <Button type="primary" loading={sending} disabled={reason.trim() === ""} onClick={() => void send()}>
          {privacy.lift}
        </Button>
        <Button onClick={() => setAsking(false)}>{privacy.no}</Button>
      </div>
    </div>
  );
};

/** What closed an address, in the reader's words and the mail service's. */
export const whyClosed = (
  reasons: Readonly<Record<string, string>>,
  { is, why }: { is: string; why: string },
): string => (is === "unsubscribed" || why === "" ? (reasons[is] ?? is) : `${reasons[is] ?? is} (${why})`);
