import type { PhotosReply } from "../api/bodies.ts";
import type { TrackingView } from "../api/views.ts";
import { MAX_PHOTO_BYTES, PHOTO_TYPES } from "../evidence/evidence.ts";
import type { Locale } from "../kernel/text.ts";
import { sayShown } from "../mail/date.ts";
import { data, type Html, html, inline, theirs } from "../mail/html.ts";
import { claimCard } from "./claim.ts";
import { confirmCards } from "./confirm.ts";
import { badge, deadlineCard } from "./deadline.ts";
import { page } from "./page.ts";
import { photoGallery } from "./photo-gallery.ts";
import { DATA_ID, type ScriptData } from "./script-data.ts";
import { type Sentences, sentencesIn } from "./sentences.ts";

export type TrackingPage = {
  readonly view: TrackingView;
  readonly locale: Locale;
  readonly nonce: string;
  /** The bundled text of web/customer/customer.ts. */
  readonly script: string;
  /** Upload tickets for a reader without scripts (`?upload=forms`), drawn as plain forms. */
  readonly uploads?: PhotosReply["tickets"] | undefined;
};

const head = (view: TrackingView, s: Sentences["tracking"], locale: Locale): Html =>
  html`<div class="intro"><section class="card"><h1 class="number"><span class="quiet">${view.provisional ? s.provisional : s.number}</span><br>${view.number}</h1>
<p class="stateline"><span class="quiet">${s.state}</span> ${badge(view.state.final ? "good" : "", view.state.final ? "✓" : "●", view.state.says)}</p>
<p class="quiet">${s.received(sayShown(view.receivedAt, locale))}</p><p class="hint">${s.keep}</p></section></div>`;

type Run = { readonly line: TrackingView["timeline"][number]; readonly times: number };

/** Newest first; the same thing several times in a row, photos above all, is one line. */
const runs = (lines: TrackingView["timeline"]): readonly Run[] => {
  const found: Run[] = [];
  for (const line of lines) {
    const last = found.at(-1);
    const { what, who, detail } = last?.line ?? {};
    const same = what === line.what && who === line.who && `${detail}` === `${line.detail}`;
    if (last !== undefined && same) found[found.length - 1] = { line, times: last.times + 1 };
    else found.push({ line, times: 1 });
  }
  return found.reverse();
};

const timeline = (view: TrackingView, s: Sentences["tracking"], locale: Locale): Html =>
  html`<section class="card"><h2>${s.timeline}</h2><ol class="timeline">${runs(view.timeline).map(
    ({ line: { at, what, who, detail }, times }) =>
      html`<li><p><strong>${theirs(what)}</strong>${times > 1 && ` × ${times}`}</p><p class="quiet"><time datetime="${at}">${sayShown(at, locale)}</time> · ${theirs(who)}</p>${detail.map(
        (line) => html`<p>${theirs(line)}</p>`,
      )}</li>`,
  )}</ol></section>`;

const aside = (
  view: TrackingView,
  s: Sentences["tracking"],
): Html => html`<aside class="promise-side"><section class="card">
<h2>${s.answers}</h2><dl>${view.answers.map(({ label, value }) => html`<dt>${label}</dt><dd>${theirs(value)}</dd>`)}</dl></section>
<section class="card">${
  view.assumptions.length > 0 &&
  html`<details><summary>${s.assumptions}</summary><ul>${view.assumptions.map(({ says }) => html`<li>${says}</li>`)}</ul></details>`
}<p class="quiet">${s.policy(view.policy.title, view.policy.version)}</p></section></aside>`;

/** The customer's own view of a case as a page: where it stands, what is promised by when and why, what is still needed. */
export const trackingPage = ({ view, locale, nonce, script, uploads }: TrackingPage): string => {
  const sentences = sentencesIn(locale);
  const s = sentences.tracking;
  const scriptData: ScriptData = {
    page: "tracking",
    locale,
    org: view.org.id,
    caseId: view.caseId,
    say: sentences.script,
    photos: { types: [...PHOTO_TYPES], maxBytes: MAX_PHOTO_BYTES },
  };
  return page({
    locale,
    nonce,
    org: view.org.name,
    title: `${s.title(view.number)} · ${view.state.says}`,
    body: html`<div class="layout">${head(view, s, locale)}
<div class="mainly">${confirmCards(view, locale)}${
      view.deadlines.length > 0 &&
      html`<section class="card"><h2>${s.deadlines}</h2>${view.deadlines.map((deadline) => deadlineCard(deadline, locale))}</section>`
    }
${claimCard(view, locale)}
${photoGallery(view, locale, uploads)}
${timeline(view, s, locale)}</div>
${aside(view, s)}</div>`,
    after: html`${data(DATA_ID, nonce, scriptData)}${inline("script", nonce, script)}`,
  });
};
