import * as z from "zod";
import { OrgId } from "../kernel/ids.ts";
import { Instant } from "../kernel/instant.ts";
import { Locale } from "../kernel/text.ts";
import type { CampaignPlan } from "./plan.ts";

/** Somebody whom the company may ask (客户): from a file of its own, kept until it is replaced or erased. */
export const Customer = z.strictObject({
  org: OrgId,
  /** Follows from the address, or the telephone number where there is none: the same person twice is one. */
  id: z.string(),
  name: z.string(),
  email: z.string().optional(),
  phone: z.string().optional(),
  locale: Locale,
  /** What the file says of them beside: department, category, project … */
  groups: z.record(z.string(), z.string()),
  listedAt: Instant,
});
export type Customer = z.infer<typeof Customer>;

/** Whether a campaign asks them. */
export const isAsked = ({ groups }: Pick<Customer, "groups">, { audience }: CampaignPlan): boolean =>
  audience.is === "customers" && Object.entries(audience.where).every(([by, value]) => groups[by] === value);
