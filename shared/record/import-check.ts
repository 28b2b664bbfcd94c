import { civilDate } from "../calendar/zone.ts";
import type { FieldFault } from "../case/fault.ts";
import { type CellFault, type Column, readHead } from "../case/import-columns.ts";
import { columnAt, type Row, rowIn } from "../case/import-row.ts";
import { readReceipt } from "../case/receipt.ts";
import { Instant } from "../kernel/instant.ts";
import { accept, type Result, refuse } from "../kernel/result.ts";
import { say } from "../kernel/text.ts";
import type { Deps } from "./change.ts";
import type { Desk, FileRequest } from "./file.ts";
import type { ImportRequest } from "./import.ts";
import { inTurns } from "./in-turns.ts";
import { inForce, type Org } from "./org.ts";
import { rulebookOf } from "./rulebook.ts";

/** The most rows of one file: all of them are created while whoever sent it waits. */
export const MOST_ROWS = 1000;

/** A row as it was read, with the case that it becomes. */
export type Ready = { readonly at: number; readonly row: Row; readonly desk: Desk; readonly request: FileRequest };

const fault = (row: number, column: string, code: string, zh: string, en: string): CellFault => ({
  row,
  column,
  code,
  says: say(zh, en),
});

/** The version that was in force when a row was received (AS-117); the present one for what came before there was any. */
const deskAt = async ({ orgs }: Deps, desk: Desk, receivedAt: string): Promise<Desk> => {
  const at = Instant.safeParse(receivedAt).data;
  const ref = at && inForce(desk.org, desk.ref.id, civilDate(at, desk.org.timeZone));
  if (ref === undefined || ref.version === desk.ref.version) return desk;
  const rulebook = await rulebookOf(orgs, { org: desk.org.id, policy: ref });
  return rulebook.policy.intake === undefined ? desk : { ...desk, ref, rulebook, intake: rulebook.policy.intake };
};

/** A row with a number is the same case in whichever file it stands; one without is that of its place in this file. */
const wordsFor = ({ ref }: Desk, { number }: Row, at: number): string =>
  number === undefined ? `row\n${at}` : `number\n${ref.id}\n${number}`;

/** What is wrong with a row. Where its way is none, it was read like the customer's own form, which alone needs an address. */
const told = (faults: readonly FieldFault[]): readonly FieldFault[] =>
  faults.some(({ path }) => path === "/channel") ? faults.filter(({ path }) => path !== "/contact/email") : faults;

const readRow = async (
  deps: Deps,
  desk: Desk,
  { by, locale, caseIdFor, made, lines }: ImportRequest,
  columns: readonly (Column | undefined)[],
  at: number,
): Promise<Result<Ready, readonly CellFault[]>> => {
  const cells = lines[at - 1] ?? [];
  const row = rowIn(desk.rulebook.policy, columns, cells);
  const then = await deskAt(deps, desk, row.receivedAt);
  const { number, channel, source, receivedAt, body } = row;
  const taking = { by, told: { channel, source, receivedAt } };
  const read = readReceipt(then.rulebook.policy, then.intake, { body, taking }, desk.now);
  const faults = read.ok
    ? []
    : told(read.error).map(
        ({ path, code, rule, says }): CellFault => ({ row: at, column: columnAt(path), code, rule, says }),
      );
  const odd = number !== undefined && (number.length > 40 || number.includes("#"));
  if (odd)
    faults.push(
      fault(at, "number", "invalid", "编号最多40个字，不含 #", "a number has at most 40 characters, and no #"),
    );
  if (faults.length > 0) return refuse(faults);
  const caseId = caseIdFor(wordsFor(desk, row, at));
  const imported = { row: at, number };
  return accept({
    at,
    row,
    desk: then,
    request: { org: desk.org.id, caseId, locale, body, taking, imported, ...made(caseId, cells) },
  });
};

export const taken = (at: number): CellFault =>
  fault(at, "number", "number-taken", "此编号已用于另一案件", "this number is another case's");

/** What is wrong with the numbers of rows that are right by themselves: twice in the file, or another case's. */
const numberFaults = async ({ records }: Deps, org: Org, ready: readonly Ready[]): Promise<readonly CellFault[]> => {
  const faults = await inTurns(ready, async ({ at, row: { number }, desk, request: { caseId, requestHash } }) => {
    if (number === undefined) return [];
    const first = ready.find((other) => other.row.number === number);
    if (first !== undefined && first.at < at)
      return [fault(at, "number", "number-twice", `编号与第${first.at}行相同`, `row ${first.at} has this number too`)];
    const owner = await records.idOfNumber(org.id, desk.ref.id, number);
    if (owner === undefined) return [];
    if (owner !== caseId) return [taken(at)];
    const before = await records.load({ kind: "case", org: org.id, id: caseId });
    return before === undefined || before.requestHash === requestHash ? [] : [taken(at)];
  });
  return faults.flat();
};

/** A file that was read: its rows, and all that is wrong with it in the order of its rows. */
export type Checked = {
  readonly rows: number;
  readonly ready: readonly Ready[];
  readonly faults: readonly CellFault[];
};

/** Reads every row, so that whoever made the file is told of all that is wrong at once. Writes nothing. */
export const checkRows = async (deps: Deps, desk: Desk, request: ImportRequest): Promise<Checked> => {
  const [heads = [], ...others] = request.lines;
  const head = readHead(desk.intake, heads);
  const rows = others.flatMap((cells, n) => (cells.some((cell) => cell.trim() !== "") ? [n + 2] : []));
  const most = `最多${MOST_ROWS}行`;
  const count = [
    ...(rows.length === 0 ? [fault(1, "", "no-rows", "文件没有案件", "the file holds no case")] : []),
    ...(rows.length > MOST_ROWS ? [fault(MOST_ROWS + 2, "", "too-many-rows", most, `at most ${MOST_ROWS} rows`)] : []),
  ];
  const known = head.faults.length + count.length > 0 ? [] : rows;
  const read = await inTurns(known, (at) => readRow(deps, desk, request, head.columns, at));
  const ready = read.flatMap((one) => (one.ok ? [one.value] : []));
  const wrong = [...head.faults, ...count, ...read.flatMap((one) => (one.ok ? [] : one.error))];
  const faults = [...wrong, ...(await numberFaults(deps, desk.org, ready))];
  return { rows: rows.length, ready, faults: faults.sort((a, b) => a.row - b.row) };
};
