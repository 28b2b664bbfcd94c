import type { Draft } from "./block.ts";
import type { LetterData } from "./mail.ts";
import { sentencesIn } from "./sentences.ts";

/** A copy of a form to whoever is to have it, with the request to acknowledge it (CCF-26, DPA-05). */
export const copy = (data: LetterData): Draft => {
  const s = sentencesIn(data.locale).copy;
  const { about, case: current, locale } = data;
  const form = data.copy?.form.title[locale] ?? "";
  const outside = data.audience === "holder";
  const says = outside ? s.forHolder : s.says(form, data.copy?.to[locale] ?? "");
  return {
    subject: s.subject(current.number, form),
    preview: says,
    heading: form,
    blocks: [
      { is: "words", text: says },
      ...(outside && about.type === "circulated" ? [{ is: "quote", label: form, text: about.words } as const] : []),
    ],
  };
};
