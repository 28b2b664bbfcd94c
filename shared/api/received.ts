import * as z from "zod";
import { withOffset } from "../calendar/zone.ts";
import type { Case } from "../case/case.ts";
import { sayFile } from "../case/mailed/sayings.ts";
import type { Locale } from "../kernel/text.ts";
import type { Policy } from "../policy/policy.ts";
import type { Masks } from "../privacy/privacy.ts";
import { Shown } from "./shown.ts";

const Link = z.string().meta({ description: "an address that works for some minutes" });

/** A mail that came in, as staff see it. */
export const ReceivedMail = z
  .object({
    at: Shown,
    sentAt: Shown.optional(),
    own: z.boolean().meta({ description: "from the customer's own address; anybody else's mail is a note" }),
    from: z.object({ name: z.string(), address: z.string() }),
    subject: z.string(),
    text: z.string(),
    quoted: z.string().optional().meta({ description: "what it repeats of earlier mails, to be shown folded" }),
    cut: z.boolean().meta({ description: "it is longer than what is shown; `original` has all of it" }),
    spam: z.boolean().meta({ description: "the mail service takes it for spam" }),
    files: z.array(
      z.object({
        name: z.string(),
        bytes: z.number().int(),
        is: z.enum(["photo", "paper", "refused"]),
        says: z.string(),
        link: Link.optional(),
      }),
    ),
    original: Link.optional().meta({ description: "the mail as it came, for callers who may read who wrote it" }),
  })
  .meta({ id: "ReceivedMail" });

/** Addresses of papers that work for some minutes, by paper. */
export type PaperLinks = ReadonlyMap<string, string>;

/** The mails of a case, the first first; whoever may not read who wrote gets no mail that says so. */
export const receivedViews = (
  policy: Policy,
  { timeline }: Pick<Case, "timeline">,
  { links, masks, locale }: { readonly links: PaperLinks; readonly masks: Masks; readonly locale: Locale },
): z.infer<typeof ReceivedMail>[] => {
  const zone = policy.calendar.timeZone;
  return timeline.flatMap((event) => {
    if (event.type !== "mailReceived") return [];
    const { at, sentAt, by, from, subject, text, quoted, cut = false, spam = false, original } = event;
    return {
      at: withOffset(at, zone),
      sentAt: sentAt && withOffset(sentAt, zone),
      own: by.kind === "reporter",
      from,
      subject,
      text,
      quoted,
      cut,
      spam,
      files: event.files.map((file) => ({
        name: file.name,
        bytes: file.bytes,
        is: file.is,
        says: sayFile(file)[locale],
        link: file.is === "paper" ? links.get(file.paper) : undefined,
      })),
      original: masks.has("contact") ? undefined : links.get(original),
    };
  });
};
