import type { Actor } from "../case/actor.ts";
import type { CellFault } from "../case/import-columns.ts";
import { mayNotTake } from "../case/taking.ts";
import type { CaseId, OrgId } from "../kernel/ids.ts";
import { accept, type Result, refuse } from "../kernel/result.ts";
import type { Locale } from "../kernel/text.ts";
import type { Deps } from "./change.ts";
import { type FileRefusal, type FileRequest, fileAt } from "./file.ts";
import { checkRows, type Ready, taken } from "./import-check.ts";
import { inTurns } from "./in-turns.ts";
import { intakeOf } from "./intake.ts";
import type { Org } from "./org.ts";

/** A file of cases, and what the edge makes for it: ids and digests, since the core knows no randomness. */
export type ImportRequest = {
  readonly org: OrgId;
  readonly policy: string | undefined;
  readonly by: Extract<Actor, { kind: "staff" }>;
  /** The head, and a row a case. */
  readonly lines: readonly (readonly string[])[];
  /** Reads everything, says what is wrong, and writes nothing. */
  readonly dryRun: boolean;
  readonly locale: Locale;
  /** The same id for the same words: a row that was taken over before is found again. */
  readonly caseIdFor: (words: string) => CaseId;
  readonly made: (caseId: CaseId, cells: readonly string[]) => Pick<FileRequest, "requestHash" | "tokenHash" | "salt">;
};

type Taken = { readonly row: number; readonly caseId: CaseId; readonly number: string };
export type Imported = {
  readonly rows: number;
  readonly cases: readonly Taken[];
  readonly faults: readonly CellFault[];
};
export type ImportRefusal = FileRefusal | { readonly code: "bad-rows"; readonly faults: readonly CellFault[] };

/** Claims every number that was given before any case is made: two files that race for one leave nothing half taken over. */
const claimAll = async ({ records }: Deps, org: Org, ready: readonly Ready[]): Promise<readonly CellFault[]> => {
  const said = await inTurns(ready, async ({ at, row: { number }, desk, request: { caseId } }) =>
    number !== undefined && (await records.claim(org.id, desk.ref.id, number, caseId)) === "taken" ? [taken(at)] : [],
  );
  return said.flat();
};

const create = async (deps: Deps, { at, desk, request }: Ready): Promise<Taken> => {
  const filed = await fileAt(deps, desk, request);
  if (!filed.ok) throw new Error(`row ${at} was right and is refused: ${filed.error.code}`);
  return { row: at, caseId: request.caseId, number: filed.value.current.number };
};

/**
 * Takes cases over from a file: all of them or none. Everything is read first and every row that is wrong is named; then
 * each is created under an id that follows from its number, or from the file and its row, so that the same file again
 * finds what it made and goes on where it was killed. Cases keep their receipt, from which their clocks run, and their
 * numbers; their customers are sent nothing for what is past.
 */
export const importCases = async (deps: Deps, request: ImportRequest): Promise<Result<Imported, ImportRefusal>> => {
  const found = await intakeOf(deps, request.org, request.policy);
  if (!found.ok) return found;
  const desk = found.value;
  const foreign = mayNotTake(desk.rulebook.policy, request.by);
  if (foreign !== undefined) return refuse(foreign);
  const { rows, ready, faults } = await checkRows(deps, desk, request);
  if (request.dryRun) return accept({ rows, cases: [], faults });
  if (faults.length > 0) return refuse({ code: "bad-rows", faults });
  const raced = await claimAll(deps, desk.org, ready);
  if (raced.length > 0) return refuse({ code: "bad-rows", faults: raced });
  return accept({ rows, cases: await inTurns(ready, (one) => create(deps, one)), faults: [] });
};
