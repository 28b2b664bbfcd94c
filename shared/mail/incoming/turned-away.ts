import type { Locale } from "../../kernel/text.ts";
import { asText, type Block } from "../block.ts";
import { asHtml } from "../frame.ts";
import type { Letter } from "../mail.ts";
import { oneLine } from "../plain.ts";
import { sentencesIn } from "../sentences.ts";

type Told = { readonly org: string; readonly subject: string; readonly formPage: string; readonly locale: Locale };

/** To a stranger whose mail cannot become a case: that nobody reads it there, and where their matter is taken in. */
export const turnedAway = ({ org, subject: theirs, formPage, locale }: Told): Letter => {
  const s = sentencesIn(locale).turnedAway;
  const subject = oneLine(theirs === "" ? s.subject(org) : `Re: ${theirs}`, 160);
  const blocks: readonly Block[] = [
    { is: "words", text: s.says(org) },
    { is: "button", label: s.form, url: formPage },
    { is: "words", text: s.reply },
  ];
  const footer = [org, s.once];
  return {
    subject,
    preview: s.heading,
    html: asHtml({ locale, org, subject, preview: s.heading, heading: s.heading, blocks, footer }),
    text: asText(s.heading, blocks, footer),
  };
};
