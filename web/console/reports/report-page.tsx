import { Button, Skeleton } from "antd";
import { useCallback, useEffect } from "react";
import type * as z from "zod";
import type { ReportFileLink, ReportView } from "../../../shared/api/reports.ts";
import { pathTo, useDesk } from "../desk.ts";
import { useLoaded } from "../hooks.ts";
import { Moment } from "../moment.tsx";
import { Card, Facts, FailureNote } from "../parts.tsx";
import { hashOf } from "../route.ts";
import { Table } from "../table.tsx";
import { Acts } from "./acts.tsx";
import { Standing } from "./standing.tsx";

type Line = ReportView["lines"][number];

/** A table of figures, whatever its columns are. */
const Figures = ({ of }: { of: Line["tables"][number] }) => (
  <Table
    className="records"
    caption={of.title}
    rows={of.rows}
    keyOf={(_, place) => `${place}`}
    columns={of.head.map((title, at) => ({ title, show: (row: (string | number)[]) => `${row[at] ?? ""}` }))}
  />
);

const FORMATS = ["html", "xlsx", "json"] as const;

const Contents = ({ report, path }: { report: ReportView; path: string }) => {
  const { client, words } = useDesk();
  const { reports } = words;
  const fetchFile = async (n: number, format: string): Promise<void> => {
    const answer = await client.get<z.infer<typeof ReportFileLink>>(`${path}/contents/${n}/${format}`);
    if (answer.ok) location.assign(answer.value.url);
  };
  return (
    <Card title={reports.contents}>
      <Table
        className="records"
        rows={report.contents.toReversed()}
        keyOf={({ n }) => `${n}`}
        columns={[
          { title: reports.content(0).replace(/\D*0\D*/, "#"), show: ({ n }) => reports.content(n) },
          { title: reports.counted, show: ({ at }) => <Moment at={at} /> },
          { title: reports.state, show: ({ submitted }) => (submitted ? reports.submitted : "–") },
          {
            title: reports.name,
            show: ({ n }) =>
              FORMATS.map((format) => (
                <Button key={format} type="link" size="small" onClick={() => void fetchFile(n, format)}>
                  {reports[format]}
                </Button>
              )),
          },
        ]}
      />
    </Card>
  );
};

const Inputs = ({ report }: { report: ReportView }) => {
  const { org, words } = useDesk();
  const { reports } = words;
  return (
    <Card title={reports.inputs}>
      <Table
        className="records"
        rows={report.inputs}
        keyOf={({ id }) => id}
        columns={[
          {
            title: reports.name,
            show: ({ id, title, is }) =>
              is === "missing" || is === "source" ? (
                title
              ) : (
                <a href={hashOf({ org, page: "reports", query: { id } })}>{title}</a>
              ),
          },
          { title: reports.covers, show: ({ period }) => period },
          { title: reports.unit, show: ({ unit }) => unit },
          { title: reports.state, show: ({ says }) => says },
        ]}
      />
    </Card>
  );
};

/** One report: its figures, what its author says, what it is made from, and every content that it had. */
export const ReportPage = ({ id }: { id: string }) => {
  const { org, client, words } = useDesk();
  const { reports } = words;
  const path = pathTo(org, `/reports/${encodeURIComponent(id)}`);
  const ask = useCallback(() => client.get<ReportView>(path), [client, path]);
  const { value: report, failure, reload, replace } = useLoaded(ask);
  useEffect(() => {
    document.title = `${report?.schedule.title ?? reports.title} · ${words.console}`;
  }, [report, reports, words]);
  if (report === undefined) {
    if (failure !== undefined) return <FailureNote failure={failure} again={() => void reload()} />;
    return <Skeleton active paragraph={{ rows: 8 }} />;
  }
  const { schedule, says, unit, due, to, author, counted, lines, inputs, contents, correcting } = report;
  return (
    <>
      <div className="head">
        <div>
          <p>
            <a href={hashOf({ org, page: "reports", query: { policy: report.policy.id } })}>{reports.title}</a>
          </p>
          <h1>
            {schedule.title} · {says}
          </h1>
          <Standing row={report} />
        </div>
      </div>
      <Card title={report.policy.title}>
        <Facts
          of={[
            ...(unit === undefined ? [] : [[reports.unit, unit.title] as const]),
            [reports.author, author.join(", ")],
            ...(to.length === 0 ? [] : [[reports.to, to.join(", ")] as const]),
            ...(due === undefined ? [] : [[reports.due, <Moment key="due" at={due} due />] as const]),
            ...(counted === undefined
              ? []
              : [
                  [
                    reports.counted,
                    <span key="counted">
                      <Moment at={counted.from} /> {reports.until} <Moment at={counted.before} due />
                      {counted.running && ` (${reports.running})`}
                    </span>,
                  ] as const,
                ]),
            ...(correcting === undefined ? [] : [[reports.correcting, correcting] as const]),
          ]}
        />
      </Card>
      {contents.length === 0 && <p className="card empty">{reports.later}</p>}
      {lines.map((line) => (
        <Card key={line.says} title={line.says}>
          {line.tables.map((table) => (
            <Figures key={table.title} of={table} />
          ))}
          {line.notes.map((note) => (
            <p key={note} className="quiet">
              {note}
            </p>
          ))}
          {line.tables.length + line.notes.length === 0 && !line.text && <p className="quiet">{reports.unwritten}</p>}
          {line.text !== undefined && line.text !== "" && <p style={{ whiteSpace: "pre-wrap" }}>{line.text}</p>}
        </Card>
      ))}
      <Acts key={`${report.state.id}-${correcting ?? ""}`} report={report} path={path} replace={replace} />
      {inputs.length > 0 && <Inputs report={report} />}
      {contents.length > 0 && <Contents report={report} path={path} />}
    </>
  );
};
