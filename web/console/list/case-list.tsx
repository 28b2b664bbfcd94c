import { Button } from "antd";
import { useEffect, useMemo, useRef } from "react";
import { serverTime } from "../api/server-time.ts";
import { allowed, pathTo, useDesk } from "../desk.ts";
import { hashOf, type Query, searchOf } from "../route.ts";
import { Take } from "../take.tsx";
import { CaseTable } from "./case-table.tsx";
import type { Option } from "./choice.tsx";
import { asked, countSet } from "./filter-query.ts";
import { Filters } from "./filters.tsx";
import { Listing } from "./listing.tsx";
import { useCasePages } from "./pages.ts";
import { SearchBox } from "./search-box.tsx";

/** Changes what a list is asked for; not a place of its own to go back to. */
export const useAsk = (page?: "register") => {
  const { org } = useDesk();
  return (query: Query): void => location.replace(hashOf({ org, page, query }));
};

/** Whoever has cases of the lists seen so far, to choose among. */
const usePeople = ({ items }: ReturnType<typeof useCasePages>): readonly Option[] => {
  const known = useRef(new Map<string, string>());
  for (const { handler } of items ?? []) if (handler !== undefined) known.current.set(handler.sub, handler.name);
  return [...known.current];
};

const Found = ({ q }: { q: string }) => {
  const { org, words } = useDesk();
  const pages = useCasePages(pathTo(org, `/cases/search?${searchOf({ q })}`));
  return (
    <Listing pages={pages} none={words.list.noneFound(q)}>
      {(items) => <CaseTable items={items} />}
    </Listing>
  );
};

/** The path of the list, and of its file: of closed cases that is the register of those. */
const usePaths = (query: Query) => {
  const { org, house } = useDesk();
  const timeZone = house?.org.timeZone ?? "UTC";
  return useMemo(() => {
    const filter = asked(query, { now: serverTime.now(), timeZone });
    const closed = query.open === "false";
    const file = closed ? "/register/export" : "/cases/export";
    const open: Query = closed ? { open: "false" } : {};
    return {
      list: pathTo(org, `/cases?${searchOf({ ...filter, ...open })}`),
      file: (format: string) => pathTo(org, `${file}?${searchOf({ ...filter, ...open, format })}`),
    };
  }, [org, query, timeZone]);
};

const Cases = ({ query }: { query: Query }) => {
  const desk = useDesk();
  const { list, take } = desk.words;
  const ask = useAsk();
  const paths = usePaths(query);
  const pages = useCasePages(paths.list);
  const people = usePeople(pages);
  const files = [
    { path: paths.file("csv"), says: take.csv },
    { path: paths.file("xlsx"), says: take.xlsx },
  ];
  return (
    <>
      <Filters query={query} people={people} opens={["open", "closed"]} ask={ask} />
      {allowed(desk, "export").length > 0 && <Take key={paths.list} files={files} />}
      <Listing pages={pages} none={countSet(query) === 0 ? list.none : list.noneSuch}>
        {(items) => <CaseTable items={items} />}
      </Listing>
    </>
  );
};

/** Open cases, most urgent first, or what was searched for. */
export const CaseList = ({ query }: { query: Query }) => {
  const { org, words, house } = useDesk();
  const { list } = words;
  const { q = "" } = query;
  const closed = query.open === "false";
  const title = q !== "" ? list.foundTitle : closed ? list.closed : list.title;
  useEffect(() => {
    document.title = `${title} · ${words.console}`;
  }, [title, words]);
  const find = (typed: string): void => location.assign(hashOf({ org, query: typed === "" ? {} : { q: typed } }));
  return (
    <>
      <div className="head">
        <div>
          <h1>{title}</h1>
          <p className="quiet">
            {house !== undefined && `${house.org.name} · `}
            {q !== "" ? list.found(q) : closed ? list.closedLead : list.lead}
          </p>
        </div>
        <SearchBox label={words.list.search} hint={words.list.searchHint} max={200} key={q} typed={q} find={find} />
      </div>
      {q === "" ? (
        <Cases query={query} />
      ) : (
        <>
          <p className="all">
            <Button onClick={() => find("")}>{list.clear}</Button>
          </p>
          <Found q={q} />
        </>
      )}
    </>
  );
};
