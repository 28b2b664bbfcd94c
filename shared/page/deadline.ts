import type { Deadline } from "../api/views.ts";
import type { Locale } from "../kernel/text.ts";
import { sayDay, sayShown, sayShownDue } from "../mail/date.ts";
import { type Html, html, type Value } from "../mail/html.ts";
import { type Sentences, sentencesIn } from "./sentences.ts";

type Look = { readonly words: keyof Sentences["tracking"]["clock"]; readonly mark: string; readonly tone: string };

const LOOKS: Readonly<Record<Deadline["state"], Look>> = {
  RUNNING: { words: "RUNNING", mark: "●", tone: "" },
  PAUSED: { words: "PAUSED", mark: "‖", tone: "wait" },
  MET: { words: "MET", mark: "✓", tone: "good" },
  BREACHED: { words: "BREACHED", mark: "!", tone: "bad" },
  EXTENDED: { words: "EXTENDED", mark: "→", tone: "wait" },
  BREACHED_THEN_EXTENDED: { words: "BREACHED_THEN_EXTENDED", mark: "→", tone: "bad" },
  EXCUSED: { words: "EXCUSED", mark: "→", tone: "wait" },
  RENEWED: { words: "RENEWED", mark: "→", tone: "wait" },
  LAPSED: { words: "LAPSED", mark: "–", tone: "" },
  CANCELLED: { words: "CANCELLED", mark: "×", tone: "" },
  CALENDAR_MISSING: { words: "CALENDAR_MISSING", mark: "?", tone: "wait" },
};

const lookOf = ({ state, metAt, onTime }: Deadline): Look =>
  metAt !== undefined && onTime === false ? { words: "MET_LATE", mark: "✓", tone: "bad" } : LOOKS[state];

export const badge = (tone: string, mark: string, words: Value): Html =>
  html`<span class="badge ${tone}"><span aria-hidden="true">${mark}</span> ${words}</span>`;

const dated = (shown: string, locale: Locale): Html =>
  html`<time datetime="${shown}">${sayShownDue(shown, locale)}</time>`;

/** Both dates of a promise that was moved stay readable, the first one and the one that holds now. */
const dates = (deadline: Deadline, s: Sentences["tracking"], locale: Locale): Html => {
  const { due, effectiveDue, extensions, state } = deadline;
  if (state === "CANCELLED" && due === undefined) return html``;
  if (due === undefined) return html`<p>${state === "PAUSED" ? s.paused : s.calendarMissing}</p>`;
  if (extensions.length === 0 || effectiveDue === undefined)
    return html`<p class="was">${s.by}</p><p class="big">${dated(due, locale)}</p>`;
  return html`<p class="was">${s.original} ${dated(effectiveDue, locale)}</p>
<p class="was">${s.extended}</p><p class="big">${dated(due, locale)}</p>
${extensions.map(
  ({ newDue, approvedAt, late }) =>
    html`<p class="quiet">${extensions.length > 1 && html`${s.extended} ${dated(newDue, locale)} · `}${s.approved(sayShown(approvedAt, locale), late)}</p>`,
)}`;
};

const steps = (
  { steps: counted, startAt, explanation, rules, clock, due, extensions }: Deadline,
  s: Sentences["tracking"],
  locale: Locale,
) =>
  html`<details><summary>${extensions.length > 0 ? s.whyFirst : s.why}<span class="tag">${rules.join(", ")}</span></summary>
<p>${s.start(sayShown(startAt, locale))}</p>
${
  counted.length > 0 &&
  html`<table aria-label="${clock}"><thead><tr><th scope="col">${s.day}</th><th scope="col">${s.counts}</th><th scope="col">${s.reason}</th></tr></thead>
<tbody>${counted.map(
    ({ date, counts, why }) =>
      html`<tr${!counts && html` class="no"`}><td>${sayDay(date, locale)}</td><td>${counts ? html`<strong>✓ ${s.counted}</strong>` : `– ${s.skipped}`}</td><td>${why}</td></tr>`,
  )}</tbody></table>`
}
${(counted.length === 0 ? explanation : due === undefined ? explanation.slice(-1) : []).map((line) => html`<p class="quiet">${line}</p>`)}</details>`;

/** What the date was before something became known, and what that was (A-30, A-72). */
const moved = ({ moves }: Deadline, s: Sentences["tracking"], locale: Locale): readonly Html[] =>
  moves.map(({ was, why }) => html`<p class="was">${s.original} ${dated(was, locale)}</p><p class="quiet">${why}</p>`);

/** One promise: its state in words, its date, and on request every day that was counted or passed over, with the reason. */
export const deadlineCard = (deadline: Deadline, locale: Locale): Html => {
  const s = sentencesIn(locale).tracking;
  const { words, mark, tone } = lookOf(deadline);
  return html`<article class="deadline"><h3>${deadline.title} ${badge(tone, mark, s.clock[words])}${
    deadline.grade === "advisory" && html`<span class="tag">${s.advisory}</span>`
  }</h3>
${moved(deadline, s, locale)}
${dates(deadline, s, locale)}
${deadline.metAt !== undefined && html`<p>${s.met(sayShown(deadline.metAt, locale))}</p>`}
${deadline.excused && html`<p>${s.instead} ${dated(deadline.excused.promised, locale)}</p>`}
${steps(deadline, s, locale)}</article>`;
};
