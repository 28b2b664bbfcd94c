import { Button, Input, Modal } from "antd";
import { useId, useRef, useState } from "react";
import type { PersonErasureReply } from "../../../shared/api/erasures.ts";
import { createKeys } from "../api/client.ts";
import { byField, type Failure, isPassing } from "../api/failure.ts";
import { pathTo, useDesk } from "../desk.ts";
import { Choice } from "../list/choice.tsx";
import { Card, FailureNote } from "../parts.tsx";

const FIELDS = ["email", "phone", "reason"];

const Says = ({ title, of }: { title: string; of: readonly string[] }) => (
  <>
    <h3>{title}</h3>
    <ul>
      {of.map((one) => (
        <li key={one}>{one}</li>
      ))}
    </ul>
  </>
);

/** Who is to be forgotten, what goes and what stays, and the order; asked once more before it is given. */
export const Forget = ({ ordered }: { ordered: (erasure: string) => void }) => {
  const { org, client, words } = useDesk();
  const { privacy } = words;
  const [whoId, whyId] = [useId(), useId()];
  const keys = useRef(createKeys());
  const [by, setBy] = useState<"email" | "phone">("email");
  const [who, setWho] = useState("");
  const [reason, setReason] = useState("");
  const [asking, setAsking] = useState(false);
  const [sending, setSending] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const path = pathTo(org, "/erasures");
  const send = async (): Promise<void> => {
    setSending(true);
    setFailure(undefined);
    const body = { [by]: who, reason };
    const answer = await client.post<PersonErasureReply>(path, {
      body,
      key: keys.current.keyFor(path, body),
      version: 0,
    });
    setSending(false);
    if (answer.ok || !isPassing(answer.failure)) keys.current.settled();
    if (answer.ok) ordered(answer.value.erasure);
    else setFailure(answer.failure);
  };
  const wrong = failure === undefined ? [] : byField(failure, FIELDS).at;
  const saysOf = (field: string) => wrong.find(({ id }) => id === field)?.says;
  const ready = who.trim() !== "" && reason.trim() !== "";
  return (
    <Card title={privacy.forget}>
      <Choice
        label={privacy.by}
        value={by}
        options={[
          ["email", privacy.email],
          ["phone", privacy.phone],
        ]}
        choose={(next) => setBy(next === "phone" ? "phone" : "email")}
      />
      <div className="choice">
        <label htmlFor={whoId}>{privacy[by]}</label>
        <Input
          id={whoId}
          type={by === "email" ? "email" : "tel"}
          autoComplete="off"
          maxLength={254}
          value={who}
          onChange={({ target }) => setWho(target.value)}
        />
        {(saysOf("email") ?? saysOf("phone")) !== undefined && (
          <p className="error" role="alert">
            {saysOf("email") ?? saysOf("phone")}
          </p>
        )}
      </div>
      <div className="choice">
        <label htmlFor={whyId}>{privacy.reason}</label>
        <Input.TextArea
          id={whyId}
          rows={2}
          maxLength={2000}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
        />
        {saysOf("reason") !== undefined && (
          <p className="error" role="alert">
            {saysOf("reason")}
          </p>
        )}
      </div>
      <Says title={privacy.goes} of={privacy.goesList} />
      <Says title={privacy.stays} of={privacy.staysList} />
      <p>{privacy.final}</p>
      {failure !== undefined && wrong.length === 0 && <FailureNote failure={failure} />}
      <div className="buttons">
        <Button danger type="primary" loading={sending} disabled={!ready} onClick={() => setAsking(true)}>
          {privacy.send}
        </Button>
      </div>
      <Modal
        open={asking}
        title={privacy.sure}
        okText={privacy.yes}
        cancelText={privacy.no}
        okButtonProps={{ danger: true }}
        onCancel={() => setAsking(false)}
        onOk={() => {
          setAsking(false);
          void send();
        }}
      >
        {privacy.final}
      </Modal>
    </Card>
  );
};
