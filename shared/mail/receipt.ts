import { missingOf } from "../evidence/count.ts";
import { sayRefusal } from "../evidence/sayings.ts";
import type { Block, Draft } from "./block.ts";
import { sayMoment } from "./date.ts";
import type { LetterData } from "./mail.ts";
import { nextPromise, promiseBlocks } from "./promise.ts";
import { sentencesIn } from "./sentences.ts";

/** What each damage still needs: as the case stands now, or as it was asked for when nothing is missing any more. */
const missing = ({
  evidence,
  about,
}: LetterData): readonly { damage: number; missing: number; have: number; need: number }[] => {
  const now = missingOf(evidence).map(({ damage, have, need }) => ({ damage, missing: need - have, have, need }));
  if (now.length > 0 || about.type !== "evidenceAsked") return now;
  return about.missing.map(({ rule, damage, count }) => {
    const need = evidence.needs.find((one) => one.rule.id === rule && one.damage === damage)?.need ?? count;
    return { damage, missing: count, have: need - count, need };
  });
};

const shortly = (data: LetterData): string => {
  const s = sentencesIn(data.locale);
  return missing(data)
    .map((one) => s.evidenceMissing.short(s.damage(one.damage), one.missing))
    .join(s.join);
};

const withDate = (subject: string, date: string, join: string): string =>
  date === "" ? subject : `${subject}${join}${date}`;

/** How the confirmation begins: a complaint was sent to us, an opinion was given in a survey and is taken up (IPP-11). */
const opening = ({ case: { number, provisional, opinion }, audience, locale }: LetterData, when: string) => {
  const s = sentencesIn(locale).acknowledgement;
  if (opinion !== undefined) {
    const { title, department } = opinion;
    const text =
      audience === "reporter" ? s.opinion.says(number, title) : s.opinion.forStaff(number, title, department);
    return { subject: s.opinion.subject(number), heading: s.opinion.heading, text };
  }
  const says = provisional ? s.unnumbered : s.says;
  const text = audience === "reporter" ? says(number, when) : s.forStaff(number, when);
  return { subject: s.subject(number), heading: s.heading, text };
};

/** Receipt confirmed: number, promised dates with their days, what is still needed (DFA-01, DFA-03). */
export const acknowledgement = (data: LetterData): Draft => {
  const all = sentencesIn(data.locale);
  const s = all.acknowledgement;
  const { receivedAt } = data.case;
  const when = sayMoment(receivedAt, data.policy.calendar.timeZone, data.locale);
  const short = shortly(data);
  const toReporter = data.audience === "reporter";
  const { subject, heading, text } = opening(data, when);
  const promises = promiseBlocks(data);
  return {
    subject: withDate(subject, nextPromise(data), all.join),
    preview: nextPromise(data) || text,
    heading,
    blocks: [
      { is: "words", text },
      ...(toReporter && promises.some((block) => block.is === "date")
        ? [{ is: "words", text: s.promised } as const]
        : []),
      ...promises,
      ...(short === "" ? [] : [{ is: "words", text: s.short(short) } as const]),
      ...(toReporter ? [{ is: "words", text: s.keep } as const] : []),
    ],
  };
};

/** Which damage needs how many more photos (DFA-32, D-04). */
export const evidenceMissing = (data: LetterData): Draft => {
  const all = sentencesIn(data.locale);
  const s = all.evidenceMissing;
  const items = missing(data).map((one) => s.item(all.damage(one.damage), one.missing, one.have, one.need));
  return {
    subject: s.subject(data.case.number, shortly(data)),
    preview: items.join(all.join),
    heading: s.heading,
    blocks: [
      { is: "words", text: s.says },
      { is: "list", items },
      { is: "words", text: s.runs },
      ...promiseBlocks(data).map((block): Block => (block.is === "date" ? { ...block, why: [] } : block)),
    ],
  };
};

/** A photo that was not kept, and why. */
export const photoRefused = (data: LetterData): Draft => {
  const all = sentencesIn(data.locale);
  const s = all.photoRefused;
  const { about } = data;
  const damage = all.damage(about.type === "photoRefused" ? about.damage : 0);
  const why = about.type === "photoRefused" ? sayRefusal(about.refusal)[data.locale] : "";
  return {
    subject: s.subject(data.case.number, damage),
    preview: why,
    heading: s.heading,
    blocks: [
      { is: "words", text: s.says(damage) },
      { is: "list", items: [why] },
      { is: "words", text: s.next },
    ],
  };
};
