import type { ClockReading } from "../case/reading.ts";
import type { Instant } from "../kernel/instant.ts";
import type { Block, Draft } from "./block.ts";
import type { LetterData } from "./mail.ts";
import { dueWords } from "./promise.ts";
import { sentencesIn } from "./sentences.ts";

type Spoken = { readonly title: string; readonly rules: string; readonly reading: ClockReading | undefined };

/** What a letter is about: a corrective action, or a clock in its run of that moment. */
export const clockOf = ({ about, policy, clocks, locale }: LetterData): Spoken => {
  if ("corrective" in about) {
    const rule = policy.corrective.find(({ id }) => id === about.corrective);
    return { title: rule?.title[locale] ?? about.corrective, rules: rule?.rules.join(", ") ?? "", reading: undefined };
  }
  const id = "clock" in about ? about.clock : "";
  const clock = policy.clocks.find((one) => one.id === id);
  return {
    title: clock?.title[locale] ?? id,
    rules: clock?.rules.join(", ") ?? "",
    reading: clocks.findLast((one) => one.clock.id === id),
  };
};

const dueOf = ({ about }: LetterData): Instant | undefined => ("due" in about ? about.due : undefined);

const dated = (data: LetterData, { title, rules }: Spoken): Block => ({
  is: "date",
  label: sentencesIn(data.locale).clause(title, rules),
  date: dueWords(data, dueOf(data)),
});

/** To staff: a promise whose day is near (K-7, A-73). */
export const reminder = (data: LetterData): Draft => {
  const s = sentencesIn(data.locale).reminder;
  const spoken = clockOf(data);
  const due = dueWords(data, dueOf(data));
  return {
    subject: s.subject(data.case.number, spoken.title, due),
    preview: s.says,
    heading: s.heading(spoken.title),
    blocks: [{ is: "words", text: s.says }, dated(data, spoken)],
  };
};

/** To staff: a promise that was not kept (D-01). */
export const breach = (data: LetterData): Draft => {
  const s = sentencesIn(data.locale).breach;
  const spoken = clockOf(data);
  return {
    subject: s.subject(data.case.number, spoken.title, dueWords(data, dueOf(data))),
    preview: s.says,
    heading: s.heading(spoken.title),
    blocks: [{ is: "words", text: s.says }, dated(data, spoken)],
  };
};

/** Who did what a letter is about; nobody where the engine did. */
export const who = ({ about }: LetterData): string => (about.by.kind === "staff" ? about.by.name : "");
