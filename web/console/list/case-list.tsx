import { Button, Input, Skeleton } from "antd";
import { type FormEvent, useCallback, useEffect, useState } from "react";
import type { CaseList as Cases } from "../../../shared/api/list-view.ts";
import { useDesk } from "../desk.ts";
import { useLoaded } from "../hooks.ts";
import { FailureNote } from "../parts.tsx";
import { CaseRow } from "./case-row.tsx";

/** The page of cases that comes after a cursor, or the one case with a number. */
const pathOf = (org: string, asked: { number?: string; cursor?: string | undefined }): string => {
  const query = new URLSearchParams();
  if (asked.number) query.set("number", asked.number);
  if (asked.cursor) query.set("cursor", asked.cursor);
  const text = query.toString();
  return `/v1/${encodeURIComponent(org)}/cases${text === "" ? "" : `?${text}`}`;
};

const Search = ({ number, find }: { number: string; find: (number: string) => void }) => {
  const { words } = useDesk();
  const [typed, setTyped] = useState(number);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    find(typed.trim());
  };
  return (
    <search>
      <form className="search" onSubmit={submit}>
        <label htmlFor="number">{words.list.search}</label>
        <Input
          id="number"
          value={typed}
          maxLength={64}
          allowClear
          placeholder={words.list.searchHint}
          onChange={({ target }) => setTyped(target.value)}
        />
        <Button htmlType="submit">{words.list.find}</Button>
      </form>
    </search>
  );
};

const Table = ({ items }: { items: Cases["items"] }) => {
  const { list } = useDesk().words;
  return (
    <table className="cases">
      <thead>
        <tr>
          {[list.number, list.state, list.due, list.evidence, list.category, list.received].map((title) => (
            <th key={title} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {items.map((one) => (
          <CaseRow key={one.caseId} of={one} />
        ))}
      </tbody>
    </table>
  );
};

/** Open cases, most urgent first, a page at a time; or the one with a number. */
export const CaseList = () => {
  const { org, words, client, form } = useDesk();
  const [number, setNumber] = useState("");
  const ask = useCallback(() => client.get<Cases>(pathOf(org, { number })), [client, org, number]);
  const { value, failure, loading, reload, replace } = useLoaded(ask);
  const [more, setMore] = useState<"idle" | "loading" | "failed">("idle");
  useEffect(() => {
    document.title = `${words.list.title} · ${words.console}`;
  }, [words]);

  const loadMore = async (): Promise<void> => {
    if (value?.cursor === undefined) return;
    setMore("loading");
    const next = await client.get<Cases>(pathOf(org, { cursor: value.cursor }));
    setMore(next.ok ? "idle" : "failed");
    if (!next.ok) return;
    const seen = new Set(value.items.map(({ caseId }) => caseId));
    replace({ ...next.value, items: [...value.items, ...next.value.items.filter(({ caseId }) => !seen.has(caseId))] });
  };

  const { list } = words;
  const empty = value?.items.length === 0;
  return (
    <>
      <div className="head">
        <div>
          <h1>{list.title}</h1>
          <p className="quiet">
            {form !== undefined && `${form.org.name} · `}
            {number === "" ? list.lead : list.found(number)}
          </p>
        </div>
        <Search key={number} number={number} find={setNumber} />
      </div>
      {number !== "" && (
        <p className="all">
          <Button onClick={() => setNumber("")}>{list.clear}</Button>
        </p>
      )}
      {failure !== undefined && <FailureNote failure={failure} again={() => void reload()} />}
      {value === undefined && loading && <Skeleton active paragraph={{ rows: 8 }} />}
      {value !== undefined && !empty && <Table items={value.items} />}
      <div className="foot">
        <div role="status">
          {empty && <p className="card empty">{number === "" ? list.none : list.noneFound(number)}</p>}
          {value !== undefined && !empty && <span className="quiet">{list.shown(value.items.length)}</span>}
          {more === "failed" && <span>{words.failed.unreachable}</span>}
        </div>
        {value !== undefined && (
          <Button size="small" loading={loading} onClick={() => void reload()}>
            {words.refresh}
          </Button>
        )}
      </div>
      {value?.cursor !== undefined && (
        <Button block loading={more === "loading"} onClick={() => void loadMore()}>
          {list.more}
        </Button>
      )}
    </>
  );
};
