import * as z from "zod";
import { Instant } from "../../kernel/instant.ts";
import { Name, Slug } from "../../policy/terms.ts";
import { common, keyed } from "../actor.ts";

/** Who carries an action out: a role of the regulation, the side that is responsible, and the person in it. */
export const Owner = z.strictObject({ role: Name, person: z.string() });
export type Owner = z.infer<typeof Owner>;

const of = { action: z.string(), corrective: Slug };

/** What can happen to the corrective, preventive and training actions of a case. */
export const actionEvents = [
  /** The engine's own: so many founded cases about the same make one owed. */
  z.strictObject({
    ...common,
    type: z.literal("actionOpened"),
    ...of,
    subject: z.string(),
    period: z.string(),
    times: z.number().int().positive(),
  }),
  z.strictObject({
    ...keyed,
    type: z.literal("actionPlanned"),
    ...of,
    cause: z.string().optional(),
    measure: z.string().optional(),
    prevention: z.string().optional(),
    owner: Owner,
    due: Instant,
  }),
  z.strictObject({ ...keyed, type: z.literal("actionDone"), ...of, owner: Owner, result: z.string() }),
  z.strictObject({
    ...keyed,
    type: z.literal("actionVerified"),
    ...of,
    owner: Owner,
    effective: z.boolean(),
    /** The effect that was seen, or why it goes back. */
    finding: z.string(),
  }),
  /** The engine's own: the due of an action is near, or has passed. */
  z.strictObject({
    ...common,
    type: z.literal("actionReminded"),
    ...of,
    owner: Owner,
    due: Instant,
    threshold: Instant,
  }),
  z.strictObject({ ...common, type: z.literal("actionOverdue"), ...of, owner: Owner, due: Instant }),
] as const;

/** OPEN: asked for and not planned; REOPENED: it was verified and did not work. */
export type ActionState = "OPEN" | "PLANNED" | "DONE" | "VERIFIED" | "REOPENED";

type Deed = { readonly at: Instant; readonly by: string; readonly name: string };

/** One action of a case as its timeline tells it. */
export type Action = {
  readonly id: string;
  readonly corrective: string;
  readonly state: ActionState;
  readonly openedAt: Instant;
  /** Whom a repetition is about, e.g. the employee to be trained, and when. */
  readonly repeated?: { readonly subject: string; readonly period: string; readonly times: number } | undefined;
  readonly plan?:
    | {
        readonly at: Instant;
        readonly cause?: string | undefined;
        readonly measure?: string | undefined;
        readonly prevention?: string | undefined;
        readonly owner: Owner;
        readonly due: Instant;
      }
    | undefined;
  readonly done?: (Deed & { readonly result: string }) | undefined;
  readonly verified?: (Deed & { readonly effective: boolean; readonly finding: string }) | undefined;
};
