import * as z from "zod";
import { CivilDate } from "../calendar/civil-date.ts";
import { keyed } from "../case/actor.ts";
import { clean } from "../case/clean.ts";
import { OrgId } from "../kernel/ids.ts";
import { Instant } from "../kernel/instant.ts";
import { Locale } from "../kernel/text.ts";
import { Fact, Name, Slug } from "../policy/terms.ts";

/** The company's own number of what is visited: it stands in addresses and keys. */
export const ObjectId = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,59}$/, "letters, digits, dots, dashes; at most 60");

const line = (max: number) =>
  z
    .string()
    .overwrite((text) => clean(text, false))
    .min(1)
    .max(max);

/** What staff say of something that is visited again and again: a project, a household, a customer. */
export const ObjectBody = z.strictObject({
  /** By which of the regulation's schedules it is visited. */
  schedule: Slug,
  title: line(120),
  contact: z.strictObject({
    name: line(100),
    phone: line(30).optional(),
    email: z.email().max(254).optional(),
    address: line(300).optional(),
  }),
  /** Whose list its visits stand in, by the subject of their sign-in; absent: that of the role that makes them. */
  visitor: z
    .strictObject({
      sub: z.string().regex(/^[^#\s]{1,100}$/),
      name: line(100),
      email: z.email().max(254).optional(),
      locale: Locale.optional(),
    })
    .optional(),
  /** The days of what its visits are counted from: `delivered`. */
  events: z.record(Name, CivilDate).default({}),
  facts: z.record(Name, Fact).default({}),
});
export type ObjectBody = z.infer<typeof ObjectBody>;

/** Why nothing is visited any more: sold, pulled down, its contract at an end, or as is said. */
export const RETIRED_FOR = ["sold", "demolished", "contract-ended", "other"] as const;

/** Whether something is visited, as it was last said of it, and why. The list only grows. */
const Standing = z.discriminatedUnion("type", [
  z.strictObject({ ...keyed, type: z.literal("retired"), for: z.enum(RETIRED_FOR), note: z.string().optional() }),
  z.strictObject({ ...keyed, type: z.literal("relisted"), note: z.string() }),
]);
export type Standing = z.infer<typeof Standing>;

/** An object to be visited (回访对象), as it is stored: one item, planned anew at `wakeAt`, once a day at least. */
export const DutyObject = ObjectBody.extend({
  kind: z.literal("visited"),
  org: OrgId,
  id: ObjectId,
  version: z.number().int().nonnegative(),
  policy: Slug,
  /** Since when it is on the list: no visit is owed for what ended before. */
  listedAt: Instant,
  changedAt: Instant,
  wakeAt: Instant.optional(),
  standing: z.array(Standing).default([]),
  /** Since when nobody is told who is met there (D-06); until somebody is named anew. */
  erasedAt: Instant.optional(),
});
export type DutyObject = z.infer<typeof DutyObject>;

/** Since when and why nothing is visited any more; undefined while it is. */
export const retiredOf = ({ standing }: Pick<DutyObject, "standing">) => {
  const last = standing.at(-1);
  return last?.type === "retired" ? last : undefined;
};
