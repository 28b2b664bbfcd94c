import type { PhotosReply } from "../api/bodies.ts";
import type { PhotoView, TrackingView } from "../api/views.ts";
import { PHOTO_TYPES } from "../evidence/evidence.ts";
import type { Locale } from "../kernel/text.ts";
import { sayShown } from "../mail/date.ts";
import { type Html, html, safeUrl, theirs } from "../mail/html.ts";
import { photoChooser } from "./damages.ts";
import { badge } from "./deadline.ts";
import { type Sentences, sentencesIn } from "./sentences.ts";

const tile = (photo: PhotoView, place: string, n: number, s: Sentences["tracking"], locale: Locale): Html => {
  const alt = s.photoAlt(place, n);
  const picture =
    photo.thumbnail === undefined
      ? html`<span class="blank">${photo.state === "refused" ? s.refused : s.noPreview}</span>`
      : html`<img src="${safeUrl(photo.thumbnail)}" alt="${alt}" loading="lazy" width="160" height="160">`;
  return html`<li data-photo="${photo.photoId}">${
    photo.copy === undefined
      ? picture
      : html`<a href="${safeUrl(photo.copy)}" target="_blank" rel="noopener noreferrer" aria-label="${s.open}: ${alt}">${picture}</a>`
  }
${photo.state === "refused" && html`<p class="error">${s.refused}${photo.refusal !== undefined && html`${s.colon}${theirs(photo.refusal.says)}`}</p>`}
${photo.flags.map((flag) => html`<p><strong>${s.flag[flag]}</strong></p>`)}
<p>${photo.capturedAt === undefined ? s.photoUploaded(sayShown(photo.uploadedAt, locale)) : s.photoTaken(sayShown(photo.capturedAt, locale))}</p></li>`;
};

const needs = (view: TrackingView, damage: number, s: Sentences["tracking"]): readonly Html[] =>
  view.evidence.items
    .filter((item) => item.damage === damage)
    .map(({ have, need, title }) =>
      have >= need
        ? html`<p>${badge("good", "✓", s.have(have, need))} ${title}${s.colon}${s.enough}</p>`
        : html`<p>${badge("wait", "!", s.have(have, need))} ${title}${s.colon}<strong>${s.missing(need - have)}</strong></p>`,
    );

/** A ticket as a form of its own, for a browser without scripts. Its fields come before the file, as S3 wants it. */
const plainForm = (ticket: PhotosReply["tickets"][number], s: Sentences["tracking"]): Html =>
  html`<form class="plainform" method="post" action="${safeUrl(ticket.url)}" enctype="multipart/form-data">
${Object.entries(ticket.fields).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
<label for="file-${ticket.photoId}">${s.plainOne(s.damage(ticket.damage))}</label>
<input type="file" id="file-${ticket.photoId}" name="file" accept="${ticket.fields["Content-Type"] ?? PHOTO_TYPES.join(",")}" required>
<button type="submit" class="button second">${s.send}</button></form>`;

/** Photos by damage with what each damage still needs, and the ways to add more while the case is open. */
export const photoGallery = (
  view: TrackingView,
  locale: Locale,
  uploads: PhotosReply["tickets"] | undefined,
): Html | false => {
  const s = sentencesIn(locale).tracking;
  const places = [...view.damages, ...view.evidence.items, ...view.photos].map(({ damage }) => damage);
  const damages = [...new Set(places)].sort((a, b) => a - b);
  const open = !view.state.final;
  if (damages.length === 0) return false;
  return html`<section class="card" id="photos"><h2>${s.evidence}</h2>
${view.evidence.items.length > 0 && html`<p>${view.evidence.complete ? badge("good", "✓", s.complete) : badge("wait", "!", s.incomplete)}</p>`}
<ul class="uploads" data-uploads aria-live="polite"></ul>
${damages.map((damage) => {
  const place = s.damage(damage);
  const photos = view.photos.filter((photo) => photo.damage === damage);
  const answers = view.damages.find((one) => one.damage === damage)?.answers ?? [];
  return html`<section><h3>${place}</h3>
${answers.length > 0 && html`<p class="quiet">${answers.map(({ label, value }, at) => html`${at > 0 && " · "}${label}${s.colon}${theirs(value)}`)}</p>`}
${needs(view, damage, s)}
${
  photos.length === 0
    ? html`<p class="quiet">${s.noPhotos}</p>`
    : html`<ul class="gallery">${photos.map((photo, at) => tile(photo, place, at + 1, s, locale))}</ul>`
}
${open && photoChooser(PHOTO_TYPES, `${damage}`, { choose: s.uploadFor(place) })}
${open && uploads?.filter((ticket) => ticket.damage === damage).map((ticket) => plainForm(ticket, s))}</section>`;
})}
${open && uploads === undefined && html`<p data-plain><a href="?lang=${locale}&amp;upload=forms#photos">${s.plainForms}</a></p>`}
</section>`;
};
