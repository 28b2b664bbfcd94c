import { Skeleton } from "antd";
import { useCallback, useId, useState } from "react";
import type * as z from "zod";
import type { CommonProblems } from "../../../shared/api/common-problems.ts";
import { serverTime } from "../api/server-time.ts";
import { pathTo, useDesk } from "../desk.ts";
import { useLoaded } from "../hooks.ts";
import { Moment } from "../moment.tsx";
import { Card, Facts, FailureNote, Mark } from "../parts.tsx";
import { Acts } from "../visits/acts.tsx";
import { ChooseRegulation, type ListProps } from "./lists.tsx";

type Problem = z.infer<typeof CommonProblems>["items"][number];

const Action = ({ of }: { of: NonNullable<Problem["action"]> }) => {
  const { inspecting } = useDesk().words;
  const results = of.history.flatMap(({ what, result }) => (result === undefined ? [] : [`${what}: ${result}`]));
  return (
    <Facts
      of={[
        [
          inspecting.state,
          <Mark key="state" tone={of.state === "VERIFIED" ? "good" : "wait"}>
            {inspecting.states[of.state]}
          </Mark>,
        ],
        [inspecting.cause, of.cause],
        [inspecting.measure, of.measure],
        ...(of.prevention === undefined ? [] : [[inspecting.prevention, of.prevention] as const]),
        [inspecting.ownerPerson, of.owner.person],
        [inspecting.dueDay, <Moment key="due" at={of.due} due />],
        ...(results.length === 0 ? [] : [[inspecting.result, results.join("; ")] as const]),
      ]}
    />
  );
};

/** The problems that a quarter's inspections have in common, each with its action (PSI-24). */
export const CommonPage = ({ query, all, here }: ListProps) => {
  const { org, client, words } = useDesk();
  const { inspecting } = words;
  const [on, setOn] = useState(() => new Date(serverTime.now()).toISOString().slice(0, 10));
  const id = useId();
  const search = `?policy=${here.id}&on=${on}`;
  const path = pathTo(org, `/common-problems${search}`);
  const ask = useCallback(() => client.get<z.infer<typeof CommonProblems>>(path), [client, path]);
  const { value, failure, reload } = useLoaded(ask);
  return (
    <>
      <h1>{inspecting.common}</h1>
      <ChooseRegulation all={all} here={here.id} query={query} />
      <label htmlFor={id} className="choose">
        {inspecting.on}
        <input id={id} type="date" value={on} onChange={({ target }) => target.value !== "" && setOn(target.value)} />
      </label>
      {failure !== undefined && <FailureNote failure={failure} again={() => void reload()} />}
      {value === undefined && failure === undefined && <Skeleton active />}
      {value?.items.length === 0 && <p>{inspecting.noCommon}</p>}
      {(value?.items ?? []).map((problem) => (
        <Card key={problem.actionId} title={problem.title}>
          <Facts
            of={[
              [inspecting.departments, problem.departments.join(", ")],
              [inspecting.times, `${problem.times} (${problem.period})`],
            ]}
          />
          {problem.action === undefined ? (
            <p>
              <Mark tone="bad">{inspecting.notPlanned}</Mark>{" "}
              {problem.blocks.length > 0 && inspecting.blocks(problem.blocks.join(", "))}
            </p>
          ) : (
            <Action of={problem.action} />
          )}
          <Acts
            acts={problem.acts}
            path={pathTo(org, `/common-problems/${problem.actionId}`)}
            policy={here.id}
            at={value?.at ?? ""}
            about={problem.title}
            done={reload}
            search={search}
          />
        </Card>
      ))}
    </>
  );
};
