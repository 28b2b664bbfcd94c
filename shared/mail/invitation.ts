import type { Instant } from "../kernel/instant.ts";
import type { Locale, Text } from "../kernel/text.ts";
import type { Policy } from "../policy/policy.ts";
import type { Block } from "./block.ts";
import { sayDue } from "./date.ts";
import { type House, nameIn } from "./look/look.ts";
import { oneLine } from "./plain.ts";
import { sentencesIn } from "./sentences.ts";
import { type Letter, written } from "./written.ts";

/** What an invitation is written from. */
export type InvitationData = {
  readonly locale: Locale;
  readonly org: House;
  readonly policy: Policy;
  readonly survey: { readonly title: Text };
  /** The end of the last day on which an answer counts. */
  readonly closes: Instant;
  readonly name: string;
  /** 0 for the first mail, then the number of the reminder. */
  readonly nth: number;
  readonly answerPage: string;
  readonly stopPage: string;
};

/** Asks a customer for their opinion, or reminds them of it; the way to say no more stands in it (RFC 8058). */
export const invitationLetter = (data: InvitationData): Letter => {
  const { locale, org, policy, survey, closes, name, nth, answerPage, stopPage } = data;
  const s = sentencesIn(locale);
  const words = s.invitation;
  const until = sayDue(closes, policy.calendar.timeZone, locale);
  const title = survey.title[locale];
  const house = nameIn(org, locale);
  const blocks: readonly Block[] = [
    { is: "words", text: s.dear(oneLine(name, 60)) },
    { is: "words", text: nth === 0 ? words.says(house) : words.again },
    { is: "words", text: words.effort(until) },
    { is: "button", label: words.answer, url: answerPage },
    { is: "aside", label: words.stop, url: stopPage },
  ];
  const subject = nth === 0 ? words.subject(title, house, until) : words.reminder(title, until);
  const small = [s.footer.policy(policy.title[locale], policy.version), s.footer.automatic, s.footer.link];
  return written(org, locale, { subject, preview: words.preview(until), heading: title, blocks }, small);
};
