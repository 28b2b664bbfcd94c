import { Button, Skeleton } from "antd";
import { useCallback, useEffect, useState } from "react";
import type * as z from "zod";
import type { YearPlanView } from "../../../shared/api/visit-plans.ts";
import type { VisitSchedules } from "../../../shared/api/visit-schedules.ts";
import { serverTime } from "../api/server-time.ts";
import { pathTo, useDesk } from "../desk.ts";
import { useLoaded } from "../hooks.ts";
import { Choice } from "../list/choice.tsx";
import { dateAt } from "../list/filter-query.ts";
import { Moment } from "../moment.tsx";
import { Card, FailureNote, Mark } from "../parts.tsx";
import { searchOf } from "../route.ts";
import { Table } from "../table.tsx";
import { wordFor } from "../words/words.ts";
import { Acts } from "./acts.tsx";
import { Draft } from "./plan-draft.tsx";

export type Plan = z.infer<typeof YearPlanView>;
type Regulations = z.infer<typeof VisitSchedules>["regulations"];

const TONES = { NONE: "info", DRAFT: "wait", APPROVED: "good" } as const;

const PlanPage = ({ policy, schedule, year }: { policy: string; schedule: string; year: number }) => {
  const { org, client, words } = useDesk();
  const { visiting } = words;
  const base = pathTo(org, `/visit-plans/${schedule}/${year}`);
  const search = `?${searchOf({ policy })}`;
  const ask = useCallback(() => client.get<Plan>(`${base}${search}`), [client, base, search]);
  const { value: plan, failure, reload, replace } = useLoaded(ask);
  const [editing, setEditing] = useState(false);
  if (plan === undefined)
    return failure === undefined ? (
      <Skeleton active title={false} paragraph={{ rows: 5 }} />
    ) : (
      <FailureNote failure={failure} again={() => void reload()} />
    );
  const at = plan.history.at(-1)?.at ?? `${year}-01-01T00:00:00Z`;
  return (
    <>
      <Card title={visiting.planOf(year)}>
        <p>
          <Mark tone={TONES[plan.state]}>{visiting.planStates[plan.state]}</Mark>
          {plan.approvedAt !== undefined && (
            <>
              {" "}
              <Moment at={plan.approvedAt} />
            </>
          )}
          {plan.reason === undefined ? "" : ` ${visiting.returned(plan.reason)}`}
        </p>
        {plan.visits.length > 0 && !editing && (
          <Table
            className="records"
            rows={plan.visits}
            keyOf={({ object, from }, place) => `${object} ${from} ${place}`}
            columns={[
              { title: visiting.object, show: ({ object }) => object },
              { title: visiting.window, show: ({ from, to }) => visiting.span(from, to) },
            ]}
          />
        )}
        <Acts acts={plan.acts} path={base} search={search} policy={policy} at={at} about={String(year)} done={reload} />
        {plan.mayDraft && !editing && (
          <p>
            <Button onClick={() => setEditing(true)}>
              {plan.state === "NONE" ? visiting.draftPlan : visiting.changePlan}
            </Button>
          </p>
        )}
        {plan.mayDraft && editing && (
          <Draft
            plan={plan}
            path={`${base}${search}`}
            done={(next) => {
              if (next !== undefined) replace(next);
              setEditing(false);
            }}
          />
        )}
      </Card>
      {plan.history.length > 0 && (
        <Card title={visiting.history}>
          <Table
            className="records"
            rows={plan.history}
            keyOf={({ at: then, what }, place) => `${then} ${what} ${place}`}
            columns={[
              { title: visiting.when, show: ({ at: then }) => <Moment at={then} /> },
              { title: visiting.did, show: ({ what }) => wordFor(visiting.planEvents, what) },
              { title: visiting.who, show: ({ by }) => by },
            ]}
          />
        </Card>
      )}
    </>
  );
};

/** The plans of a year: drafted by those who visit, approved by whom the regulation names; nothing is visited before. */
export const Plans = ({ regulations }: { regulations: Regulations }) => {
  const { words, house } = useDesk();
  const { visiting } = words;
  const planned = regulations.flatMap(({ id, title, schedules }) =>
    schedules
      .filter((one) => one.planned)
      .map((one) => ({ policy: id, schedule: one.id, says: `${title}: ${one.title}` })),
  );
  const thisYear = Number(dateAt(serverTime.now(), house?.org.timeZone ?? "UTC").slice(0, 4));
  const [chosen, setChosen] = useState("0");
  const [year, setYear] = useState(String(thisYear));
  useEffect(() => {
    document.title = `${visiting.plans} · ${words.console}`;
  }, [visiting, words]);
  const current = planned[Number(chosen)];
  return (
    <>
      <div className="head">
        <div>
          <h1>{visiting.plans}</h1>
          <p className="quiet">{visiting.plansLead}</p>
        </div>
      </div>
      {current === undefined && <p className="card empty">{visiting.noPlans}</p>}
      {current !== undefined && (
        <>
          <div className="filters">
            <Choice
              label={visiting.schedule}
              value={chosen}
              options={planned.map(({ says }, place) => [String(place), says])}
              choose={setChosen}
            />
            <Choice
              label={visiting.year}
              value={year}
              options={[thisYear - 1, thisYear, thisYear + 1].map((one) => [String(one), String(one)])}
              choose={setYear}
            />
          </div>
          <PlanPage key={`${chosen} ${year}`} policy={current.policy} schedule={current.schedule} year={Number(year)} />
        </>
      )}
    </>
  );
};
