import * as z from "zod";
import { Instant } from "../kernel/instant.ts";

/** Why nothing, or no survey, is sent to an address of a company's customers any more. */
export const Suppression = z.strictObject({
  is: z.enum(["bounced", "complained", "unsubscribed"]),
  at: Instant,
  /** What the mail service said, or whose link it was. */
  why: z.string(),
});
export type Suppression = z.infer<typeof Suppression>;

/** Addresses that mail is kept from, by company. */
export type SuppressionStore = {
  readonly of: (org: string, email: string) => Promise<Suppression | undefined>;
  /** A bounce or a complaint stands over a wish to hear no more, and the first of each stays. */
  readonly add: (org: string, email: string, suppression: Suppression) => Promise<void>;
};
