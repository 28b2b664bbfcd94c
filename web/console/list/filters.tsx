import { Button } from "antd";
import { useId } from "react";
import { allowed, useDesk } from "../desk.ts";
import type { Query } from "../route.ts";
import { Choice, inTree, type Option, titled } from "./choice.tsx";
import { countSet, DUES } from "./filter-query.ts";

type FiltersProps = {
  readonly query: Query;
  /** Which of the questions this list does not ask. */
  readonly without?: readonly string[];
  readonly people: readonly Option[];
  readonly opens: readonly ("open" | "closed" | "all")[];
  readonly ask: (query: Query) => void;
};

const Day = ({ label, value, choose }: { label: string; value: string; choose: (value: string) => void }) => {
  const id = useId();
  return (
    <div className="choice">
      <label htmlFor={id}>{label}</label>
      <input id={id} type="date" value={value} onChange={({ target }) => choose(target.value)} />
    </div>
  );
};

/** The value that stands for a choice of open and closed: none for the first, which the list shows by itself. */
const OPEN = { open: "true", closed: "false", all: "" } as const;

/** What cuts a list. With one regulation its states and categories are offered; of several, the one that is chosen. */
export const Filters = ({ query, without = [], people, opens, ask }: FiltersProps) => {
  const desk = useDesk();
  const { filter } = desk.words;
  const regulations = allowed(desk, "read");
  const chosen = regulations.filter(
    ({ id }) => query.policy === undefined || query.policy === "" || id === query.policy,
  );
  const [only, ...others] = chosen;
  const set = (name: string) => (value: string) => ask({ ...query, [name]: value });
  const pick = (name: string, label: string, options: readonly Option[]) =>
    options.length > 1 && !without.includes(name) ? (
      <Choice label={label} any={filter.any} value={query[name] ?? ""} options={options} choose={set(name)} />
    ) : null;
  const n = countSet(query);
  return (
    <details className="filters" open={n > 0 || matchMedia("(min-width: 761px)").matches}>
      <summary>{n === 0 ? filter.title : filter.set(n)}</summary>
      <div className="choices">
        {regulations.length > 1 && (
          <Choice
            label={filter.regulation}
            any={filter.any}
            value={query.policy ?? ""}
            options={regulations.map(({ id, title }) => [id, title])}
            choose={(policy) => ask({ ...query, policy, state: "", desk: "", category: "", kind: "" })}
          />
        )}
        <Choice
          label={filter.open}
          value={query.open ?? OPEN[opens[0] ?? "all"]}
          options={opens.map((one) => [OPEN[one], filter.opens[one]])}
          choose={(open) => ask({ ...query, open: open === OPEN[opens[0] ?? "all"] ? "" : open })}
        />
        {others.length === 0 && pick("state", filter.state, titled([only?.states ?? []]))}
        {pick("desk", filter.desk, titled(chosen.map(({ desks }) => desks)))}
        {!without.includes("person") && (
          <Choice
            label={filter.person}
            any={filter.any}
            value={query.person ?? ""}
            options={[["me", filter.me], ...people]}
            choose={set("person")}
          />
        )}
        {others.length === 0 && pick("category", filter.category, inTree(only?.categories ?? []))}
        {pick("kind", filter.kind, titled(chosen.map(({ kinds }) => kinds)))}
        {!without.includes("due") && (
          <Choice
            label={filter.due}
            any={filter.any}
            value={query.due ?? ""}
            options={DUES.map((due) => [due, filter.dues[due]])}
            choose={(due) => ask({ ...query, due, from: "", until: "" })}
          />
        )}
        {query.due === "between" && (
          <>
            <Day label={filter.from} value={query.from ?? ""} choose={set("from")} />
            <Day label={filter.until} value={query.until ?? ""} choose={set("until")} />
          </>
        )}
        {n > 0 && (
          <Button onClick={() => ask(query.month === undefined ? {} : { month: query.month })}>{filter.clear}</Button>
        )}
      </div>
    </details>
  );
};
