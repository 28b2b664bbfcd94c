import { Button, Select, Skeleton } from "antd";
import { useCallback, useEffect } from "react";
import type * as z from "zod";
import type { ReportList, ReportOffers } from "../../../shared/api/reports.ts";
import { serverTime } from "../api/server-time.ts";
import { pathTo, useDesk } from "../desk.ts";
import { useLoaded } from "../hooks.ts";
import { Moment } from "../moment.tsx";
import { FailureNote } from "../parts.tsx";
import { hashOf, type Query } from "../route.ts";
import { Table } from "../table.tsx";
import { ReportPage } from "./report-page.tsx";
import { Standing } from "./standing.tsx";

const monthBeside = (month: string, by: 1 | -1): string => {
  const [year = 0, n = 1] = month.split("-").map(Number);
  const at = year * 12 + n - 1 + by;
  return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}`;
};

const Rows = ({ policy, month }: { policy: string; month: string }) => {
  const { org, client, words } = useDesk();
  const { reports } = words;
  const path = pathTo(org, `/reports?policy=${policy}&month=${month}&limit=100`);
  const ask = useCallback(() => client.get<z.infer<typeof ReportList>>(path), [client, path]);
  const { value, failure, reload } = useLoaded(ask);
  if (failure !== undefined) return <FailureNote failure={failure} again={() => void reload()} />;
  if (value === undefined) return <Skeleton active title={false} paragraph={{ rows: 8 }} />;
  if (value.items.length === 0) return <p className="card empty">{reports.none}</p>;
  return (
    <Table
      className="cases"
      rows={value.items}
      keyOf={({ id }) => id}
      columns={[
        {
          title: reports.name,
          show: ({ id, schedule }) => <a href={hashOf({ org, page: "reports", query: { id } })}>{schedule.title}</a>,
        },
        { title: reports.covers, show: ({ says }) => says },
        { title: reports.unit, show: ({ unit }) => unit?.title },
        { title: reports.due, show: ({ due }) => due !== undefined && <Moment at={due} due /> },
        { title: reports.state, show: (row) => <Standing row={row} /> },
      ]}
    />
  );
};

const List = ({ query }: { query: Query }) => {
  const { org, client, words } = useDesk();
  const { reports } = words;
  const ask = useCallback(
    () => client.get<z.infer<typeof ReportOffers>>(pathTo(org, "/report-schedules")),
    [client, org],
  );
  const { value, failure, reload } = useLoaded(ask);
  const policies = [...new Map((value?.items ?? []).map((one) => [one.policy.id, one.policy])).values()];
  const policy = query.policy ?? policies[0]?.id;
  const month = query.month ?? new Date(serverTime.now()).toISOString().slice(0, 7);
  const at = (over: Query) => hashOf({ org, page: "reports", query: { ...query, ...over } });
  useEffect(() => {
    document.title = `${reports.title} · ${words.console}`;
  }, [reports, words]);
  return (
    <>
      <div className="head">
        <div>
          <h1>{reports.title}</h1>
          <p className="quiet">{reports.lead}</p>
        </div>
        <div className="take">
          <Button href={at({ month: monthBeside(month, -1) })}>{reports.before}</Button>
          <span className="quiet">{month}</span>
          <Button href={at({ month: monthBeside(month, 1) })}>{reports.after}</Button>
        </div>
      </div>
      {failure !== undefined && <FailureNote failure={failure} again={() => void reload()} />}
      {policies.length > 1 && (
        <Select
          aria-label={reports.regulation}
          value={policy}
          style={{ width: "100%", marginBlockEnd: 16 }}
          options={policies.map(({ id, title }) => ({ value: id, label: title }))}
          onChange={(id: string) => {
            location.hash = at({ policy: id });
          }}
        />
      )}
      {value !== undefined && policy === undefined && <p className="card empty">{reports.none}</p>}
      {policy !== undefined && <Rows policy={policy} month={month} />}
    </>
  );
};

/** The reports of the company's regulations, or the one that the address names. */
export const Reports = ({ query }: { query: Query }) =>
  query.id === undefined ? <List query={query} /> : <ReportPage key={query.id} id={query.id} />;
