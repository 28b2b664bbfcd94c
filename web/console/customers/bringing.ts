import type * as z from "zod";
import type { CustomersImported } from "../../../shared/api/customers.ts";
import type { Locale } from "../../../shared/kernel/text.ts";
import type { Answer } from "../api/client.ts";
import type { Failure } from "../api/failure.ts";
import { doublesIn, type Fault, faultsOf, fileOf, inParts, type Lines, type Part } from "./parts.ts";

type Send = (part: Blob, dryRun: boolean) => Promise<Answer<z.infer<typeof CustomersImported>>>;

type Port = {
  readonly send: Send;
  /** Hears after each part how many are done. */
  readonly told: (done: number) => void;
};

export type Checked = {
  readonly parts: readonly Part[];
  /** Customers in the file. */
  readonly rows: number;
  /** All that is wrong with it, in the order of its rows; with any, nothing of it is imported. */
  readonly faults: readonly Fault[];
};

/**
 * Has every part of a file checked before anything of it is imported, and says by the rows of the file what is wrong.
 * A file whose head is wrong is wrong at once.
 */
export const checkFile = async (
  { send, told }: Port,
  lines: Lines,
  locale: Locale,
  most?: number,
): Promise<Answer<Checked>> => {
  const parts = inParts(lines, most);
  const faults: Fault[] = [];
  let rows = 0;
  for (const [at, part] of parts.entries()) {
    const answer = await send(fileOf(part), true);
    if (!answer.ok) return answer;
    rows += answer.value.rows;
    faults.push(...faultsOf(part, answer.value.faults));
    told(at + 1);
    if (faults.some(({ row }) => row === 1)) return { ok: true, value: { parts, rows, faults } };
  }
  faults.push(...doublesIn(lines, locale));
  return { ok: true, value: { parts, rows, faults: faults.sort((a, b) => a.row - b.row) } };
};

/**
 * Imports the parts of a checked file from one of them on. Each is taken whole or not at all, and once however often it is
 * sent: a person is known by their address, so that what was cut off goes on with the part it was in.
 * @returns what stopped it, if anything did.
 */
export const bringFile = async (
  { send, told }: Port,
  parts: readonly Part[],
  from: number,
): Promise<Failure | undefined> => {
  for (const [at, part] of parts.entries()) {
    if (at < from) continue;
    const answer = await send(fileOf(part), false);
    if (!answer.ok) return answer.failure;
    told(at + 1);
  }
  return undefined;
};
