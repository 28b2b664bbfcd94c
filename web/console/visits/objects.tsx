import { Skeleton } from "antd";
import { useCallback, useEffect } from "react";
import type * as z from "zod";
import type { ObjectList } from "../../../shared/api/visiting.ts";
import { pathTo, useDesk } from "../desk.ts";
import { useLoaded } from "../hooks.ts";
import { SearchBox } from "../list/search-box.tsx";
import { FailureNote, Mark } from "../parts.tsx";
import { hashOf, type Query, searchOf } from "../route.ts";
import { Table } from "../table.tsx";
import { Whom } from "./parts.tsx";

/** What the company visits, as far as the reader's roles may see it. */
export const Objects = ({ query: { q = "", cursor = "" } }: { query: Query }) => {
  const { org, client, words } = useDesk();
  const { visiting } = words;
  const path = pathTo(org, `/visited?${searchOf({ q, cursor, limit: "50" })}`);
  const ask = useCallback(() => client.get<z.infer<typeof ObjectList>>(path), [client, path]);
  const { value, failure, reload } = useLoaded(ask);
  useEffect(() => {
    document.title = `${visiting.objects} · ${words.console}`;
  }, [visiting, words]);
  const at = (rest: Query): string => hashOf({ org, page: "visits", query: { at: "objects", ...rest } });
  return (
    <>
      <div className="head">
        <div>
          <h1>{visiting.objects}</h1>
          <p className="quiet">{visiting.objectsLead}</p>
        </div>
      </div>
      <SearchBox
        label={visiting.search}
        max={100}
        key={q}
        typed={q}
        find={(typed) => location.assign(at({ q: typed }))}
      />
      {failure !== undefined && <FailureNote failure={failure} again={() => void reload()} />}
      {value === undefined && failure === undefined && <Skeleton active title={false} paragraph={{ rows: 8 }} />}
      {value?.items.length === 0 && <p className="card empty">{visiting.noObjects}</p>}
      {value !== undefined && value.items.length > 0 && (
        <Table
          className="cases"
          rows={value.items}
          keyOf={({ id }) => id}
          columns={[
            {
              title: visiting.object,
              show: ({ id, title }) => (
                <>
                  <a href={hashOf({ org, page: "visits", query: { id } })}>{title}</a>
                  <div className="quiet">{id}</div>
                </>
              ),
            },
            { title: visiting.whom, show: ({ contact }) => <Whom {...contact} /> },
            { title: visiting.visitor, show: ({ visitor }) => visitor?.name },
            { title: visiting.schedule, show: ({ scheduleSays }) => scheduleSays },
            {
              title: visiting.stands,
              show: ({ retired }) => (
                <Mark tone={retired === undefined ? "info" : "wait"}>{retired?.says ?? visiting.visited}</Mark>
              ),
            },
          ]}
        />
      )}
      {value?.cursor !== undefined && <a href={at({ q, cursor: value.cursor })}>{visiting.more}</a>}
    </>
  );
};
