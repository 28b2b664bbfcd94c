import { useEffect, useId, useMemo } from "react";
import { serverTime } from "../api/server-time.ts";
import { allowed, pathTo, useDesk } from "../desk.ts";
import { type Query, searchOf } from "../route.ts";
import { Take } from "../take.tsx";
import { useAsk } from "./case-list.tsx";
import { RegisterTable } from "./case-table.tsx";
import { asked, dateAt } from "./filter-query.ts";
import { Filters } from "./filters.tsx";
import { Listing } from "./listing.tsx";
import { useCasePages } from "./pages.ts";

const YEAR = "year";

/** A month of the office, or the last year; a browser without a picker of months takes `2026-03` as it is typed. */
const Month = ({ month, choose }: { month: string; choose: (month: string) => void }) => {
  const { register } = useDesk().words;
  const [at, year] = [useId(), useId()];
  return (
    <div className="month">
      <label htmlFor={at}>{register.month}</label>
      <input
        id={at}
        type="month"
        pattern="\d{4}-\d{2}"
        value={month === YEAR ? "" : month}
        disabled={month === YEAR}
        onChange={({ target }) => /^\d{4}-(0[1-9]|1[0-2])$/.test(target.value) && choose(target.value)}
      />
      <label htmlFor={year}>
        <input
          id={year}
          type="checkbox"
          checked={month === YEAR}
          onChange={({ target }) => choose(target.checked ? YEAR : "")}
        />{" "}
        {register.year}
      </label>
    </div>
  );
};

/** The tracking register (CCF-16, MCH-06): every case by its receipt, open and closed, a month at a time. */
export const Register = ({ query }: { query: Query }) => {
  const desk = useDesk();
  const { org, words, house } = desk;
  const { register, take } = words;
  const ask = useAsk("register");
  const timeZone = house?.org.timeZone ?? "UTC";
  const at = useMemo(() => ({ now: serverTime.now(), timeZone }), [timeZone]);
  const month = query.month ?? dateAt(at.now, timeZone).slice(0, 7);
  const filter = { ...asked(query, at), open: query.open ?? "", ...(month === YEAR ? {} : { month }) };
  const pages = useCasePages(pathTo(org, `/register?${searchOf(filter)}`));
  const file = (format: string): string => pathTo(org, `/register/export?${searchOf({ ...filter, format })}`);
  useEffect(() => {
    document.title = `${register.title} · ${words.console}`;
  }, [register, words]);
  const files = [
    { path: file("csv"), says: take.csv },
    { path: file("xlsx"), says: take.xlsx },
  ];
  const choose = (chosen: string): void => {
    const { month: _before, ...rest } = query;
    ask(chosen === "" ? rest : { ...rest, month: chosen });
  };
  return (
    <>
      <div className="head">
        <div>
          <h1>{register.title}</h1>
          <p className="quiet">
            {house !== undefined && `${house.org.name} · `}
            {register.lead}
          </p>
        </div>
        <Month month={month} choose={choose} />
      </div>
      <Filters query={query} without={["due", "person"]} people={[]} opens={["all", "open", "closed"]} ask={ask} />
      {allowed(desk, "export").length > 0 && <Take key={searchOf(filter)} files={files} />}
      <Listing pages={pages} none={register.none}>
        {(items) => <RegisterTable items={items} />}
      </Listing>
    </>
  );
};
