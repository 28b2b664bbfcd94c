import type { FormReply } from "../api/bodies.ts";
import type { Problem } from "../api/problem.ts";
import type { Locale } from "../kernel/text.ts";
import { data, type Html, html, inline, theirs } from "../mail/html.ts";
import { readDuration } from "../policy/duration.ts";
import { damageBlocks } from "./damages.ts";
import { type Entered, KEY_INPUT } from "./entered.ts";
import { type Drawing, fieldBlock, inputId } from "./field.ts";
import { page } from "./page.ts";
import { formAddress, policyLinks } from "./policy-links.ts";
import { DATA_ID, type ScriptData, shapeOf } from "./script-data.ts";
import { sentencesIn } from "./sentences.ts";

export type FormPage = {
  readonly form: FormReply;
  /** The company's other policies that take complaints, to choose instead. */
  readonly others?: NonNullable<Problem["policies"]> | undefined;
  readonly locale: Locale;
  readonly nonce: string;
  /** The bundled text of web/customer/customer.ts. */
  readonly script: string;
  /** Kept in the page and its draft, so that a repeat after a lost connection is the same case. */
  readonly idempotencyKey: string;
  readonly values?: Entered | undefined;
  readonly problems?: NonNullable<Problem["fields"]> | undefined;
};

/** A JSON pointer into the body as the name of the input it came from: `/damages/1/place` → `damages.1.place`. */
const nameOf = (pointer: string): string => pointer.replace(/^\//, "").replaceAll("/", ".");

const summary = ({ form, s }: Drawing, problems: NonNullable<Problem["fields"]>): Html => {
  const names = new Set([
    ...form.contact.map(({ id }) => `contact.${id}`),
    ...form.fields.map(({ id }) => id),
    ...(form.damages?.fields.map(({ id }) => `damages.${id}`) ?? []),
  ]);
  const target = (pointer: string): string | undefined => {
    const name = nameOf(pointer);
    if (names.has(name.replace(/^damages\.\d{1,2}\./, "damages."))) return inputId(name);
    return name.startsWith("damages") && form.damages !== undefined ? "damages" : undefined;
  };
  return html`<div class="summary" id="summary" role="alert" tabindex="-1"${problems.length === 0 ? html` hidden` : html` autofocus`}>
<h2>${s.errorsTitle}</h2><ul>${problems.map(({ path, says }) => {
    const id = target(path);
    return html`<li>${id === undefined ? theirs(says) : html`<a href="#${id}">${theirs(says)}</a>`}</li>`;
  })}</ul></div>`;
};

const instead = ({ s }: Drawing, others: NonNullable<Problem["policies"]>, locale: Locale): Html =>
  html`<nav class="note forms" aria-label="${s.otherForms}"><p>${s.otherForms}</p>${policyLinks(others, locale)}</nav>`;

/** A clock of several bands names a period for each; the interface spells them as the policy file does. */
const sayWithin = (s: Drawing["s"], within: string): string =>
  within
    .split(" / ")
    .map((period) => {
      const read = readDuration(period);
      return read === undefined ? period : s.duration[read.kind](read.n);
    })
    .join(" / ");

const promises = ({ form, s }: Drawing): Html => html`<aside class="card promise">
${
  form.deadlines.length > 0 &&
  html`<h2>${s.promiseTitle}</h2><ul class="dates">${form.deadlines.map(
    ({ title, within, rules }) =>
      html`<li><span>${title}</span> <strong>${s.within(sayWithin(s, within))}</strong> <span class="quiet">${s.clauses(rules.join(", "))}</span></li>`,
  )}</ul><p class="quiet">${s.promiseNote}</p>`
}
${
  form.assumptions.length > 0 &&
  html`<details><summary>${s.assumptionsTitle}</summary><ul>${form.assumptions.map(
    ({ says }) => html`<li><span class="tag">${s.assumed}</span> ${says}</li>`,
  )}</ul></details>`
}
<p class="quiet">${s.policy(form.policy.title, form.policy.version)}</p>
</aside>`;

/**
 * The complaint form (投诉申请单) as a page, drawn from the regulation alone. Posts urlencoded to its own address, with
 * the policy named, so that it is filed by the form that was filled in even when the company's own form changes meanwhile;
 * `values` and `problems` redraw it after a refusal (`entered` makes the values).
 */
export const formPage = ({
  form,
  others = [],
  locale,
  nonce,
  script,
  idempotencyKey,
  values,
  problems = [],
}: FormPage): string => {
  const sentences = sentencesIn(locale);
  const s = sentences.form;
  const wrong = new Map(problems.map(({ path, says }) => [nameOf(path), says]));
  const draw: Drawing = { form, s, values: values ?? {}, wrong };
  const scriptData: ScriptData = {
    page: "form",
    locale,
    org: form.org.id,
    policy: form.policy.id,
    say: sentences.script,
    photos: form.photos,
    key: idempotencyKey,
    shape: shapeOf(form),
  };
  return page({
    locale,
    nonce,
    org: form.org.name,
    policy: form.policy.id,
    title: `${problems.length > 0 ? s.errorPrefix : ""}${form.form} · ${form.org.name}`,
    body: html`<div class="layout">
<div class="intro"><h1>${form.form}</h1><p class="lead">${s.lead}</p>${others.length > 0 && instead(draw, others, locale)}${summary(draw, problems)}</div>
${promises(draw)}
<form class="sheet" method="post" action="${formAddress(locale, form.policy.id)}" data-form accept-charset="utf-8">
<input type="hidden" name="${KEY_INPUT}" value="${idempotencyKey}">
<section class="card"><h2>${s.contact}</h2><p class="hint">${s.contactHint}</p>
<div class="two">${form.contact.map((field) => fieldBlock(draw, field, `contact.${field.id}`, true))}</div></section>
<section class="card"><h2>${s.complaint}</h2>
<div class="two">${form.fields.map((field) => fieldBlock(draw, field, field.id, true))}</div></section>
${damageBlocks(draw)}
<div class="send"><p class="status" role="status" data-status></p><ul class="uploads" data-uploads></ul>
<button type="submit" class="button">${s.submit}</button></div>
</form>
</div>`,
    after: html`${data(DATA_ID, nonce, scriptData)}${inline("script", nonce, script)}`,
  });
};
