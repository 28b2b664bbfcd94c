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
  stored: ["org", "kind", "id", "body"],
  mail: ["body"],
  regulation: ["policy PRIMARY KEY", "body"],
  holiday: ["day PRIMARY KEY", "works INTEGER"],
  unit: ["org", "id", "zh", "en"],
  // a content of a report: of whom, by which schedule, from when to when it speaks, of which department, and when it was made
  content: ["org", "content PRIMARY KEY", "policy", "schedule", "since", "before", "units", "role", "seen"],
  cell: ["org", "content", "what", "list", "filter"],
  // of which content it is spoken now, until when is counted, what had happened by then, and the days of which it is spoken
  bound: ["content", "now", "seen", "first", "last"],
} as const;

/** What comes out: the events of cases and the records of which it is spoken, the records of a content, figures of reports and all figures. */
const OUT = `CREATE TABLE event (org, policy, id, n INTEGER, body); CREATE TABLE record (org, kind, id, body);
  CREATE INDEX happening_org ON happening (org); CREATE INDEX stored_org ON stored (org, kind); CREATE TABLE based (content, list, id, body);
  CREATE TABLE told_of (org, what, n); CREATE TABLE figure (org, what, n)`;

type Base = keyof typeof TABLES;
type Value = string | number | null;

const contentRow = ({ org, report, document, at, unit, ...one }: Compiled): readonly Value[] => {
  const { policy, schedule, counted } = document;
  const names = unit === undefined ? null : JSON.stringify([unit.id, unit.title["zh-CN"], unit.title.en]);
  const name = contentName({ report, ...one });
  return [org, name, policy.id, schedule.id, counted.from, counted.before, names, unit?.role ?? null, at];
};

/** What is counted, table by table, as rows. */
const rowsOf = (facts: Facts): Readonly<Record<Base, readonly (readonly Value[])[]>> => ({
  happening: facts.events.map(({ org, policy, id, n, body }) => [org, policy, id, n, JSON.stringify(body)]),
  owed: facts.owed.map(({ org, id, body }) => [org, id, JSON.stringify(body)]),
  stored: facts.records.map(({ org, kind, id, body }) => [org, kind, id, JSON.stringify(body)]),
  mail: facts.mails.map(({ html, text, headers, ...one }) => [JSON.stringify(one)]),
  regulation: facts.regulations.map(({ policy, body }) => [policy, JSON.stringify(body)]),
  holiday: holidays(),
  unit: facts.units.map(({ org, body: { id, title } }) => [org, id, title["zh-CN"], title.en]),
  content: facts.contents.map(contentRow),
  cell: facts.contents
    .flatMap(figuresIn)
    .map(({ org, content, what, list, where }) => [org, content, what, list, JSON.stringify(where)]),
  bound: [[null, facts.now, facts.now, facts.from, facts.to]],
});

const YEAR = ["recount.sql", "recount-rest.sql", "recount-figures.sql"];
const REPORT = [...YEAR, "recount-reports.sql", "recount-cases.sql"];

/** What each list of a content is made of, beside cases: nothing else is looked at. */
const MADE_OF: Readonly<Record<string, readonly string[]>> = {
  inspections: ["inspection"],
  findings: ["inspection"],
  duties: ["visit", "duty"],
  entries: ["entry"],
  campaigns: ["campaign", "invitation"],
  kpis: ["campaign", "invitation", "given"],
};
const CASES = new Set(["received", "clocks", "closed", "shares", "sanctions", "kpis"]);

type Row = Readonly<Record<string, Value>>;

/** Counts again what a content was made of, as it stood then: what happened later is left out, and all is taken back afterwards. */
const lookBack = (db: DatabaseSync, compiled: Compiled): void => {
  const { org, document, at, ends } = compiled;
  const content = contentName(compiled);
  db.exec("SAVEPOINT look");
  const { from, before } = document.counted;
  const lists = Object.keys(document.lists);
  const kinds = JSON.stringify(lists.flatMap((list) => MADE_OF[list] ?? []));
  db.prepare(
    `INSERT INTO record SELECT * FROM stored WHERE org = ? AND kind IN (SELECT value FROM json_each(?))
      AND (kind <> 'inspection' OR body ->> '$.timeline[0].doneAt' BETWEEN ? AND ?)`,
  ).run(org, kinds, from, before);
  if (lists.some((list) => CASES.has(list)))
    db.prepare("INSERT INTO event SELECT * FROM happening WHERE org = ? AND body ->> 'at' <= ?").run(org, at);
  db.prepare("UPDATE bound SET content = ?, now = ?, seen = ?, first = ?, last = ?").run(
    ...[content, before, at, ends.from, ends.to],
  );
  for (const name of REPORT) db.exec(sql(name));
  const counted = db
    .prepare(
      `SELECT c.org, c.what, count(b.id) AS n FROM cell c JOIN spoken USING (content) LEFT JOIN based b ON b.list = c.list
        AND NOT EXISTS (SELECT 1 FROM json_each(c.filter) w WHERE coalesce(b.body ->> w.key, '') <> w.value)
        WHERE c.list NOT IN ('kpis', 'asked', 'answered') GROUP BY c.rowid
      UNION ALL SELECT * FROM told_of`,
    )
    .all() as Row[]; // as node:sqlite answers
  db.exec("ROLLBACK TO look; RELEASE look");
  const put = db.prepare("INSERT INTO figure VALUES (?, ?, ?)");
  for (const { org: whose, what, n } of counted) put.run(whose ?? null, what ?? null, n ?? null);
};

/**
 * Counts a year again by plain SQL over its stored facts: no code of the engine has a part in it. Answers each figure
 * with what came out; `file` keeps the data base for whoever wants to look further.
 */
export const recount = (facts: Facts, file = ":memory:"): ReadonlyMap<string, number | string> => {
  const db = new DatabaseSync(file);
  db.exec("BEGIN");
  for (const [table, columns] of Object.entries(TABLES)) db.exec(`CREATE TABLE ${table} (${columns.join(", ")})`);
  db.exec(OUT);
  for (const [table, rows] of Object.entries(rowsOf(facts))) {
    const into = db.prepare(`INSERT INTO ${table} VALUES (${TABLES[table as Base].map(() => "?").join(", ")})`);
    for (const row of rows) into.run(...row);
  }
  for (const one of facts.contents) lookBack(db, one);
  db.exec("INSERT INTO event SELECT * FROM happening; INSERT INTO record SELECT * FROM stored");
  for (const name of YEAR) db.exec(sql(name));
  db.exec("COMMIT");
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
