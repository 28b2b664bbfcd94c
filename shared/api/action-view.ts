import * as z from "zod";
import { Shown } from "./shown.ts";

const Deed = z.object({ at: Shown, by: z.string() });

/** One corrective, preventive or training action of a case, or one that the regulation asks for and nobody planned yet. */
export const ActionView = z
  .object({
    action: z.string().optional().meta({ description: "absent while it is owed and not planned" }),
    corrective: z.string(),
    title: z.string(),
    rules: z.array(z.string()),
    what: z.enum(["corrective", "preventive", "both", "training"]),
    state: z.enum(["OPEN", "PLANNED", "DONE", "VERIFIED", "REOPENED", "NOT_TRACKED"]),
    blocks: z.array(z.string()).meta({ description: "steps that are closed until it is settled" }),
    waitsFor: z.array(z.string()).meta({ description: "roles that have to do something next" }),
    repeated: z.object({ subject: z.string(), period: z.string(), times: z.number() }).optional(),
    cause: z.string().optional(),
    measure: z.string().optional(),
    prevention: z.string().optional(),
    owner: z.object({ role: z.string(), title: z.string(), person: z.string() }).optional(),
    due: Shown.optional(),
    promise: z.enum(["RUNNING", "MET", "BREACHED"]).optional(),
    done: Deed.extend({ result: z.string() }).optional(),
    verified: Deed.extend({ effective: z.boolean(), finding: z.string() }).optional(),
    explanation: z.array(z.string()),
  })
  .meta({ id: "Action" });
export type ActionView = z.infer<typeof ActionView>;

/** What was proposed for somebody; only those see it who propose and decide. */
export const SanctionView = z
  .object({
    sanction: z.string(),
    rule: z.string(),
    title: z.string(),
    rules: z.array(z.string()),
    kind: z.string(),
    subject: z.string(),
    basis: z.string(),
    proposed: Deed,
    decided: Deed.extend({ approved: z.boolean(), remark: z.string().optional() }).optional(),
  })
  .meta({ id: "Sanction" });
export type SanctionView = z.infer<typeof SanctionView>;
