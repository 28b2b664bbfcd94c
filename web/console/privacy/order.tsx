import { Button } from "antd";
import { useCallback } from "react";
import type { PersonErasureReply } from "../../../shared/api/erasures.ts";
import type { Answer, Client } from "../api/client.ts";
import { pathTo, useDesk } from "../desk.ts";
import { useLoaded } from "../hooks.ts";
import { Card, FailureNote, Mark } from "../parts.tsx";
import { hashOf, searchOf } from "../route.ts";
import { Table } from "../table.tsx";
import { sayMoment } from "../words/time.ts";
import { wordFor } from "../words/words.ts";

const STAGES = ["cases", "customers", "visited", "kept", "surveys", "mails"] as const;

type Row = {
  readonly is: string;
  readonly says?: string | undefined;
  readonly rules?: readonly string[] | undefined;
};

const Result = ({ is }: Row) => {
  const { privacy } = useDesk().words;
  return <Mark tone={is === "kept" ? "wait" : "good"}>{wordFor(privacy.is, is)}</Mark>;
};

const whyOf = ({ says = "", rules = [] }: Row): string => [says, ...rules].filter(Boolean).join(" ");

const Found = ({ of: { cases, others } }: { of: PersonErasureReply }) => {
  const { org, words } = useDesk();
  const { privacy } = words;
  const result = { title: privacy.result, show: (row: Row) => <Result {...row} /> };
  const why = { title: privacy.why, show: whyOf };
  return (
    <>
      {cases.length > 0 && (
        <Table
          className="records"
          caption={privacy.cases}
          rows={cases}
          keyOf={({ caseId = "" }, place) => `${caseId} ${place}`}
          columns={[
            {
              title: privacy.what,
              show: ({ caseId, number }) =>
                caseId === undefined ? privacy.foreign : <a href={hashOf({ org, caseId })}>{number ?? caseId}</a>,
            },
            result,
            why,
          ]}
        />
      )}
      {others.length > 0 && (
        <Table
          className="records"
          caption={privacy.others}
          rows={others}
          keyOf={({ of }, place) => `${of} ${place}`}
          columns={[
            {
              title: privacy.what,
              show: ({ of, objectId, form }) => [wordFor(privacy.of, of), objectId ?? form].filter(Boolean).join(" "),
            },
            result,
            why,
          ]}
        />
      )}
    </>
  );
};

/** An order with all of its pages: few people are in more cases than a page holds. */
const whole = async (client: Client, path: string): Promise<Answer<PersonErasureReply>> => {
  const first = await client.get<PersonErasureReply>(path);
  if (!first.ok) return first;
  const pages = [first.value];
  for (let next = first.value.cursor; next !== undefined; next = pages.at(-1)?.cursor) {
    const page = await client.get<PersonErasureReply>(`${path}?${searchOf({ cursor: next })}`);
    if (!page.ok) return page;
    pages.push(page.value);
  }
  const [cases, others] = [pages.flatMap((page) => page.cases), pages.flatMap((page) => page.others)];
  return { ok: true, value: { ...first.value, cases, others } };
};

/** How far an order is, what came of each thing that was found, and what stays whatever is ordered. */
export const Order = ({ erasure }: { erasure: string }) => {
  const { org, client, locale, words } = useDesk();
  const { privacy } = words;
  const path = pathTo(org, `/erasures/${encodeURIComponent(erasure)}`);
  const ask = useCallback(() => whole(client, path), [client, path]);
  const { value, failure, loading, reload } = useLoaded(ask);
  if (failure !== undefined) return <FailureNote failure={failure} again={() => void reload()} />;
  if (value === undefined) return null;
  const { doneAt, stage, orderedAt, ordered, kept, erased, left, stays } = value;
  const reached = doneAt === undefined ? STAGES.indexOf(stage) : STAGES.length;
  const nothing = doneAt !== undefined && ordered + kept + erased + left === 0;
  return (
    <Card title={privacy.progress}>
      <ol className="stages">
        {STAGES.map((one, at) => (
          <li
            key={one}
            className={at < reached ? "over" : undefined}
            aria-current={at === reached ? "step" : undefined}
          >
            {wordFor(privacy.stages, one)}
          </li>
        ))}
      </ol>
      <p role="status">
        {privacy.ordered} {sayMoment(orderedAt, locale)} ·{" "}
        {doneAt === undefined ? privacy.running : privacy.done(sayMoment(doneAt, locale))}
      </p>
      {nothing && <p className="empty">{privacy.nothing}</p>}
      <Found of={value} />
      <div className="buttons">
        {doneAt === undefined && (
          <Button loading={loading} onClick={() => void reload()}>
            {privacy.refresh}
          </Button>
        )}
        <Button href={hashOf({ org, page: "privacy" })}>{privacy.another}</Button>
      </div>
      <h3>{privacy.stays}</h3>
      <ul>
        {stays.map(({ what, says }) => (
          <li key={what}>{says}</li>
        ))}
      </ul>
    </Card>
  );
};
