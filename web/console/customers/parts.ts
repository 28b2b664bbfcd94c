import type * as z from "zod";
import { quoted } from "../../../shared/api/csv-cell.ts";
import type { CustomersImported } from "../../../shared/api/customers.ts";
import type { Locale } from "../../../shared/kernel/text.ts";
import { MOST_CUSTOMERS, ownColumn, personKey, samePerson } from "../../../shared/survey/customer-columns.ts";

export type Lines = readonly (readonly string[])[];
export type Fault = z.infer<typeof CustomersImported>["faults"][number];

/** Some rows of a file, as the API takes them at once: each has the file's head. */
export type Part = {
  /** Where its first row stands in the file, as a spreadsheet counts. */
  readonly first: number;
  readonly head: readonly string[];
  readonly rows: Lines;
};

/** A request takes 4 MB: less than that even where every character is a Chinese one. */
const MOST_CHARACTERS = 1_200_000;

/** A file in parts that the API takes one by one; the same file always in the same parts. */
export const inParts = ([head = [], ...rows]: Lines, most = MOST_CUSTOMERS): readonly Part[] => {
  const parts: { first: number; head: readonly string[]; rows: string[][] }[] = [];
  let room = 0;
  for (const [at, cells] of rows.entries()) {
    const length = cells.reduce((sum, cell) => sum + cell.length + 3, 0);
    const last = parts.at(-1);
    if (last === undefined || last.rows.length >= most || room < length) {
      parts.push({ first: at + 2, head, rows: [[...cells]] });
      room = MOST_CHARACTERS - length;
    } else {
      last.rows.push([...cells]);
      room -= length;
    }
  }
  return parts.length === 0 ? [{ first: 2, head, rows: [] }] : parts;
};

/** A part as the file that is sent: what cells say stands there unchanged. */
export const fileOf = ({ head, rows }: Part): Blob =>
  new Blob([[head, ...rows].map((cells) => cells.map(quoted).join(",")).join("\r\n")]);

/** What is wrong in a part, by the rows of the whole file; of its head only once, and of doubles `doublesIn` tells. */
export const faultsOf = ({ first }: Part, faults: readonly Fault[]): readonly Fault[] =>
  faults
    .filter(({ row, code }) => code !== "duplicate-row" && (row > 1 || first === 2))
    .map((fault) => (fault.row > 1 ? { ...fault, row: fault.row - 2 + first } : fault));

/** Who stands in a file twice, also where the parts that they stand in are sent apart. */
export const doublesIn = ([head = [], ...rows]: Lines, locale: Locale): readonly Fault[] => {
  const columns = head.map((cell) => ownColumn(cell.trim()));
  const [mails, phones] = [columns.indexOf("email"), columns.indexOf("phone")];
  const seen = new Map<string, number>();
  return rows.flatMap((cells, at) => {
    const email = cells[mails]?.trim() || undefined;
    const key = personKey({ email, phone: cells[phones]?.trim() });
    const before = key === "" ? undefined : seen.get(key);
    if (key !== "" && before === undefined) seen.set(key, at + 2);
    if (before === undefined) return [];
    const column = email === undefined ? "phone" : "email";
    return [{ row: at + 2, column, code: "duplicate-row", says: samePerson(before)[locale] }];
  });
};
