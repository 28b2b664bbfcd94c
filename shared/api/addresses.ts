import * as z from "zod";
import { withOffset } from "../calendar/zone.ts";
import type { Listed } from "../record/suppression.ts";

const closed = {
  is: z.enum(["bounced", "complained", "unsubscribed"]).meta({
    description: "the mailbox is not there; its owner took our mail for unwanted; its owner wants no more surveys",
  }),
  since: z.string(),
  why: z.string().meta({ description: "what the mail service said, without addresses" }),
};

const ClosedAddress = z
  .object({
    suppression: z.string().meta({ description: "the name under which it is lifted: a digest, never the address" }),
    address: z
      .string()
      .optional()
      .meta({
        description: "masked; absent once its owner was forgotten",
        examples: ["c••••@dealer.example"],
      }),
    ...closed,
    open: z.boolean().meta({ description: "it was lifted, and mail goes to it again" }),
    lifts: z
      .array(z.object({ ...closed, liftedAt: z.string(), by: z.string(), reason: z.string() }))
      .meta({ description: "who let mail go to it again, when and why" }),
  })
  .meta({ id: "ClosedAddress" });

export const ClosedAddresses = z
  .object({ items: z.array(ClosedAddress), cursor: z.string().optional() })
  .meta({ id: "ClosedAddresses" });

export const CaseAddress = z
  .object({
    closed: ClosedAddress.optional().meta({ description: "absent while mail goes to the customer" }),
    mayLift: z.boolean().meta({ description: "whether the caller may let mail go to it again" }),
  })
  .meta({ id: "CaseAddress" });

export const LiftBody = z
  .strictObject({
    reason: z
      .string()
      .trim()
      .min(1)
      .max(500)
      .meta({ description: "what makes sure that mail arrives, or is wanted, again" }),
  })
  .meta({ id: "Lift" });

/** A closed address as staff see it. */
export const closedAddress = (
  { id, shown, is, at, why, open = false, lifts = [] }: Listed,
  zone: string,
): z.infer<typeof ClosedAddress> => ({
  suppression: id,
  address: shown,
  ...{ is, since: withOffset(at, zone), why, open },
  lifts: lifts.map((one) => ({
    ...{ is: one.is, since: withOffset(one.at, zone), why: one.why },
    ...{ liftedAt: withOffset(one.liftedAt, zone), reason: one.reason },
    by: one.by.kind === "staff" ? one.by.name : one.by.kind,
  })),
});
