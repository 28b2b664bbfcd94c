import * as z from "zod";
import { MailId, PaperId, PhotoId } from "../../kernel/ids.ts";
import { Instant } from "../../kernel/instant.ts";
import { Name } from "../../policy/terms.ts";
import { common } from "../actor.ts";

const file = { name: z.string(), bytes: z.number().int().nonnegative() };

/** What became of a file that a mail carried: it went the way of uploaded photos, is kept as a paper, or was refused. */
export const MailedFile = z.discriminatedUnion("is", [
  z.strictObject({
    ...file,
    is: z.literal("photo"),
    photo: PhotoId,
    /** The case describes several damages: nobody knows which of them it shows, and it counts for none. */
    unplaced: z.literal(true).optional(),
  }),
  z.strictObject({ ...file, is: z.literal("paper"), paper: PaperId }),
  z.strictObject({
    ...file,
    is: z.literal("refused"),
    why: z.enum(["empty", "too-large", "too-many", "dangerous", "decoration", "spam", "not-scanned"]),
  }),
]);
export type MailedFile = z.infer<typeof MailedFile>;

/**
 * A mail came for the case. Its actor is the reporter only where it came from the customer's own address; whoever else
 * wrote stands in `from`, and their words are a note that moves nothing.
 */
export const mailReceived = z.strictObject({
  ...common,
  type: z.literal("mailReceived"),
  mail: MailId,
  from: z.strictObject({ name: z.string(), address: z.string() }),
  /** When its sender says that it was written. */
  sentAt: Instant.optional(),
  subject: z.string(),
  /** What is new in it. */
  text: z.string(),
  /** What it repeats of earlier mails: kept, and shown folded. */
  quoted: z.string().optional(),
  /** It was longer than a case keeps: the whole of it is the paper of the mail itself. */
  cut: z.literal(true).optional(),
  /** The mail service takes it for spam, though it came from the customer's own address. */
  spam: z.literal(true).optional(),
  /** The mail as it came. */
  original: PaperId,
  files: z.array(MailedFile),
  /** The role that is told where the regulation names nobody. */
  desk: Name.optional(),
});
