import * as z from "zod";
import { Actor } from "../case/actor.ts";
import type { FieldFault } from "../case/fault.ts";
import { emailMark, type Mark, markOf } from "../find/marks.ts";
import { CampaignId, CaseId, ErasureId, OrgId } from "../kernel/ids.ts";
import { Instant } from "../kernel/instant.ts";
import { accept, type Result, refuse } from "../kernel/result.ts";
import { say, Text } from "../kernel/text.ts";
import { RuleId, Slug } from "../policy/terms.ts";

/** Where people are looked for, in this order: what names them comes before what is found by it. */
export const STAGES = ["cases", "customers", "visited", "kept", "surveys", "mails"] as const;
export type Stage = (typeof STAGES)[number];

/** How somebody can be reached. */
const Reached = z.strictObject({ email: z.string().optional(), phone: z.string().optional() });
export type Reached = z.infer<typeof Reached>;

/**
 * The order to erase what is stored of one person, wherever it is. Who it is stands there as the digest under which the
 * index files them, so that the order itself, once it is through, keeps nothing of them.
 */
export const PersonOrder = z.strictObject({
  org: OrgId,
  id: ErasureId,
  /** Counts the writes. */
  version: z.number().int().nonnegative(),
  mark: z.string(),
  /** A digest of all that was asked, so that a repeat with something else is told so. */
  asked: z.string(),
  by: Actor,
  at: Instant,
  /** It may name somebody: it goes when all has been gone through. */
  reason: z.string(),
  /** How the person was found to be reached, by which invitations and letters are looked for: it goes with the reason. */
  people: z.array(Reached).default([]),
  /** Where it looks now, and since when. */
  stage: z.enum(STAGES).default("cases"),
  stageAt: Instant.optional(),
  /** The place in it at which the next page begins. */
  below: z.string().optional(),
  /** A legal hold lies on one of their cases: then nothing else of them is erased either (D-11). */
  held: z.boolean().default(false),
  pages: z.number().int().nonnegative(),
  ordered: z.number().int().nonnegative(),
  kept: z.number().int().nonnegative(),
  /** What is no case, so far: gone, and kept. */
  gone: z.number().int().nonnegative().default(0),
  left: z.number().int().nonnegative().default(0),
  doneAt: Instant.optional(),
});
export type PersonOrder = z.infer<typeof PersonOrder>;
export type OrderRef = Pick<PersonOrder, "org" | "id">;

const OF = ["case", "customer", "visited", "inspection", "entry", "invitation", "mail"] as const;

/**
 * What came of one thing: of a case, that its erasure is ordered; of all else, that it is erased; or why it is kept.
 * Without its name: one that the one who asks may not read.
 */
export const Outcome = z.strictObject({
  of: z.enum(OF).default("case"),
  caseId: CaseId.optional(),
  number: z.string().optional(),
  /** The campaign that they were invited to. */
  campaignId: CampaignId.optional(),
  /** The company's number of what is visited. */
  object: z.string().optional(),
  inspectionId: z.string().optional(),
  /** The entry of a register, and which register that is. */
  entryId: z.string().optional(),
  form: Slug.optional(),
  /** A list of customers and mails are nobody's regulation's. */
  policy: Slug.optional(),
  kept: z.strictObject({ code: z.string(), says: Text, rules: z.array(RuleId) }).optional(),
});
export type Outcome = z.infer<typeof Outcome>;

/** What is in hand is written down before anything is done to it: what is erased meanwhile is found no more. */
export const OrderPage = z.strictObject({
  places: z.array(z.string()),
  /** Where its stage goes on; absent at the end of it, and of cases, which go on below the last. */
  next: z.string().optional(),
  outcomes: z.array(Outcome).optional(),
});
export type OrderPage = z.infer<typeof OrderPage>;

/** Whose data is to go, and why, as it was typed. */
export type Person = {
  readonly email?: string | undefined;
  readonly phone?: string | undefined;
  readonly reason: string;
};

const fault = (path: string, code: string, says: Text): FieldFault => ({ path, code, says });

const ONE_OF = fault(
  "/email",
  "one-of",
  say("须填电子邮箱或电话之一", "give an e-mail address or a telephone number, not both"),
);
const NO_EMAIL = fault("/email", "bad-email", say("不是电子邮箱", "this is no e-mail address"));
const NO_PHONE = fault("/phone", "bad-phone", say("不是电话号码", "this is no telephone number"));
const NAMED = fault(
  "/reason",
  "names-the-person",
  say("原因中请勿重复邮箱或电话", "leave the address or number out of the reason: the order must not keep it"),
);

/** Whether a text repeats what a mark spells. */
const repeats = (mark: Mark, text: string): boolean => {
  const spelt = mark.slice(mark.indexOf(" ") + 1);
  const flat = text.normalize("NFKC").toLowerCase();
  return flat.includes(spelt) || (mark.startsWith("phone ") && flat.replace(/[^\d\n]/g, "").includes(spelt));
};

/** Who is meant, spelt as the index spells it. Refused with the fields at fault. */
export const markOfPerson = ({ email, phone, reason }: Person): Result<Mark, readonly FieldFault[]> => {
  if ((email === undefined) === (phone === undefined)) return refuse([ONE_OF]);
  const mark = email === undefined ? markOf("phone", phone ?? "") : emailMark(email);
  if (mark === undefined) return refuse([email === undefined ? NO_PHONE : NO_EMAIL]);
  return repeats(mark, reason) ? refuse([NAMED]) : accept(mark);
};
