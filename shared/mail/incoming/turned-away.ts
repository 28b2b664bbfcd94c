import type { Locale } from "../../kernel/text.ts";
import type { Block } from "../block.ts";
import { type House, nameIn } from "../look/look.ts";
import { sentencesIn } from "../sentences.ts";
import { type Letter, written } from "../written.ts";

type Told = { readonly org: House; readonly subject: string; readonly formPage: string; readonly locale: Locale };

/** To a stranger whose mail cannot become a case: that nobody reads it there, and where their matter is taken in. */
export const turnedAway = ({ org, subject: theirs, formPage, locale }: Told): Letter => {
  const s = sentencesIn(locale).turnedAway;
  const house = nameIn(org, locale);
  const subject = theirs === "" ? s.subject(house) : `Re: ${theirs}`;
  const blocks: readonly Block[] = [
    { is: "words", text: s.says(house) },
    { is: "button", label: s.form, url: formPage },
    { is: "words", text: s.reply },
  ];
  return written(org, locale, { subject, preview: s.heading, heading: s.heading, blocks }, [s.once]);
};
