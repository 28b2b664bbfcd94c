import { Skeleton } from "antd";
import { useCallback, useEffect, useId } from "react";
import type { FigureList } from "../../../shared/api/kpis.ts";
import { allowed, pathTo, useDesk } from "../desk.ts";
import { useLoaded } from "../hooks.ts";
import { Choice } from "../list/choice.tsx";
import { FailureNote } from "../parts.tsx";
import { hashOf, type Query, searchOf } from "../route.ts";
import { Take } from "../take.tsx";
import { Figure } from "./figure.tsx";

/** The figures of a regulation as of a day; the address holds both, so that they can be sent to somebody. */
export const Kpis = ({ query }: { query: Query }) => {
  const desk = useDesk();
  const { org, client, words } = desk;
  const { kpis: says, take } = words;
  const day = useId();
  const { policy = "", on = "" } = query;
  const path = pathTo(org, `/kpis?${searchOf({ policy, on })}`);
  const ask = useCallback(() => client.get<FigureList>(path), [client, path]);
  const { value, failure, reload, replace } = useLoaded(ask);
  const go = useCallback(
    (next: Query): void => location.replace(hashOf({ org, page: "kpis", query: { ...query, ...next } })),
    [org, query],
  );
  const [first] = value?.others ?? [];
  const isOther = value !== undefined && policy === "" && value.items.length === 0 && first !== undefined;
  useEffect(() => {
    document.title = `${says.title} · ${words.console}`;
  }, [says, words]);
  useEffect(() => {
    if (isOther) go({ policy: first.id });
  }, [isOther, first, go]);
  const mayTake = allowed(desk, "export").some(({ id }) => id === value?.policy.id);
  const file = (format: string) =>
    pathTo(org, `/kpis/export?${searchOf({ policy: value?.policy.id ?? "", on: value?.on ?? "", format })}`);
  return (
    <>
      <div className="head">
        <div>
          <h1>{says.title}</h1>
          <p className="quiet">{says.lead}</p>
        </div>
        <div className="pair">
          {value !== undefined && value.others.length > 0 && (
            <Choice
              label={says.regulation}
              value={value.policy.id}
              options={value.others.map(({ id, title }) => [id, title] as const)}
              choose={(next) => go({ policy: next })}
            />
          )}
          <div className="choice">
            <label htmlFor={day}>{says.on}</label>
            <input
              id={day}
              type="date"
              value={on === "" ? (value?.on ?? "") : on}
              onChange={({ target }) => go({ on: target.value })}
            />
          </div>
        </div>
      </div>
      {failure !== undefined && <FailureNote failure={failure} again={() => void reload()} />}
      {value === undefined && failure === undefined && <Skeleton active title={false} paragraph={{ rows: 8 }} />}
      {value !== undefined && mayTake && value.items.length > 0 && (
        <Take
          key={path}
          files={[
            { path: file("csv"), says: take.csv },
            { path: file("xlsx"), says: take.xlsx },
          ]}
        />
      )}
      {value?.items.length === 0 && !isOther && <p className="quiet">{says.none}</p>}
      {value?.items.map((one) => (
        <Figure key={`${one.id} ${one.period}`} of={one} policy={value.policy.id} replace={replace} />
      ))}
    </>
  );
};
