import { Button, Skeleton } from "antd";
import { useCallback, useEffect, useState } from "react";
import type * as z from "zod";
import type { DigestShown, DigestsPage as Page } from "../../../shared/api/digests.ts";
import { pathTo, useDesk } from "../desk.ts";
import { useLoaded } from "../hooks.ts";
import { Card, FailureNote } from "../parts.tsx";
import { Table } from "../table.tsx";

type Items = z.infer<typeof Page>["items"];

/** A digest as its reader sees it, in a frame that may do nothing. */
const Letter = ({ path, title }: { path: string; title: string }) => {
  const { client, words } = useDesk();
  const ask = useCallback(() => client.get<DigestShown>(path), [client, path]);
  const { value, failure, reload } = useLoaded(ask);
  return (
    <Card title={title} className="digest">
      {failure !== undefined && <FailureNote failure={failure} again={reload} />}
      {value === undefined && failure === undefined && <Skeleton active title={false} paragraph={{ rows: 8 }} />}
      {value?.light === "" && <p className="quiet">{words.digests.nothing}</p>}
      {value !== undefined && value.light !== "" && (
        <iframe className="letter on-wide" title={words.digests.frame} sandbox="" srcDoc={value.light} />
      )}
    </Card>
  );
};

const Past = ({ items, show }: { items: Items; show: (item: Items[number]) => void }) => {
  const { digests: says } = useDesk().words;
  if (items.length === 0) return <p className="quiet">{says.none}</p>;
  return (
    <Table
      className="records"
      rows={items}
      keyOf={({ id }) => id}
      columns={[
        { title: says.day, show: ({ day }) => day },
        { title: says.to, show: ({ to }) => to },
        { title: says.standing, show: ({ standing }) => says.is[standing] },
        { title: says.overdue, show: ({ overdue }) => String(overdue) },
        { title: says.due, show: ({ due }) => String(due) },
        { title: "", show: (one) => <Button onClick={() => show(one)}>{says.show}</Button> },
      ]}
    />
  );
};

/** What digests would tell the roles of whoever looks, and what they have told them. */
export const DigestsPage = () => {
  const { client, org, words } = useDesk();
  const { digests: says } = words;
  const [chosen, choose] = useState<Items[number]>();
  const ask = useCallback(() => client.get<z.infer<typeof Page>>(pathTo(org, "/digests")), [client, org]);
  const { value, failure, reload } = useLoaded(ask);
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
      <Card title={says.past}>
        {failure !== undefined && <FailureNote failure={failure} again={reload} />}
        {value !== undefined && <Past items={value.items} show={choose} />}
      </Card>
      {chosen === undefined ? (
        <Letter path={pathTo(org, "/digest")} title={says.now} />
      ) : (
        <Letter key={chosen.id} path={pathTo(org, `/digests/${chosen.id}`)} title={says.at(chosen.day)} />
      )}
    </>
  );
};
