import { Alert, Form, Modal } from "antd";
import { useRef, useState } from "react";
import type { CaseView } from "../../../shared/api/case-view.ts";
import { createKeys } from "../api/client.ts";
import { type Entered, offsetOf } from "../api/entered.ts";
import { byField, type Failure, isPassing } from "../api/failure.ts";
import { useDesk } from "../desk.ts";
import { draftOf, dropDraft, keepDraft } from "../drafts.ts";
import { FailureNote } from "../parts.tsx";
import type { Errand } from "./errand.ts";
import { ErrandField } from "./errand-field.tsx";

type DialogProps<Reply> = {
  readonly errand: Errand;
  /** What it is done to: a case, or something else with a regulation and a version. */
  readonly view: Pick<CaseView, "version" | "facts" | "receivedAt"> & { readonly policy: { readonly id: string } };
  readonly path: string;
  readonly reload: () => Promise<void>;
  readonly done: (reply: Reply) => void;
  readonly close: () => void;
};

/** The answers of one errand, sent with the version of the case that is on the screen; nothing typed is lost on a no. */
export const ErrandDialog = <Reply = CaseView>({ errand, view, path, reload, done, close }: DialogProps<Reply>) => {
  const { client, words } = useDesk();
  const { actions } = words;
  const [form] = Form.useForm();
  const keys = useRef(createKeys());
  const [sending, setSending] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const target = `${path}${errand.path}`;
  // several errands are sent to one address; each has what was written for it
  const draft = `${target} ${errand.id}`;
  const ids = errand.fields.map(({ id }) => id);

  const show = (refused: Failure): void => {
    setFailure(refused);
    const { at } = byField(refused, ids);
    form.setFields(at.map(({ id, says }) => ({ name: id, errors: [says] })));
    const [first] = at;
    if (first !== undefined) form.scrollToField(first.id, { focus: true, block: "center" });
  };

  const send = async (entered: Entered): Promise<void> => {
    setSending(true);
    setFailure(undefined);
    const body = errand.body(entered);
    const key = keys.current.keyFor(target, body);
    const answer = await client.post<Reply>(target, { body, key, version: view.version });
    setSending(false);
    if (answer.ok || !isPassing(answer.failure)) keys.current.settled();
    if (answer.ok) {
      dropDraft(draft);
      done(answer.value);
      return;
    }
    show(answer.failure);
    if (answer.failure.status === 412) await reload();
  };

  const rest = failure === undefined ? [] : byField(failure, ids).rest;
  return (
    <Modal
      open
      title={errand.title}
      onCancel={close}
      onOk={form.submit}
      okText={errand.fields.length === 0 ? actions.confirm : actions.send}
      cancelText={actions.cancel}
      okButtonProps={{ disabled: errand.closed !== undefined }}
      confirmLoading={sending}
      mask={{ closable: false }}
      width={560}
    >
      <div className="dialog">
        {failure?.status === 412 && <Alert type="warning" showIcon role="alert" title={actions.overtaken} />}
        {failure !== undefined && failure.status !== 412 && <FailureNote failure={failure} />}
        {rest.map((says) => (
          <Alert key={says} type="error" title={says} />
        ))}
        {errand.closed !== undefined && <Alert type="warning" showIcon title={actions.notOpen(errand.closed)} />}
        {errand.warns !== undefined && <Alert type="warning" showIcon title={errand.warns} />}
        {errand.fields.length === 0 && <p>{actions.noFields}</p>}
        <Form
          form={form}
          name={errand.id}
          layout="vertical"
          requiredMark="optional"
          scrollToFirstError={{ focus: true, block: "center" }}
          initialValues={{ ...errand.start, ...draftOf<Entered>(draft) }}
          onValuesChange={(_, all: Entered) => keepDraft(draft, all)}
          onFinish={(entered) => void send(entered)}
        >
          {errand.fields.map((field) => (
            <ErrandField
              key={field.id}
              field={field}
              policy={view.policy.id}
              facts={view.facts}
              offset={offsetOf(view.receivedAt)}
            />
          ))}
        </Form>
      </div>
    </Modal>
  );
};
