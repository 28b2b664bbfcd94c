import * as z from "zod";
import type { CellFault } from "../case/import-columns.ts";
import type { Locale } from "../kernel/text.ts";

/** What is wrong with one cell of a file of cases. */
export const CellProblem = z
  .object({
    row: z.number().int().meta({ description: "as a spreadsheet counts: 1 is the head" }),
    column: z.string().meta({ examples: ["contact.phone"] }),
    code: z.string().meta({ examples: ["required", "number-taken"] }),
    rule: z.string().optional(),
    says: z.string(),
  })
  .meta({ id: "CellProblem" });

export const ImportReply = z
  .object({
    dryRun: z.boolean(),
    rows: z.number().int().meta({ description: "cases in the file" }),
    faults: z
      .array(CellProblem)
      .meta({ description: "all that is wrong, of a dry run; without any, all would be taken over" }),
    cases: z.array(z.object({ row: z.number().int(), caseId: z.string(), number: z.string() })),
  })
  .meta({ id: "Imported" });
export type ImportReply = z.infer<typeof ImportReply>;

/** A fault in its reader's language. */
export const cellProblem = (
  { row, column, code, rule, says }: CellFault,
  locale: Locale,
): z.infer<typeof CellProblem> => ({
  row,
  column,
  code,
  rule,
  says: says[locale],
});
