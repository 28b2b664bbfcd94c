import { Skeleton } from "antd";
import { useCallback, useEffect } from "react";
import type * as z from "zod";
import type { VisitList, VisitView } from "../../../shared/api/visiting.ts";
import { pathTo, useDesk } from "../desk.ts";
import { useLoaded, useNow } from "../hooks.ts";
import { Moment } from "../moment.tsx";
import { Card, Facts, FailureNote, Mark } from "../parts.tsx";
import { hashOf } from "../route.ts";
import { Table } from "../table.tsx";
import { wordFor } from "../words/words.ts";
import { Acts } from "./acts.tsx";
import { Standing, What, Whom } from "./parts.tsx";
import { shifted } from "./week-parts.ts";

const History = ({ history }: Pick<VisitView, "history">) => {
  const { visiting } = useDesk().words;
  return (
    <details>
      <summary>{visiting.history}</summary>
      <ul>
        {history.map(({ at, by, what, why }) => (
          <li key={`${at} ${what}`}>
            <Moment at={at} /> {wordFor(visiting.events, what)} · {by === "system" ? visiting.system : by}
            {why === undefined ? "" : ` · ${why}`}
          </li>
        ))}
      </ul>
    </details>
  );
};

/** Whether something of a visit is still to be done. */
const isAhead = ({ state, signature }: VisitView): boolean =>
  state === "PLANNED" || state === "UNREACHABLE" || state === "REBOOKED" || (state === "DONE" && signature);

type TableProps = {
  readonly items: readonly VisitView[];
  readonly path: string;
  readonly about: string;
  readonly reload: () => Promise<void>;
};

const VisitTable = ({ items, path, about, reload }: TableProps) => {
  const { visiting } = useDesk().words;
  return (
    <Table
      className="records"
      rows={items}
      keyOf={({ visitId }) => visitId}
      columns={[
        { title: visiting.what, show: ({ schedule }) => <What {...schedule} /> },
        {
          title: visiting.window,
          show: ({ window, day }) => (
            <>
              {visiting.span(window.from, window.to)}
              {day !== undefined && <div className="quiet">{visiting.drawn(day)}</div>}
            </>
          ),
        },
        { title: visiting.stands, show: (visit) => <Standing {...visit} /> },
        { title: visiting.made, show: ({ doneAt }) => doneAt && <Moment at={doneAt} /> },
        { title: visiting.met, show: ({ whom }) => whom },
        {
          title: visiting.said,
          show: ({ answers, note }) => (answers === undefined ? note : Object.values(answers).map(String).join(" · ")),
        },
        { title: visiting.history, show: ({ history }) => <History history={history} /> },
        {
          title: visiting.acts,
          show: ({ acts, visitId, due, policy }) =>
            acts.length === 0 ? undefined : (
              <Acts
                acts={acts}
                path={`${path}/visits/${visitId}`}
                policy={policy}
                at={due}
                about={about}
                done={reload}
              />
            ),
        },
      ]}
    />
  );
};

/** Of the company itself two months are shown: it may owe something every day. */
const around = (now: number): string => {
  const day = (days: number) => shifted(new Date(now).toISOString().slice(0, 10), days);
  return `?from=${day(-31)}&to=${day(31)}`;
};

/** One object: who is visited, what can be done with it, and every visit of it. */
export const ObjectPage = ({ id }: { id: string }) => {
  const { org, client, words } = useDesk();
  const { visiting } = words;
  const now = useNow();
  const path = pathTo(org, `/visited/${encodeURIComponent(id)}`);
  const search = id.startsWith("@") ? around(now) : "";
  const ask = useCallback(
    () => client.get<z.infer<typeof VisitList>>(`${path}/visits${search}`),
    [client, path, search],
  );
  const { value, failure, reload } = useLoaded(ask);
  useEffect(() => {
    document.title = `${value?.object.title ?? visiting.objects} · ${words.console}`;
  }, [value, visiting, words]);
  if (value === undefined)
    return failure === undefined ? (
      <Skeleton active title={false} paragraph={{ rows: 8 }} />
    ) : (
      <FailureNote failure={failure} again={() => void reload()} />
    );
  const { object, items } = value;
  const { retired } = object;
  const ahead = items.filter(isAhead);
  const past = items.filter((one) => !isAhead(one)).reverse();
  return (
    <>
      <div className="head">
        <div>
          <a href={hashOf({ org, page: "visits", query: { at: "objects" } })}>{visiting.backToObjects}</a>
          <h1>{object.title}</h1>
          <p className="quiet">
            {object.id} · {object.scheduleSays}
          </p>
        </div>
      </div>
      <Card title={visiting.object}>
        {retired !== undefined && (
          <p>
            <Mark tone="wait">{visiting.retired}</Mark> {retired.says}
            {retired.note === undefined ? "" : ` · ${retired.note}`} · {retired.by} · <Moment at={retired.at} />
          </p>
        )}
        <Facts
          of={[
            ...(id.startsWith("@") ? [] : [[visiting.whom, <Whom key="whom" {...object.contact} />] as const]),
            [visiting.visitor, object.visitor?.name ?? "–"],
            ...Object.entries(object.events).map(([event, day]) => [wordFor(visiting.days, event), day] as const),
          ]}
        />
        <Acts
          acts={object.acts}
          path={path}
          policy={object.policy}
          at={items[0]?.due ?? object.listedAt}
          about={object.title}
          done={reload}
        />
      </Card>
      <Card title={visiting.ahead}>
        {ahead.length === 0 && <p className="quiet">{visiting.nonePlanned}</p>}
        {ahead.length > 0 && <VisitTable items={ahead} path={path} about={object.title} reload={reload} />}
      </Card>
      {past.length > 0 && (
        <Card title={visiting.past}>
          <VisitTable items={past} path={path} about={object.title} reload={reload} />
        </Card>
      )}
    </>
  );
};
