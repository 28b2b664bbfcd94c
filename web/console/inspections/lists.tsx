import { Input, Skeleton } from "antd";
import { useCallback, useId, useState } from "react";
import type * as z from "zod";
import type { FindingList, InspectionList } from "../../../shared/api/inspections.ts";
import { serverTime } from "../api/server-time.ts";
import { pathTo, useDesk } from "../desk.ts";
import { useLoaded } from "../hooks.ts";
import { Moment } from "../moment.tsx";
import { FailureNote, Mark } from "../parts.tsx";
import { hashOf, type Query } from "../route.ts";
import { Table } from "../table.tsx";
import { Take } from "../take.tsx";
import type { Regulation } from "./known.ts";

type Rows = z.infer<typeof InspectionList>["items"];
type Findings = z.infer<typeof FindingList>["items"];

const TONES = { passed: "good", rectified: "good", findings: "bad", refused: "bad", waiting: "wait" } as const;

/** How an inspection went. */
export const Outcome = ({ outcome, outcomeSays }: Pick<Rows[number], "outcome" | "outcomeSays">) => (
  <Mark tone={TONES[outcome]}>{outcomeSays}</Mark>
);

/** A choice where there are several regulations. */
export const ChooseRegulation = ({ all, here, query }: { all: readonly Regulation[]; here: string; query: Query }) => {
  const { org, words } = useDesk();
  const id = useId();
  if (all.length < 2) return null;
  return (
    <label htmlFor={id} className="choose">
      {words.inspecting.regulation}
      <select
        id={id}
        value={here}
        onChange={({ target }) =>
          location.assign(hashOf({ org, page: "inspections", query: { ...query, policy: target.value } }))
        }
      >
        {all.map(({ id: value, title }) => (
          <option key={value} value={value}>
            {title}
          </option>
        ))}
      </select>
    </label>
  );
};

/** What a list is of: one of the regulations that its reader may see. */
export type ListProps = { readonly query: Query; readonly all: readonly Regulation[]; readonly here: Regulation };

const linkTo = (org: string, id: string) => hashOf({ org, page: "inspections", query: { id } });

/** The inspections of a month, the last first. */
export const Made = ({ query, all, here }: ListProps) => {
  const { org, client, words } = useDesk();
  const { inspecting } = words;
  const [month, setMonth] = useState(() => new Date(serverTime.now()).toISOString().slice(0, 7));
  const id = useId();
  const path = pathTo(org, `/inspections?policy=${here.id}&month=${month}`);
  const ask = useCallback(() => client.get<z.infer<typeof InspectionList>>(path), [client, path]);
  const { value, failure, reload } = useLoaded(ask);
  return (
    <>
      <h1>{inspecting.made}</h1>
      <ChooseRegulation all={all} here={here.id} query={query} />
      <label htmlFor={id} className="choose">
        {inspecting.month}
        <input
          id={id}
          type="month"
          value={month}
          onChange={({ target }) => /^\d{4}-\d{2}$/.test(target.value) && setMonth(target.value)}
        />
      </label>
      {failure !== undefined && <FailureNote failure={failure} again={() => void reload()} />}
      {value === undefined && failure === undefined && <Skeleton active />}
      {value?.items.length === 0 && <p>{inspecting.none}</p>}
      {value !== undefined && value.items.length > 0 && (
        <Table
          className="cases"
          rows={value.items}
          keyOf={({ inspectionId }) => inspectionId}
          columns={[
            {
              title: inspecting.subject,
              show: ({ inspectionId, subject }) => <a href={linkTo(org, inspectionId)}>{subject}</a>,
            },
            { title: inspecting.kind, show: ({ schedule }) => schedule.title },
            { title: inspecting.when, show: ({ doneAt }) => <Moment at={doneAt} /> },
            { title: inspecting.department, show: ({ department }) => department },
            { title: inspecting.outcome, show: (row) => <Outcome {...row} /> },
            {
              title: inspecting.open,
              show: ({ open, findings }) => (findings === 0 ? undefined : `${open} / ${findings}`),
            },
          ]}
        />
      )}
    </>
  );
};

const FindingTable = ({ items }: { items: Findings }) => {
  const { org, words } = useDesk();
  const { inspecting } = words;
  return (
    <Table
      className="cases"
      rows={items}
      keyOf={({ inspectionId, n }) => `${inspectionId} ${n}`}
      rowClass={({ dues }) => (dues.some(({ overdue }) => overdue) ? "overdue" : undefined)}
      columns={[
        {
          title: inspecting.finding,
          show: ({ inspectionId, title }) => <a href={linkTo(org, inspectionId)}>{title}</a>,
        },
        { title: inspecting.subject, show: ({ subject }) => subject },
        { title: inspecting.department, show: ({ department }) => department },
        { title: inspecting.state, show: ({ stateSays }) => stateSays },
        { title: inspecting.rectifier, show: ({ assigned }) => assigned?.rectifier },
        {
          title: inspecting.due,
          show: ({ dues: [due] }) =>
            due && (
              <>
                <Moment at={due.due} due /> {due.overdue && <Mark tone="bad">{inspecting.overdue}</Mark>}
              </>
            ),
        },
        { title: inspecting.inspector, show: ({ inspector }) => inspector },
      ]}
    />
  );
};

/** Open findings, the most urgent first, and all of a quarter as a file. */
export const Findings = ({ query, all, here }: ListProps) => {
  const { org, client, words } = useDesk();
  const { inspecting } = words;
  const [department, setDepartment] = useState("");
  const asked = `policy=${here.id}${department === "" ? "" : `&department=${encodeURIComponent(department)}`}`;
  const path = pathTo(org, `/findings?${asked}`);
  const ask = useCallback(() => client.get<z.infer<typeof FindingList>>(path), [client, path]);
  const { value, failure, reload } = useLoaded(ask);
  const to = new Date(serverTime.now()).toISOString().slice(0, 10);
  const from = new Date(serverTime.now() - 90 * 86_400_000).toISOString().slice(0, 10);
  const mayTake = here.may.includes("export");
  return (
    <>
      <h1>{inspecting.findings}</h1>
      <ChooseRegulation all={all} here={here.id} query={query} />
      <Input.Search
        className="choose"
        allowClear
        aria-label={inspecting.filter}
        placeholder={inspecting.filter}
        onSearch={(said) => setDepartment(said.trim())}
      />
      {mayTake && (
        <Take
          files={[{ path: pathTo(org, `/findings/sheet?${asked}&from=${from}&to=${to}`), says: inspecting.sheet }]}
        />
      )}
      {failure !== undefined && <FailureNote failure={failure} again={() => void reload()} />}
      {value === undefined && failure === undefined && <Skeleton active />}
      {value?.items.length === 0 && <p>{inspecting.noFindings}</p>}
      {value !== undefined && value.items.length > 0 && <FindingTable items={value.items} />}
    </>
  );
};
