import { type Html, html } from "../mail/html.ts";
import { sayWhen } from "./condition-words.ts";
import { type Drawing, fieldBlock } from "./field.ts";

/** How many blocks a browser without scripts sees; the script shows one and adds more. */
const PLAIN_BLOCKS = 3;

const TYPE_NAMES: Readonly<Record<string, string>> = {
  "image/jpeg": "JPEG",
  "image/png": "PNG",
  "image/webp": "WebP",
  "image/heic": "HEIC",
};

const SUFFIXES = ".heic,.heif";

/** Where photos of one damage (0: of the whole case) are chosen; without scripts it stays hidden. */
export const photoChooser = (
  accept: readonly string[],
  key: string,
  words: { readonly label?: string; readonly choose: string; readonly hint?: string | undefined },
): Html => html`<div class="photos" data-photos="${key}" hidden>
${words.label !== undefined && html`<p class="label">${words.label}</p>`}
${words.hint !== undefined && html`<p class="hint">${words.hint}</p>`}
<ul class="previews" data-previews></ul>
<label class="button second pick"><span aria-hidden="true">＋</span> ${words.choose}<input type="file" accept="${[...accept, "image/heif", SUFFIXES].join(",")}" multiple aria-describedby="photos-${key}-count"></label>
<p class="hint" id="photos-${key}-count" data-count role="status"></p>
</div>`;

const photoLimits = ({ form, s }: Drawing): string =>
  s.photoLimits(
    form.photos.types.map((type) => TYPE_NAMES[type] ?? type).join(form.locale === "en" ? ", " : "、"),
    Math.floor(form.photos.maxBytes / (1024 * 1024)),
  );

const block = (draw: Drawing, at: string, spoken: string): Html => {
  const { form, s } = draw;
  return html`<fieldset class="damage" data-damage="${at}"><legend>${s.damage(spoken)}</legend>
${form.damages?.fields.map((field) => fieldBlock(draw, field, `damages.${at}.${field.id}`, false))}
${photoChooser(form.photos.types, at, { label: s.photos, choose: s.choosePhotos, hint: photoLimits(draw) })}
<button type="button" class="link" data-remove hidden>${s.removeDamage}</button>
</fieldset>`;
};

/** What proof the regulation asks for, with the condition under which it does. */
const evidenceNote = ({ form, s }: Drawing): Html =>
  html`<div class="note">${form.evidence.map(
    ({
      per,
      atLeast,
      when,
      capturedBefore,
      rules,
    }) => html`<p><strong>${per === "damageItem" ? s.perDamage(atLeast) : s.perCase(atLeast)}</strong>
${capturedBefore !== undefined && s.capturedBefore(form.fields.find(({ id }) => id === capturedBefore)?.label ?? capturedBefore)}
${when !== undefined && html`<span class="quiet">${s.evidenceWhen(sayWhen(form, when) ?? "")}</span>`} <span class="quiet">${s.clauses(rules.join(", "))}</span></p>`,
  )}<p>${s.evidenceNote}</p><p data-plain>${s.photosLater}</p></div>`;

/** The repeated block of damages (损坏处), and photos of the case as a whole where the regulation asks for them. */
export const damageBlocks = (draw: Drawing): Html => {
  const { form, s, values } = draw;
  const ofCase = form.evidence.some(({ per }) => per === "case");
  const whole =
    ofCase &&
    photoChooser(form.photos.types, "case", { label: s.photosCase, choose: s.choosePhotos, hint: photoLimits(draw) });
  if (form.damages === undefined)
    return html`${form.evidence.length > 0 && html`<section class="card"><h2>${s.evidenceTitle}</h2>${evidenceNote(draw)}${whole}</section>`}`;
  const { title, max, requiredWhen } = form.damages;
  const given = Object.keys(values).flatMap((name) => /^damages\.(\d+)\./.exec(name)?.[1] ?? []);
  const blocks = Math.min(max, Math.max(PLAIN_BLOCKS, ...given.map((at) => Number(at) + 1)));
  const fault = draw.wrong.get("damages");
  const needed = requiredWhen === undefined ? undefined : s.whenNeeded(sayWhen(form, requiredWhen) ?? "");
  return html`<section class="card" id="damages" data-damages tabindex="-1"><h2>${title}</h2>
${form.evidence.length > 0 && evidenceNote(draw)}
${needed !== undefined && html`<p class="hint">${needed}</p>`}
<p class="hint" data-plain>${s.damageMore(max)}</p>
${fault !== undefined && html`<p class="error" id="damages-error">${fault}</p>`}
<div data-blocks>${Array.from({ length: blocks }, (_, at) => block(draw, `${at}`, `${at + 1}`))}</div>
<template data-damage-template>${block({ ...draw, values: {}, wrong: new Map() }, "__N__", "__M__")}</template>
<button type="button" class="button second" data-add hidden>${s.addDamage}</button>
${whole}
</section>`;
};
