import type { Locale } from "../kernel/text.ts";
import type { Draft } from "./block.ts";
import { sayMoment } from "./date.ts";
import type { LetterData } from "./mail.ts";
import { cut } from "./plain.ts";
import { nextPromise } from "./promise.ts";
import { sentencesIn } from "./sentences.ts";
import { SUBJECT } from "./written.ts";

/** A day as `sayDay` writes it. */
const DAY: Readonly<Record<Locale, RegExp>> = {
  "zh-CN": /\d{4}年\d{1,2}月\d{1,2}日/,
  en: /\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4}/,
};

/**
 * The draft with the case's number and a date in its subject and in its preview, where it has not said them itself: the
 * nearest promise, or when it happened (who holds a copy is promised nothing). However long the rest is, they stay.
 */
export const named = (data: LetterData, draft: Draft): Draft => {
  const { locale, case: current, about, policy, audience } = data;
  const { join } = sentencesIn(locale);
  const happened = sayMoment(about.at, policy.calendar.timeZone, locale);
  const date = (audience === "holder" ? "" : nextPromise(data)) || happened;
  const room = (tail: string): number => SUBJECT - [...tail].length;
  const tail = `${join}${date}`;
  const subject = DAY[locale].test(cut(draft.subject, SUBJECT))
    ? draft.subject
    : `${cut(draft.subject, room(tail))}${tail}`;
  const preview = DAY[locale].test(draft.preview) ? draft.preview : `${date} · ${draft.preview}`;
  return { ...draft, subject, preview: preview.includes(current.number) ? preview : `${current.number} · ${preview}` };
};
