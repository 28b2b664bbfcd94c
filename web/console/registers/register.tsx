import { Button, Skeleton } from "antd";
import { useCallback, useId, useState } from "react";
import type * as z from "zod";
import type { EntryList, RegisterList } from "../../../shared/api/registers.ts";
import { answersOf, offsetOf } from "../api/entered.ts";
import { serverTime } from "../api/server-time.ts";
import type { Errand } from "../case/errand.ts";
import { pathTo, useDesk } from "../desk.ts";
import { useLoaded } from "../hooks.ts";
import { dateAt } from "../list/filter-query.ts";
import { Card, FailureNote } from "../parts.tsx";
import { hashOf, type Query, searchOf } from "../route.ts";
import { Take } from "../take.tsx";
import { Entries } from "./entries.tsx";
import { EntryActs } from "./entry-acts.tsx";

type Register = z.infer<typeof RegisterList>["items"][number];
type List = z.infer<typeof EntryList>;

/** A month of the office, or whatever was entered about one subject. */
const Asked = ({ register, month, query }: { register: Register; month: string; query: Query }) => {
  const { org, words } = useDesk();
  const { registers } = words;
  const [at, about] = [useId(), useId()];
  const [subject, setSubject] = useState(query.subject ?? "");
  const go = (more: Query): void => {
    location.hash = hashOf({
      org,
      page: "registers",
      query: { of: `${register.policy.id}/${register.form}`, ...more },
    });
  };
  return (
    <div className="month">
      <label htmlFor={at}>{registers.month}</label>
      <input
        id={at}
        type="month"
        pattern="\d{4}-\d{2}"
        value={month}
        onChange={({ target }) => /^\d{4}-(0[1-9]|1[0-2])$/.test(target.value) && go({ month: target.value })}
      />
      {register.subject !== undefined && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            go({ month, subject });
          }}
        >
          <label htmlFor={about}>{registers.subject}</label>{" "}
          <input id={about} value={subject} maxLength={200} onChange={({ target }) => setSubject(target.value)} />{" "}
          <Button htmlType="submit">{registers.find}</Button>
        </form>
      )}
    </div>
  );
};

const writing = ({ fields, title }: Register, offset: string, write: string): Errand => ({
  id: "write",
  title: `${write}: ${title}`,
  fields,
  start: {},
  path: "",
  body: (entered) => ({ answers: answersOf(fields, entered, offset) }),
});

const Quotas = ({ quotas }: Pick<List, "quotas">) => {
  const { registers } = useDesk().words;
  return quotas.map(({ title, period, count, min, max }) => (
    <p key={title} className="quiet">
      {registers.quota(`${title} (${period})`, count, min, max)}
    </p>
  ));
};

/** One register: its entries of a month or about a subject, and what may be entered into it. */
export const RegisterPart = ({ register, query }: { register: Register; query: Query }) => {
  const { org, client, words, house } = useDesk();
  const { registers, take } = words;
  const [limit, setLimit] = useState(50);
  const timeZone = house?.org.timeZone ?? "UTC";
  const month = query.month ?? dateAt(serverTime.now(), timeZone).slice(0, 7);
  const path = pathTo(org, `/registers/${register.policy.id}/${register.form}`);
  const asked = searchOf({ month, subject: query.subject ?? "", limit: String(limit) });
  const ask = useCallback(() => client.get<List>(`${path}?${asked}`), [client, path, asked]);
  const { value, failure, reload } = useLoaded(ask);
  const at = value?.items[0]?.writtenAt ?? "2026-01-01T00:00:00+08:00";
  const files = ["csv", "xlsx"] as const;
  return (
    <Card title={register.title}>
      <Asked register={register} month={month} query={query} />
      {register.mayWrite && (
        <EntryActs
          errands={[{ ...writing(register, offsetOf(at), registers.write), title: registers.write }]}
          path={path}
          policy={register.policy.id}
          at={at}
          done={reload}
        />
      )}
      <Take
        files={files.map((format) => ({ path: `${path}/file?month=${month}&format=${format}`, says: take[format] }))}
      />
      {failure !== undefined && <FailureNote failure={failure} again={() => void reload()} />}
      {value === undefined && failure === undefined && <Skeleton active />}
      {value !== undefined && <Quotas quotas={value.quotas} />}
      {value?.items.length === 0 && <p>{registers.none}</p>}
      {value !== undefined && value.items.length > 0 && <Entries items={value.items} reload={reload} />}
      {value?.cursor !== undefined && limit < 100 && <Button onClick={() => setLimit(100)}>{registers.more}</Button>}
    </Card>
  );
};
