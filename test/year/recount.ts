import { readFileSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import type { Facts } from "./facts.ts";

/** What the notice on holidays says, day by day, read as it is written. */
const holidays = (): readonly (readonly [day: string, works: number])[] => {
  const notice = new URL("../../shared/calendar/data/cn-2026.json", import.meta.url);
  const { holidays: all }: { holidays: { daysOff: string[]; makeUpDays?: string[] }[] } = JSON.parse(
    readFileSync(notice, "utf8"),
  );
  return all.flatMap(({ daysOff, makeUpDays = [] }) => [
    ...daysOff.map((day) => [day, 0] as const),
    ...makeUpDays.map((day) => [day, 1] as const),
  ]);
};

const sql = (name: string): string => readFileSync(new URL(name, import.meta.url), "utf8");

/**
 * Counts a year again by plain SQL over its stored facts: no code of the engine has a part in it. Answers each figure
 * with what came out; `file` keeps the data base for whoever wants to look further.
 */
export const recount = (facts: Facts, file = ":memory:"): ReadonlyMap<string, number | string> => {
  const db = new DatabaseSync(file);
  db.exec(`
    CREATE TABLE event (org TEXT, policy TEXT, id TEXT, n INTEGER, body TEXT);
    CREATE TABLE owed (org TEXT, id TEXT, body TEXT);
    CREATE TABLE mail (body TEXT);
    CREATE TABLE regulation (policy TEXT PRIMARY KEY, body TEXT);
    CREATE TABLE holiday (day TEXT PRIMARY KEY, works INTEGER);
    CREATE TABLE bound (now TEXT);
    BEGIN`);
  const into = (table: string, columns: number) =>
    db.prepare(`INSERT INTO ${table} VALUES (${Array.from({ length: columns }, () => "?").join(", ")})`);
  const event = into("event", 5);
  for (const { org, policy, id, n, body } of facts.events) event.run(org, policy, id, n, JSON.stringify(body));
  const owed = into("owed", 3);
  for (const { org, id, body } of facts.owed) owed.run(org, id, JSON.stringify(body));
  const mail = into("mail", 1);
  for (const { html, text, headers, ...one } of facts.mails) mail.run(JSON.stringify(one));
  const regulation = into("regulation", 2);
  for (const { policy, body } of facts.regulations) regulation.run(policy, JSON.stringify(body));
  const holiday = into("holiday", 2);
  for (const [day, works] of holidays()) holiday.run(day, works);
  into("bound", 1).run(facts.now);
  db.exec("COMMIT");
  db.exec(sql("recount.sql"));
  db.exec(sql("recount-figures.sql"));
  const rows = db.prepare("SELECT org, what, n FROM figure WHERE n IS NOT NULL AND n <> 0").all();
  db.close();
  return new Map(rows.map(({ org, what, n }) => [`${org} ${what}`, typeof n === "number" ? n : String(n)]));
};

/** Figures on which the system and the recount do not agree, in words; a figure that only one of them has is one. */
export const disagreements = (
  shown: ReadonlyMap<string, number | string>,
  counted: ReadonlyMap<string, number | string>,
): readonly string[] =>
  [...new Set([...shown.keys(), ...counted.keys()])]
    .filter((what) => shown.get(what) !== counted.get(what))
    .sort()
    .map((what) => `${what}: shown ${shown.get(what) ?? "nothing"}, counted ${counted.get(what) ?? "nothing"}`);
