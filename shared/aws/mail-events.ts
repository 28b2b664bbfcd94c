import * as z from "zod";
import { clean } from "../case/clean.ts";
import type { Unreached } from "../case/undelivered.ts";
import { MailTags } from "../record/mail-tags.ts";
import type { CameBack } from "../record/undelivered.ts";

/** What the other side's mail system says may be anything, as long as anything. */
const Said = z.string().catch("").default("");
const Recipients = z.array(z.object({ emailAddress: z.string(), diagnosticCode: Said })).max(50);

const common = {
  mail: z.object({
    messageId: z.string().min(1),
    destination: z.array(z.string()).max(50),
    tags: z.record(z.string(), z.array(z.string())).default({}),
  }),
};

/** What SES publishes through EventBridge, as far as we read it; the rule of infra/constructs/mail-events.ts lets no others through. */
const Detail = z.discriminatedUnion("eventType", [
  z.object({
    ...common,
    eventType: z.literal("Bounce"),
    bounce: z.object({ bounceType: z.string(), bounceSubType: Said, bouncedRecipients: Recipients }),
  }),
  z.object({
    ...common,
    eventType: z.literal("Complaint"),
    complaint: z.object({ complaintFeedbackType: Said, complainedRecipients: Recipients }),
  }),
  z.object({ ...common, eventType: z.literal("Reject"), reject: z.object({ reason: Said }) }),
]);
type Detail = z.infer<typeof Detail>;

/** Word of the mail service about one mail. */
export type MailReport = CameBack & {
  /** Whose mail it was; undefined for a mail that we have not marked. */
  readonly tags: MailTags | undefined;
  /** The addresses, as we wrote to them, to which nothing more is sent. */
  readonly closed: readonly string[];
};

const bare = (address: string): string => (/<([^<>]+)>\s*$/.exec(address)?.[1] ?? address).trim().toLowerCase();

/**
 * The addresses that we wrote to among those that are named. A mailbox that forwards names another one: with a single
 * recipient it is theirs all the same; what was written to nobody of ours is never closed.
 */
const ours = ({ mail }: Detail, named: readonly { readonly emailAddress: string }[]): readonly string[] => {
  const sent = [...new Set(mail.destination.map(bare))];
  if (sent.length === 1) return sent;
  const said = new Set(named.map(({ emailAddress }) => bare(emailAddress)));
  return sent.filter((address) => said.has(address));
};

/** One line without addresses: it stays on the record when the customer's data is gone. */
const quoted = (...said: readonly string[]): string =>
  clean(said.filter(Boolean).join(": "), false)
    .slice(0, 2000)
    .replaceAll(/\S+@\S+/g, "…")
    .slice(0, 300);

const first = (tags: Readonly<Record<string, readonly string[]>>): Record<string, string | undefined> =>
  Object.fromEntries(Object.entries(tags).map(([name, [value]]) => [name, value]));

type What = { readonly how: Unreached; readonly why: string; readonly closed: readonly string[] };

const whatOf = (detail: Detail): What | undefined => {
  switch (detail.eventType) {
    case "Bounce": {
      const { bounceType, bounceSubType, bouncedRecipients: named } = detail.bounce;
      const why = quoted(bounceType, bounceSubType, named[0]?.diagnosticCode ?? "");
      // SES tells of a passing one only when it has given up; an answer that somebody is away looks the same
      if (bounceType !== "Permanent") return { how: "returned", why, closed: [] };
      return { how: "bounced", why, closed: ours(detail, named) };
    }
    case "Complaint": {
      const { complaintFeedbackType: kind, complainedRecipients: named } = detail.complaint;
      if (kind === "not-spam") return undefined; // its reader took it out of the unwanted
      return { how: "complained", why: quoted("Complaint", kind), closed: ours(detail, named) };
    }
    case "Reject":
      return { how: "rejected", why: quoted("Reject", detail.reject.reason), closed: [] };
  }
};

/**
 * Reads an event of SES; undefined for one that asks for nothing.
 * @throws on what SES cannot have sent.
 */
export const readMailEvent = (event: unknown): MailReport | undefined => {
  const { detail } = z.object({ detail: Detail }).parse(event);
  const what = whatOf(detail);
  const tags = MailTags.safeParse(first(detail.mail.tags));
  return what && { ...what, messageId: detail.mail.messageId, tags: tags.success ? tags.data : undefined };
};
