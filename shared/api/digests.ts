import * as z from "zod";
import { withOffset } from "../calendar/zone.ts";
import type { DigestRecord } from "../record/digests/digests.ts";

const Standing = z.enum(["sending", "sent", "empty", "notSent"]).meta({
  description: "empty: there was nothing to tell, and no mail left",
});

const DigestItem = z.object({
  id: z.string(),
  day: z.string(),
  to: z.string().meta({ description: "the address as lists show it" }),
  roles: z.array(z.string()),
  standing: Standing,
  at: z.string().optional(),
  why: z.string().optional().meta({ description: "why it was not sent" }),
  overdue: z.number().int(),
  due: z.number().int(),
});
type DigestItem = z.infer<typeof DigestItem>;

export const DigestsPage = z
  .object({ items: z.array(DigestItem), cursor: z.string().optional() })
  .meta({ id: "DigestsPage" });

export const DigestShown = z
  .object({
    roles: z.array(z.string()).meta({ description: "for which of the caller's roles it is, in their language" }),
    subject: z.string(),
    light: z
      .string()
      .meta({ description: "HTML, for a frame without any rights; empty where there is nothing to tell" }),
    dark: z.string(),
    text: z.string(),
    item: DigestItem.optional(),
  })
  .meta({ id: "DigestShown" });
export type DigestShown = z.infer<typeof DigestShown>;

const STANDING = { claimed: "sending", waiting: "sending", sent: "sent", empty: "empty", notSent: "notSent" } as const;

const total = (lists: readonly { readonly count: number }[]): number =>
  lists.reduce((sum, { count }) => sum + count, 0);

/** A digest in a list, of those of its parts that a reader may see. */
export const digestItem = (
  { id, day, shown, roles, state, parts }: DigestRecord,
  { zone, mine }: { readonly zone: string; readonly mine: readonly string[] },
): DigestItem => ({
  id,
  day,
  to: shown,
  roles: roles.filter((role) => mine.includes(role)),
  standing: STANDING[state.is],
  ...("at" in state ? { at: withOffset(state.at, zone) } : {}),
  ...(state.is === "notSent" ? { why: state.why } : {}),
  overdue: total(parts.flatMap(({ overdue }) => overdue)),
  due: total(parts.flatMap(({ due }) => due)),
});
