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

/** The regulation itself as what owes something (本单位): `@` and its id, so that no number of the company's is the same. */
export const HouseId = z.string().regex(/^@[a-z0-9-]{1,60}$/, "the company itself: @ and the regulation");

/** Whatever may owe something: a number of the company's, or the company itself. */
export const BearerId = z.union([ObjectId, HouseId]);

const Subject = z.string().regex(/^[^#\s]{1,100}$/);

/** What staff say of something that something is done for again and again: a project, a household, a counter, a regulator. */
export const ObjectBody = z.strictObject({
  /** By which of the regulation's schedules something is owed of it. */
  schedule: Slug,
  /** By which others too. */
  also: z.array(Slug).max(20).default([]),
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
      sub: Subject,
      name: line(100),
      email: z.email().max(254).optional(),
      locale: Locale.optional(),
    })
    .optional(),
  /** Who is inspected there, by role or sign-in: they learn no day that nobody is told beforehand (GSS-04), even as inspectors. */
  inspected: z
    .strictObject({ roles: z.array(Name).max(20).default([]), people: z.array(Subject).max(50).default([]) })
    .optional(),
  /** The days of what is counted from: `delivered`, `inService`. */
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

/** Until when something was planned, and by what: the same ground needs no more than the days after it. */
export const Planned = z.strictObject({ ground: z.string(), until: CivilDate });

/** What something is owed of (对象), as it is stored: one item, planned anew at `wakeAt`, once a day at least. */
export const DutyObject = ObjectBody.extend({
  /** `house` is never stored so: the company itself, as shared/obligation/house.ts makes it. */
  kind: z.enum(["visited", "house"]),
  org: OrgId,
  id: BearerId,
  version: z.number().int().nonnegative(),
  policy: Slug,
  /** Since when it is on the list: nothing is owed for what ended before. */
  listedAt: Instant,
  changedAt: Instant,
  wakeAt: Instant.optional(),
  standing: z.array(Standing).default([]),
  /** By which schedules it is listed for whoever asks what is under one. */
  under: z.array(Slug).default([]),
  /** When something was last done that is counted anew from then, by schedule (S-4). */
  lastDone: z.record(Slug, CivilDate).default({}),
  planned: Planned.optional(),
  /** Since when nobody is told who is met there (D-06); until somebody is named anew. */
  erasedAt: Instant.optional(),
});
export type DutyObject = z.infer<typeof DutyObject>;

/** Since when and why nothing is visited any more; undefined while it is. */
export const retiredOf = ({ standing }: Pick<DutyObject, "standing">) => {
  const last = standing.at(-1);
  return last?.type === "retired" ? last : undefined;
};

/** The schedules by which something is owed of it. */
export const schedulesOf = ({ schedule, also }: Pick<DutyObject, "schedule" | "also">): readonly string[] => [
  ...new Set([schedule, ...also]),
];
