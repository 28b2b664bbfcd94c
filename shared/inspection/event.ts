import * as z from "zod";
import { CivilDate } from "../calendar/civil-date.ts";
import { common, keyed } from "../case/actor.ts";
import { forgot } from "../case/keeping/forgot.ts";
import { Photo, PhotoRefusal } from "../evidence/evidence.ts";
import { PhotoId } from "../kernel/ids.ts";
import { Instant } from "../kernel/instant.ts";
import { Locale } from "../kernel/text.ts";
import { ObjectId } from "../obligation/object.ts";
import { Slug } from "../policy/terms.ts";
import { Line } from "./line.ts";

/** Somebody by name; with their account only they may act for the part that is given to them. */
export const Person = z.strictObject({
  name: z.string(),
  sub: z.string().optional(),
  email: z.string().optional(),
  locale: Locale.optional(),
});
export type Person = z.infer<typeof Person>;

/** What was inspected, by whom and what they saw, as it was handed in. */
export const Filed = z.strictObject({
  ...keyed,
  type: z.literal("filed"),
  schedule: Slug,
  doneAt: Instant,
  /** What of the company's ledger it was, where it stands there. */
  object: ObjectId.optional(),
  subject: z.string(),
  /** Who answers for what is found, and their head where a person is named. */
  department: z.string(),
  head: Person.optional(),
  people: z.array(z.strictObject({ name: z.string(), inCharge: z.boolean() })),
  lines: z.array(Line),
});
export type Filed = z.infer<typeof Filed>;

const line = { n: z.number().int() };

/** What somebody is asked for by mail. */
export const Asks = z.enum(["sign", "rectify", "verify", "approve", "remind", "overdue"]);
export type Asks = z.infer<typeof Asks>;

/** What a mail asks for, part by part: nothing is asked twice by another mail. */
const about = { asks: Asks, about: z.array(z.string()) };

/** What can happen to an inspection. The list only grows: what is stored must parse for ever. */
export const InspectionEvent = z.discriminatedUnion("type", [
  Filed,
  z.strictObject({ ...common, type: z.literal("photoKept"), photo: Photo }),
  z.strictObject({
    ...common,
    type: z.literal("photoRefused"),
    photoId: PhotoId,
    line: z.number().int(),
    refusal: PhotoRefusal,
  }),
  /** The head of the responsible department signs for a finding (PSI-08). */
  z.strictObject({ ...keyed, ...line, type: z.literal("signed"), remark: z.string().optional() }),
  /** Who puts it right, and by when (PSI-12). */
  z.strictObject({ ...keyed, ...line, type: z.literal("assigned"), rectifier: Person, dueOn: CivilDate.optional() }),
  z.strictObject({ ...keyed, ...line, type: z.literal("rectified"), measure: z.string() }),
  /** By the inspecting side; what did not work goes back (PSI-09, PSI-10). */
  z.strictObject({ ...keyed, ...line, type: z.literal("verified"), passed: z.boolean(), result: z.string() }),
  /** What somebody approved, or did not, so that something outside of its limit may stay (BCE-12). */
  z.strictObject({ ...keyed, ...line, type: z.literal("approved"), passed: z.boolean(), plan: z.string() }),
  /** The engine's own: it stands in the ledger of its object, and what was owed by calendar knows that it is done. */
  z.strictObject({ ...common, type: z.literal("entered") }),
  z.strictObject({ ...common, ...about, type: z.literal("told"), mail: z.string() }),
  z.strictObject({ ...common, ...about, type: z.literal("notTold"), why: z.string() }),
  z.strictObject({ ...common, ...line, type: z.literal("overdue"), clock: z.string(), due: Instant }),
  /** What it said of a person is gone, here and in everything before; with all that was typed went the photos. */
  z.strictObject({ ...common, ...forgot, type: z.literal("forgotten") }),
]);
export type InspectionEvent = z.infer<typeof InspectionEvent>;
