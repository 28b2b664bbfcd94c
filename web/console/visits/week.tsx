import { Skeleton } from "antd";
import { useCallback, useEffect } from "react";
import type * as z from "zod";
import type { WeekView } from "../../../shared/api/visit-week.ts";
import { pathTo, useDesk } from "../desk.ts";
import { Due } from "../due.tsx";
import { useLoaded, useNow } from "../hooks.ts";
import { Card, FailureNote, Mark } from "../parts.tsx";
import { hashOf } from "../route.ts";
import { Table } from "../table.tsx";
import { wordFor } from "../words/words.ts";
import { Acts } from "./acts.tsx";
import { How, Kind, Standing, What, Whom } from "./parts.tsx";
import { parted, shifted } from "./week-parts.ts";

type Week = z.infer<typeof WeekView>;
type Item = Week["visits"][number];

const Title = ({ item }: { item: Item }) => {
  const { org } = useDesk();
  if (item.of === "case")
    return (
      <>
        <div>
          <a href={hashOf({ org, caseId: item.caseId })}>{item.number}</a>
        </div>
        <What {...item.visit} />
      </>
    );
  const { object, schedule } = item;
  return (
    <>
      <div>
        <a href={hashOf({ org, page: "visits", query: { id: object.id } })}>{object.title}</a>
      </div>
      <What {...schedule} />
    </>
  );
};

const State = ({ item }: { item: Item }) => {
  const { visiting } = useDesk().words;
  if (item.of === "calendar") return <Standing {...item} />;
  const { have, need } = item.contacts;
  return (
    <Mark tone={item.state === "due" ? "info" : "wait"}>
      {wordFor(visiting.caseStates, item.state)}
      {need > 1 ? ` ${have}/${need}` : ""}
    </Mark>
  );
};

const Doing = ({ item, reload }: { item: Item; reload: () => Promise<void> }) => {
  const { org, words } = useDesk();
  if (item.of === "case") return <a href={hashOf({ org, caseId: item.caseId })}>{words.visiting.inCase}</a>;
  const { object, visitId } = item;
  const path = pathTo(org, `/visited/${encodeURIComponent(object.id)}/visits/${visitId}`);
  return <Acts acts={item.acts} path={path} policy={item.policy} at={item.due} about={object.title} done={reload} />;
};

const Part = ({ title, items, reload }: { title: string; items: readonly Item[]; reload: () => Promise<void> }) => {
  const { visiting } = useDesk().words;
  if (items.length === 0) return null;
  return (
    <Card title={`${title} (${items.length})`}>
      <Table
        className="records"
        rows={items}
        keyOf={(item) => (item.of === "case" ? `${item.caseId} ${item.visit.id}` : `${item.object.id} ${item.visitId}`)}
        columns={[
          { title: visiting.what, show: (item) => <Title item={item} /> },
          {
            title: visiting.whom,
            show: (item) =>
              item.of === "case" ? item.whom : item.house ? undefined : <Whom {...item.object.contact} />,
          },
          {
            title: visiting.how,
            show: (item) => (
              <>
                {item.of === "calendar" && <Kind {...item} />}
                <How {...item} />
              </>
            ),
          },
          {
            title: visiting.byWhen,
            show: ({ appointment, due }) => {
              const at = appointment ?? due;
              return at === undefined ? visiting.noFigure : <Due due={at} />;
            },
          },
          { title: visiting.stands, show: (item) => <State item={item} /> },
          { title: visiting.acts, show: (item) => <Doing item={item} reload={reload} /> },
        ]}
      />
    </Card>
  );
};

const Feeds = ({ feeds }: Pick<Week, "feeds">) => {
  const { visiting } = useDesk().words;
  return (
    <Card title={visiting.feeds}>
      <p className="quiet">{visiting.feedsHint}</p>
      <details>
        <summary>{visiting.addresses}</summary>
        <ul>
          {feeds.map(({ of, url }) => (
            <li key={of}>
              <a href={url}>{of.startsWith("person:") ? visiting.own : visiting.ofRole(of.replace(/^role:/, ""))}</a>{" "}
              <code>{url}</code>
            </li>
          ))}
        </ul>
      </details>
    </Card>
  );
};

/** The visits that the reader can make in a week: what is late, what is for today, and the rest. */
export const WeekPage = ({ week }: { week: string | undefined }) => {
  const { org, client, words } = useDesk();
  const { visiting } = words;
  const now = useNow();
  const path = pathTo(org, week === undefined ? "/visits" : `/visits?week=${week}`);
  const ask = useCallback(() => client.get<Week>(path), [client, path]);
  const { value, failure, reload } = useLoaded(ask);
  useEffect(() => {
    document.title = `${visiting.week} · ${words.console}`;
  }, [visiting, words]);
  const to = (day: string): string => hashOf({ org, page: "visits", query: { week: day } });
  const parts = value && parted(value.visits, now);
  return (
    <>
      <div className="head">
        <div>
          <h1>{visiting.week}</h1>
          {value !== undefined && (
            <p className="quiet">
              {visiting.span(value.from, value.to)} · <a href={to(shifted(value.from, -7))}>{visiting.before}</a> ·{" "}
              <a href={hashOf({ org, page: "visits" })}>{visiting.thisWeek}</a> ·{" "}
              <a href={to(shifted(value.from, 7))}>{visiting.after}</a>
            </p>
          )}
        </div>
      </div>
      {failure !== undefined && <FailureNote failure={failure} again={() => void reload()} />}
      {value === undefined && failure === undefined && <Skeleton active title={false} paragraph={{ rows: 8 }} />}
      {value?.visits.length === 0 && <p className="card empty">{visiting.nothing}</p>}
      {parts !== undefined && (
        <>
          <Part title={visiting.late} items={parts.late} reload={reload} />
          <Part title={visiting.today} items={parts.today} reload={reload} />
          <Part title={visiting.rest} items={parts.rest} reload={reload} />
        </>
      )}
      {value?.isCut === true && <p role="status">{visiting.cut}</p>}
      {value !== undefined && <Feeds feeds={value.feeds} />}
    </>
  );
};
