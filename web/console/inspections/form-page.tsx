import { Alert, Button, Input, Skeleton } from "antd";
import { useEffect, useId, useRef, useState } from "react";
import { useDesk } from "../desk.ts";
import { hashOf } from "../route.ts";
import { itemsOf, type Kept, keep, keptOne, type Typed } from "./kept.ts";
import { FurtherField, LineField, More } from "./line.tsx";
import type { Outbox } from "./outbox.ts";
import { PeopleField } from "./people.tsx";
import { furtherLine, furtherOf, lineOf, photosAt, whole, withFurther, withLine, withPhotos } from "./typing.ts";

const Text = ({ says, value, put, max }: { says: string; value: string; put: (said: string) => void; max: number }) => {
  const id = useId();
  return (
    <label htmlFor={id} className="head-field">
      {says}
      <Input id={id} maxLength={max} value={value} onChange={({ target }) => put(target.value)} />
    </label>
  );
};

const Head = ({ typed, put }: { typed: Typed; put: (said: Partial<Typed>) => void }) => {
  const { inspecting } = useDesk().words;
  const head = typed.head ?? { name: "" };
  return (
    <>
      <Text says={inspecting.subject} value={typed.subject} max={120} put={(subject) => put({ subject })} />
      <Text says={inspecting.department} value={typed.department} max={100} put={(department) => put({ department })} />
      <Text says={inspecting.object} value={typed.object ?? ""} max={60} put={(object) => put({ object })} />
      <Text says={inspecting.head} value={head.name} max={100} put={(name) => put({ head: { ...head, name } })} />
      <Text
        says={inspecting.headMail}
        value={head.email ?? ""}
        max={254}
        put={(email) => put({ head: { ...head, email } })}
      />
    </>
  );
};

const Lines = ({ kept, put }: { kept: Kept; put: (next: Kept) => void }) => {
  const { inspecting } = useDesk().words;
  const further = furtherOf(kept);
  return (
    <>
      {itemsOf(kept.form).map(({ checklist, item, head }, at) => {
        const line = lineOf(kept, checklist, item.id);
        return (
          <div key={`${checklist}/${item.id}`}>
            {head !== undefined && <h2>{head}</h2>}
            <LineField
              title={item.title}
              limit={item.limit}
              result={line?.result}
              value={line?.value}
              note={line?.note}
              photos={photosAt(kept, at + 1)}
              say={(said) => put(withLine(kept, checklist, item.id, said))}
              addPhotos={(files) => put(withPhotos(kept, at + 1, files))}
            />
          </div>
        );
      })}
      {further.map(({ title = "", note }, at) => (
        <FurtherField
          // biome-ignore lint/suspicious/noArrayIndexKey: such a problem is told by its place alone
          key={at}
          title={title}
          note={note}
          photos={photosAt(kept, furtherLine(kept, at))}
          say={(said) => put(withFurther(kept, at, said))}
          addPhotos={(files) => put(withPhotos(kept, furtherLine(kept, at), files))}
        />
      ))}
      <More says={inspecting.addFurther} add={() => put(withFurther(kept, further.length, {}))} />
    </>
  );
};

/** The form of an inspection: each answer is kept on the device as it is given, and handed in when there is a network. */
export const FormPage = ({ id, outbox }: { id: string; outbox: Outbox }) => {
  const { org, words } = useDesk();
  const { inspecting } = words;
  const [kept, setKept] = useState<Kept>();
  const [saved, setSaved] = useState(true);
  const last = useRef<Promise<unknown>>(Promise.resolve());
  useEffect(() => void keptOne(id).then(setKept, () => undefined), [id]);
  if (kept === undefined) return <Skeleton active paragraph={{ rows: 8 }} />;
  const put = (next: Kept) => {
    setKept(next);
    last.current = keep(next).then(
      () => setSaved(true),
      () => setSaved(false),
    );
  };
  const submit = async () => {
    await last.current;
    await keep({ ...whole(kept), state: "queued", refusal: undefined });
    await outbox.reload();
    location.assign(hashOf({ org, page: "inspections" }));
  };
  return (
    <section className="inspection-form">
      <h1>{kept.form.title}</h1>
      <p className="clock">
        {kept.form.policySays} · {kept.form.of}
      </p>
      {kept.refusal !== undefined && (
        <Alert
          type="error"
          showIcon
          role="alert"
          title={inspecting.refused}
          description={
            <ul>
              {kept.refusal.map((says) => (
                <li key={says}>{says}</li>
              ))}
            </ul>
          }
        />
      )}
      {!outbox.online && <Alert type="warning" showIcon title={inspecting.offline} />}
      <Head typed={kept.typed} put={(said) => put({ ...kept, typed: { ...kept.typed, ...said } })} />
      <PeopleField
        people={kept.typed.people}
        least={kept.form.people}
        say={(people) => put({ ...kept, typed: { ...kept.typed, people } })}
      />
      <Lines kept={kept} put={put} />
      <div className="send-bar">
        <span role="status">{saved && outbox.keeps ? inspecting.saved : inspecting.cannotKeep}</span>
        <Button type="primary" size="large" onClick={() => void submit()}>
          {inspecting.submit}
        </Button>
      </div>
    </section>
  );
};
