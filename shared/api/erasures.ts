import * as z from "zod";
import { withOffset } from "../calendar/zone.ts";
import type { Locale } from "../kernel/text.ts";
import { type OrderPage, type Outcome, type PersonOrder, STAGES } from "../privacy/order.ts";
import { STAYS } from "../privacy/stays.ts";
import { cursorAt, placeIn } from "../record/cursor.ts";

/** Who is meant, by one of the two, and why. */
export const PersonErasureBody = z
  .strictObject({
    email: z
      .string()
      .trim()
      .max(254)
      .optional()
      .meta({ examples: ["chen@dealer.example"] }),
    phone: z
      .string()
      .trim()
      .max(40)
      .optional()
      .meta({ description: "with or without its prefixes", examples: ["+86 571 5550 0100"] }),
    reason: z.string().trim().min(1).max(2000).meta({
      description: "why, without the address or number itself; it goes when all cases have been gone through",
    }),
  })
  .meta({ id: "PersonErasure" });

const OrderedCase = z.object({
  caseId: z.string().optional().meta({ description: "absent where the caller may not read the case" }),
  number: z.string().optional(),
  policy: z.string().optional(),
  is: z.enum(["ordered", "kept"]),
  code: z
    .string()
    .optional()
    .meta({
      description: "why it is kept, as the erasure of one case would be refused; or it is not this person's own case",
      examples: ["kept-until", "on-hold", "case-open", "not-the-contact", "not-your-role"],
    }),
  says: z.string().optional(),
  rules: z.array(z.string()).optional(),
});

const OtherThing = z.object({
  of: z.enum(["customer", "visited", "inspection", "entry", "invitation", "mail"]).meta({
    description:
      "a row of the list of customers, an object of visits with what was written down there, an inspection of it or one that mentions them, an entry of a register, an invitation to a survey with its comment, mails that belong to no case",
  }),
  campaignId: z.string().optional(),
  objectId: z.string().optional(),
  inspectionId: z.string().optional(),
  entryId: z.string().optional(),
  form: z.string().optional().meta({ description: "the register of the entry" }),
  policy: z.string().optional(),
  is: z.enum(["erased", "kept"]),
  code: z
    .string()
    .optional()
    .meta({
      description: "why it is kept",
      examples: ["on-hold", "not-your-role", "entry-open", "inspection-open", "kept-until"],
    }),
  says: z.string().optional(),
  rules: z.array(z.string()).optional(),
});

const What = z.object({ what: z.string(), says: z.string() });

/** What has come of an order so far; who it is about is nowhere in it. */
export const PersonErasureReply = z
  .object({
    erasure: z.string(),
    orderedAt: z.string(),
    doneAt: z
      .string()
      .optional()
      .meta({ description: "when everything had been gone through; until then the schedule goes on within the hour" }),
    stage: z.enum(STAGES).meta({ description: "where it looks now: what is no case waits for the schedule" }),
    ordered: z.number().int().meta({ description: "cases whose erasure is ordered, so far" }),
    kept: z.number().int().meta({ description: "cases that are kept, so far" }),
    erased: z.number().int().meta({ description: "other things of theirs that are erased, so far" }),
    left: z.number().int().meta({ description: "other things of theirs that are kept, so far" }),
    cases: z.array(OrderedCase),
    others: z.array(OtherThing),
    stays: z.array(What).meta({ description: "what no order takes away, and why" }),
    cursor: z.string().optional().meta({ description: "where the list goes on" }),
  })
  .meta({ id: "PersonErasureState" });
export type PersonErasureReply = z.infer<typeof PersonErasureReply>;

/** The page of cases that a cursor names; the first without one. */
export const pageAt = (cursor: string | undefined): number => {
  const n = Number(placeIn(cursor) ?? 0);
  return Number.isSafeInteger(n) && n >= 0 && n < 1_000_000 ? n : 0;
};

const whyKept = (kept: Outcome["kept"], locale: Locale) =>
  kept === undefined ? {} : { code: kept.code, says: kept.says[locale], rules: kept.rules };

/** One page of what has come of an order. */
export const personErasureView = (
  order: PersonOrder,
  page: OrderPage | undefined,
  { n, zone, locale }: { readonly n: number; readonly zone: string; readonly locale: Locale },
): PersonErasureReply => ({
  erasure: order.id,
  orderedAt: withOffset(order.at, zone),
  doneAt: order.doneAt && withOffset(order.doneAt, zone),
  ordered: order.ordered,
  kept: order.kept,
  stage: order.stage,
  erased: order.gone,
  left: order.left,
  cases: (page?.outcomes ?? []).flatMap(({ of, caseId, number, policy, kept }) =>
    of === "case"
      ? [{ caseId, number, policy, is: kept === undefined ? "ordered" : "kept", ...whyKept(kept, locale) } as const]
      : [],
  ),
  others: (page?.outcomes ?? []).flatMap(({ of, kept, object: objectId, ...named }) => {
    if (of === "case") return [];
    const is = kept === undefined ? "erased" : "kept";
    const { campaignId, inspectionId, entryId, form, policy } = named;
    return [{ of, campaignId, objectId, inspectionId, entryId, form, policy, is, ...whyKept(kept, locale) } as const];
  }),
  stays: STAYS.map(({ what, says }) => ({ what, says: says[locale] })),
  cursor: n + 1 < order.pages ? cursorAt(`${n + 1}`) : undefined,
});
