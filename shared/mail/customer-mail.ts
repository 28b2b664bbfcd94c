import { sayFile } from "../case/mailed/sayings.ts";
import { personInList } from "../privacy/privacy.ts";
import type { Block, Draft } from "./block.ts";
import type { LetterData } from "./mail.ts";
import { oneLine } from "./plain.ts";
import { sentencesIn } from "./sentences.ts";

/** To the desk: somebody wrote about a case. Who it is stands there as a list shows people, masked for everybody. */
export const customerMail = ({ about, policy, case: current, locale }: LetterData): Draft => {
  if (about.type !== "mailReceived") throw new Error(`${about.type} is no mail`);
  const s = sentencesIn(locale).customerMail;
  const { by, from, subject, text, files } = about;
  const own = by.kind === "reporter";
  const { reporter } = personInList(policy, { name: from.name || from.address });
  const says = own ? s.says(reporter) : s.byOther(reporter);
  const items = files.map((file) => `${file.name} – ${sayFile(file)[locale]}`);
  return {
    subject: s.subject(current.number, own ? s.heading : s.headingOther),
    preview: says,
    heading: own ? s.heading : s.headingOther,
    blocks: [
      { is: "words", text: says },
      ...(text === "" ? [] : [{ is: "quote", label: oneLine(subject, 60) || s.noSubject, text } satisfies Block]),
      ...(items.length === 0 ? [] : [{ is: "list", items } satisfies Block]),
    ],
  };
};
