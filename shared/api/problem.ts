import * as z from "zod";
import { CellProblem } from "./imports.ts";

/** One field at fault: where, what rule it breaks, and a sentence in the reader's language. */
export const FieldProblem = z.object({
  path: z.string().meta({ description: "JSON pointer into the body", examples: ["/damages/1/place"] }),
  code: z.string().meta({ examples: ["required", "not-for-this-product-line"] }),
  rule: z
    .string()
    .optional()
    .meta({ examples: ["DFA-20"] }),
  says: z.string(),
});

/** RFC 9457 problem details; `code` is stable, the sentences are not. */
export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    code: z.string(),
    detail: z.string().optional(),
    fields: z.array(FieldProblem).optional(),
    rules: z.array(z.string()).optional().meta({ description: "the clauses that say no" }),
    policies: z
      .array(z.object({ id: z.string(), title: z.string() }))
      .optional()
      .meta({ description: "the regulations to choose instead: those with an intake, or those in use" }),
    rows: z.array(CellProblem).optional().meta({ description: "what is wrong with a file of cases, cell by cell" }),
    version: z.number().int().optional().meta({ description: "the version now, when a change was overtaken" }),
  })
  .meta({ id: "Problem" });
export type Problem = z.infer<typeof Problem>;
