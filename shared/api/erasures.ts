import * as z from "zod";
import { withOffset } from "../calendar/zone.ts";
import type { Locale } from "../kernel/text.ts";
import type { OrderPage, PersonOrder } from "../privacy/order.ts";
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
  policy: z.string(),
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

/** What has come of an order so far; who it is about is nowhere in it. */
export const PersonErasureReply = z
  .object({
    erasure: z.string(),
    orderedAt: z.string(),
    doneAt: z
      .string()
      .optional()
      .meta({ description: "when all cases had been gone through; until then the schedule goes on within the hour" }),
    ordered: z.number().int().meta({ description: "cases whose erasure is ordered, so far" }),
    kept: z.number().int().meta({ description: "cases that are kept, so far" }),
    cases: z.array(OrderedCase),
    cursor: z.string().optional().meta({ description: "where the list goes on" }),
  })
  .meta({ id: "PersonErasureState" });
export type PersonErasureReply = z.infer<typeof PersonErasureReply>;

/** The page of cases that a cursor names; the first without one. */
export const pageAt = (cursor: string | undefined): number => {
  const n = Number(placeIn(cursor) ?? 0);
  return Number.isSafeInteger(n) && n >= 0 && n < 1_000_000 ? n : 0;
};

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
  cases: (page?.outcomes ?? []).map(({ kept, ...told }) => ({
    ...told,
    is: kept === undefined ? "ordered" : "kept",
    ...(kept === undefined ? {} : { code: kept.code, says: kept.says[locale], rules: kept.rules }),
  })),
  cursor: n + 1 < order.pages ? cursorAt(`${n + 1}`) : undefined,
});
