import { readFileSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { contentName, figuresIn } from "./cells.ts";
import type { Compiled } from "./contents.ts";
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

const TABLES = {
  happening: ["org", "policy", "id", "n INTEGER", "body"],
  owed: ["org", "id", "body"],
  record: ["org", "kind", "id", "body"],
  mail: ["body"],
  regulation: ["policy PRIMARY KEY", "body"],
  holiday: ["day PRIMARY KEY", "works INTEGER"],
  // a content of a report: of whom, from when to when it speaks, of which departments, and when it was made
  content: ["org", "content PRIMARY KEY", "policy", "since", "before", "units", "seen"],
  cell: ["org", "content", "what", "list", "filter"],
  based: ["content", "list", "id", "body"],
  bound: ["content", "now", "seen", "first", "last"],
  event: ["org", "policy", "id", "n INTEGER", "body"],
  figure: ["org", "what", "n"],
} as const;

type Base = Exclude<keyof typeof TABLES, "based" | "event" | "figure">;

const unitNames = ({ unit }: Compiled["document"], report: string): readonly string[] | undefined =>
  unit && [report.split(".").at(-1) ?? "", unit["zh-CN"], unit.en];

/** What is counted, table by table, as rows. */
const rowsOf = (facts: Facts): Readonly<Record<Base, readonly (readonly (string | number | null)[])[]>> => ({
  happening: facts.events.map(({ org, policy, id, n, body }) => [org, policy, id, n, JSON.stringify(body)]),
  owed: facts.owed.map(({ org, id, body }) => [org, id, JSON.stringify(body)]),
  record: facts.records.map(({ org, kind, id, body }) => [org, kind, id, JSON.stringify(body)]),
  mail: facts.mails.map(({ html, text, headers, ...one }) => [JSON.stringify(one)]),
  regulation: facts.regulations.map(({ policy, body }) => [policy, JSON.stringify(body)]),
  holiday: holidays(),
  content: facts.contents.map((one) => {
    const { policy, counted } = one.document;
    const units = unitNames(one.document, one.report);
    const names = units === undefined ? null : JSON.stringify(units);
    return [one.org, contentName(one), policy.id, counted.from, counted.before, names, one.at];
  }),
  cell: facts.contents
    .flatMap(figuresIn)
    .map(({ org, content, what, list, where }) => [org, content, what, list, JSON.stringify(where)]),
  bound: [[null, facts.now, facts.now, facts.from, facts.to]],
});

/** Lists that are made of cases: these are counted as they stood when the report was made. */
const OF_CASES = new Set(["received", "clocks", "closed", "shares", "sanctions", "kpis"]);

type Row = Readonly<Record<string, string | number | null>>;

/**
 * Counts the cases again as they stood when a content was made: what happened later is left out, and everything is taken
 * back afterwards.
 */
const lookBack = (db: DatabaseSync, { org, document, ...compiled }: Compiled): void => {
  const content = contentName(compiled);
  const rows = (text: string) => db.prepare(text).all() as Row[]; // as node:sqlite answers
  db.exec("SAVEPOINT look");
  db.prepare("INSERT INTO event SELECT * FROM happening WHERE org = ? AND body ->> 'at' <= ?").run(org, compiled.at);
  db.prepare("UPDATE bound SET content = ?, now = ?, seen = ?").run(content, document.counted.before, compiled.at);
  for (const name of ["recount.sql", "recount-rest.sql", "recount-figures.sql", "recount-cases.sql"])
    db.exec(sql(name));
  const based = rows("SELECT based.* FROM based JOIN bound USING (content)");
  const kpis =
    rows(`SELECT c.org, c.what, f.n FROM cell c JOIN bound b ON b.content = c.content JOIN figure f ON f.org = c.org
    AND f.what = 'kpi ' || (c.filter ->> 'id') || ' ' || (c.filter ->> 'period') || ' ' || (c.filter ->> 'side') WHERE c.list = 'kpis'`);
  db.exec("ROLLBACK TO look; RELEASE look");
  const add = db.prepare("INSERT INTO based VALUES (?, ?, ?, ?)");
  for (const { content: of, list, id, body } of based) add.run(of ?? null, list ?? null, id ?? null, body ?? null);
  const put = db.prepare("INSERT INTO told_of VALUES (?, ?, ?)");
  for (const { org: whose, what, n } of kpis) put.run(whose ?? null, what ?? null, n ?? null);
};

/**
 * Counts a year again by plain SQL over its stored facts: no code of the engine has a part in it. Answers each figure
 * with what came out; `file` keeps the data base for whoever wants to look further.
 */
export const recount = (facts: Facts, file = ":memory:"): ReadonlyMap<string, number | string> => {
  const db = new DatabaseSync(file);
  for (const [table, columns] of Object.entries(TABLES)) db.exec(`CREATE TABLE ${table} (${columns.join(", ")})`);
  db.exec("CREATE TABLE told_of (org, what, n)");
  db.exec("BEGIN");
  for (const [table, rows] of Object.entries(rowsOf(facts))) {
    const into = db.prepare(`INSERT INTO ${table} VALUES (${TABLES[table as Base].map(() => "?").join(", ")})`);
    for (const row of rows) into.run(...row);
  }
  for (const one of facts.contents)
    if (Object.keys(one.document.lists).some((list) => OF_CASES.has(list))) lookBack(db, one);
  db.exec("INSERT INTO event SELECT * FROM happening");
  for (const name of ["recount.sql", "recount-rest.sql", "recount-figures.sql", "recount-reports.sql"])
    db.exec(sql(name));
  db.exec("INSERT INTO figure SELECT * FROM told_of; COMMIT");
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
