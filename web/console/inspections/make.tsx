import { Alert, Button } from "antd";
import { useDesk } from "../desk.ts";
import { Card, FailureNote, Mark } from "../parts.tsx";
import { hashOf } from "../route.ts";
import { begun, drop, type Form, type Kept, keep } from "./kept.ts";
import type { Known } from "./known.ts";
import type { Outbox } from "./outbox.ts";

const Standing = ({ kept }: { kept: Kept }) => {
  const { inspecting } = useDesk().words;
  if (kept.inspectionId !== undefined) return <Mark tone="wait">{inspecting.photosLeft(kept.photos.length)}</Mark>;
  if (kept.refusal !== undefined) return <Mark tone="bad">{inspecting.refused}</Mark>;
  return kept.state === "queued" ? (
    <Mark tone="wait">{inspecting.queued}</Mark>
  ) : (
    <Mark tone="info">{inspecting.draft}</Mark>
  );
};

const KeptList = ({ outbox }: { outbox: Outbox }) => {
  const { org, words } = useDesk();
  const { inspecting } = words;
  const discard = async (kept: Kept) => {
    if (!confirm(inspecting.discardSure)) return;
    await drop(kept.id);
    await outbox.reload();
  };
  return (
    <Card title={inspecting.kept}>
      <ul className="kept-list">
        {outbox.all.map((kept) => (
          <li key={kept.id}>
            <div>
              <strong>{kept.form.title}</strong> {kept.typed.subject}
            </div>
            <Standing kept={kept} />
            {kept.state === "draft" && (
              <div className="take">
                <Button
                  onClick={() => location.assign(hashOf({ org, page: "inspections", query: { draft: kept.id } }))}
                >
                  {inspecting.goOn}
                </Button>
                <Button type="text" onClick={() => void discard(kept)}>
                  {inspecting.discard}
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
};

/** The inspections that one makes, and what of them is still on this device. */
export const Make = ({ outbox, known }: { outbox: Outbox; known: Known }) => {
  const { org, words } = useDesk();
  const { inspecting } = words;
  const { all, keeps, online, busy, person, send } = outbox;
  const { forms, failure, reload } = known;
  const waiting = all.filter(({ state }) => state === "queued").length;
  const begin = async (form: Form) => {
    const kept = begun(org, person.sub, person.name, form);
    await keep(kept);
    await outbox.reload();
    location.assign(hashOf({ org, page: "inspections", query: { draft: kept.id } }));
  };
  return (
    <>
      <h1>{inspecting.make}</h1>
      <p>{inspecting.lead}</p>
      {!keeps && <Alert type="warning" showIcon title={inspecting.cannotKeep} />}
      {waiting > 0 && (
        <Alert
          type="warning"
          showIcon
          role="status"
          title={online ? inspecting.notSent(waiting) : `${inspecting.notSent(waiting)} ${inspecting.offline}`}
          action={
            <Button loading={busy} onClick={() => void send()}>
              {inspecting.sendNow}
            </Button>
          }
        />
      )}
      {all.length > 0 && <KeptList outbox={outbox} />}
      {failure !== undefined && <FailureNote failure={failure} again={() => void reload()} />}
      {forms?.length === 0 && <p>{inspecting.nothingToMake}</p>}
      <ul className="form-list">
        {(forms ?? []).map((form) => (
          <li key={`${form.policy} ${form.schedule}`}>
            <div>
              <strong>{form.title}</strong>
              <span className="clock">
                {form.policySays} · {form.of}
              </span>
            </div>
            <Button type="primary" onClick={() => void begin(form)} aria-label={`${inspecting.fill} ${form.title}`}>
              {inspecting.fill}
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
};
