import * as z from "zod";
import type { Instant } from "../../kernel/instant.ts";
import type { Text } from "../../kernel/text.ts";
import type { Sanction as SanctionRule } from "../../policy/liability.ts";
import { Slug } from "../../policy/terms.ts";
import { keyed } from "../actor.ts";

/** What can happen to a sanction: people propose it and people decide it, the engine never does (AS-128, A-69). */
export const sanctionEvents = [
  z.strictObject({
    ...keyed,
    type: z.literal("sanctionProposed"),
    sanction: z.string(),
    rule: Slug,
    /** One of the kinds that the rule names, in Chinese. */
    kind: z.string(),
    subject: z.string(),
    basis: z.string(),
  }),
  z.strictObject({
    ...keyed,
    type: z.literal("sanctionDecided"),
    sanction: z.string(),
    rule: Slug,
    approved: z.boolean(),
    remark: z.string().optional(),
  }),
] as const;

/** A sanction that was proposed in a case: a record, without any effect on pay. */
export type Sanction = {
  readonly id: string;
  readonly rule: string;
  readonly kind: string;
  readonly subject: string;
  readonly basis: string;
  readonly proposed: { readonly at: Instant; readonly by: string; readonly name: string };
  readonly decided?:
    | { readonly at: Instant; readonly name: string; readonly approved: boolean; readonly remark?: string | undefined }
    | undefined;
};

/** Who may propose; where the regulation names nobody, whoever decides. */
export const proposersOf = ({ proposedBy, approvedBy }: SanctionRule): readonly string[] =>
  proposedBy.length > 0 ? proposedBy : approvedBy;

/** Who may know of a sanction at all. */
export const insidersOf = (rule: SanctionRule): readonly string[] => [
  ...new Set([...proposersOf(rule), ...rule.approvedBy]),
];

/** A kind in both languages, by its name in either. */
export const kindOf = ({ kinds }: SanctionRule, name: string): Text | undefined =>
  kinds.find((kind) => kind["zh-CN"] === name || kind.en === name);
