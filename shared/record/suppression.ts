import * as z from "zod";
import { Actor } from "../case/actor.ts";
import { Instant } from "../kernel/instant.ts";

const closed = {
  is: z.enum(["bounced", "complained", "unsubscribed"]),
  at: Instant,
  /** What the mail service said, or whose link it was. */
  why: z.string(),
};

/** Somebody let mail go to an address again: what had closed it, who did it and why. */
const Lift = z.strictObject({ ...closed, liftedAt: Instant, by: Actor, reason: z.string() });

/** Why nothing, or no survey, is sent to an address of a company's customers any more. */
export const Suppression = z.strictObject({
  ...closed,
  /** Counts the writes; absent before anybody could lift it. */
  version: z.number().int().nonnegative().optional(),
  /** The address as lists show it, until its owner is forgotten: `c••••@dealer.example`. */
  shown: z.string().optional(),
  /** Mail goes to it again. */
  open: z.boolean().optional(),
  lifts: z.array(Lift).optional(),
});
export type Suppression = z.infer<typeof Suppression>;
type Closed = Pick<Suppression, "is" | "at" | "why">;

/** How a list calls one: the digest of its address. */
export const SuppressionId = z.string().regex(/^[A-Za-z0-9_-]{22}$/);
export type Listed = Suppression & { readonly id: string };

/** Addresses that mail is kept from, by company. */
export type SuppressionStore = {
  /** Undefined also for an address that was closed and is open again. */
  readonly of: (org: string, email: string) => Promise<Listed | undefined>;
  /** A bounce or a complaint stands over a wish to hear no more, and the first of each stays until it is lifted. */
  readonly add: (org: string, email: string, closed: Closed) => Promise<void>;
};

/** The same for whoever looks through them. */
export type SuppressionDesk = SuppressionStore & {
  /** Those that are closed or once were, the last closed first. */
  readonly list: (
    org: string,
    limit: number,
    cursor?: string,
  ) => Promise<{ readonly items: readonly Listed[]; readonly cursor: string | undefined }>;
  readonly one: (org: string, id: string) => Promise<Listed | undefined>;
  /** Over what was read; `overtaken` when it is something else by now. */
  readonly save: (org: string, next: Listed) => Promise<"saved" | "overtaken">;
  /** How a list shows an address goes; that it is closed stays. */
  readonly forget: (org: string, email: string) => Promise<void>;
};

/** An address as lists show it: whose it is nobody can tell, and staff who know it recognise it. */
export const shownAddress = (email: string): string => {
  const [name = "", domain = ""] = email.trim().toLowerCase().split("@");
  return `${[...name].length > 1 ? [...name][0] : ""}••••@${domain}`;
};

/** The address closed again, or for the first time; undefined where what closed it before stands. */
export const closedBy = (before: Suppression | undefined, email: string, now: Closed): Suppression | undefined => {
  const stands = before !== undefined && before.open !== true;
  if (stands && !(before.is === "unsubscribed" && now.is !== "unsubscribed")) return undefined;
  return { ...before, ...now, open: undefined, shown: shownAddress(email) };
};

/** The address open again. */
export const lifted = (one: Listed, { by, at, reason }: { by: Actor; at: Instant; reason: string }): Listed => ({
  ...one,
  open: true,
  lifts: [...(one.lifts ?? []), { is: one.is, at: one.at, why: one.why, liftedAt: at, by, reason }],
});
