import { Button, Input } from "antd";
import { useCallback, useId, useMemo, useState } from "react";
import type * as z from "zod";
import type { ObjectList } from "../../../shared/api/visiting.ts";
import { createKeys } from "../api/client.ts";
import type { Failure } from "../api/failure.ts";
import { pathTo, useDesk } from "../desk.ts";
import { useLoaded } from "../hooks.ts";
import { FailureNote } from "../parts.tsx";
import type { Plan } from "./plans.tsx";

/** `key` tells entries apart while none is named. */
type Entry = { readonly key: number; readonly object: string; readonly from: string; readonly to: string };

type EntryProps = {
  readonly n: number;
  readonly entry: Entry;
  /** The list of what may be named. */
  readonly known: string;
  readonly change: (over: Partial<Entry>) => void;
  readonly remove: (() => void) | undefined;
};

const EntryFields = ({ n, entry, known, change, remove }: EntryProps) => {
  const { visiting } = useDesk().words;
  const [object, from, to] = [useId(), useId(), useId()];
  return (
    <fieldset className="block draft">
      <legend>{visiting.entry(n)}</legend>
      <label htmlFor={object}>{visiting.objectNo}</label>
      <Input
        id={object}
        list={known}
        required
        value={entry.object}
        onChange={({ target }) => change({ object: target.value.trim() })}
      />
      <label htmlFor={from}>{visiting.from}</label>
      <Input
        id={from}
        type="date"
        required
        value={entry.from}
        onChange={({ target }) => change({ from: target.value })}
      />
      <label htmlFor={to}>{visiting.to}</label>
      <Input id={to} type="date" required value={entry.to} onChange={({ target }) => change({ to: target.value })} />
      {remove !== undefined && (
        <Button type="link" onClick={remove}>
          {visiting.remove(n)}
        </Button>
      )}
    </fieldset>
  );
};

/** A draft being written: which object is visited between which days. */
export const Draft = ({ plan, path, done }: { plan: Plan; path: string; done: (next: Plan | undefined) => void }) => {
  const { org, client, words } = useDesk();
  const { visiting, actions } = words;
  const known = useId();
  const keys = useMemo(createKeys, []);
  const list = pathTo(org, "/visited?limit=200");
  const ask = useCallback(() => client.get<z.infer<typeof ObjectList>>(list), [client, list]);
  const { value: objects } = useLoaded(ask);
  const empty = { object: "", from: `${plan.year}-01-01`, to: `${plan.year}-12-31` };
  const [entries, setEntries] = useState<readonly Entry[]>(
    (plan.visits.length === 0 ? [empty] : plan.visits).map((one, key) => ({ ...one, key })),
  );
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const change = (at: number, over: Partial<Entry>): void =>
    setEntries(entries.map((one, place) => (place === at ? { ...one, ...over } : one)));
  const send = async (): Promise<void> => {
    setBusy(true);
    setFailure(undefined);
    const body = { visits: entries.map(({ key: _, ...entry }) => entry) };
    const answer = await client.post<Plan>(path, { body, key: keys.keyFor(path, body), version: 0 });
    setBusy(false);
    keys.settled();
    if (answer.ok) done(answer.value);
    else setFailure(answer.failure);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <datalist id={known}>
        {(objects?.items ?? [])
          .filter(({ schedule, retired }) => schedule === plan.schedule && retired === undefined)
          .map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
      </datalist>
      {entries.map((entry, at) => (
        <EntryFields
          key={entry.key}
          n={at + 1}
          entry={entry}
          known={known}
          change={(over) => change(at, over)}
          remove={entries.length > 1 ? () => setEntries(entries.filter((_, place) => place !== at)) : undefined}
        />
      ))}
      {failure !== undefined && <FailureNote failure={failure} />}
      {failure !== undefined && failure.fields.length > 0 && (
        <ul role="alert">
          {failure.fields.map(({ path: field, says }) => (
            <li key={field}>
              {visiting.entry(Number(/\d+/.exec(field)?.[0] ?? 0) + 1)}: {says}
            </li>
          ))}
        </ul>
      )}
      <div className="take">
        <Button
          onClick={() => setEntries([...entries, { ...empty, key: Math.max(...entries.map(({ key }) => key)) + 1 }])}
        >
          {visiting.add}
        </Button>
        <Button type="primary" htmlType="submit" loading={busy}>
          {visiting.saveDraft}
        </Button>
        <Button onClick={() => done(undefined)}>{actions.cancel}</Button>
      </div>
    </form>
  );
};
