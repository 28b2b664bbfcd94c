import type { SignoffView } from "../api/signoffs.ts";
import type { TrackingView } from "../api/views.ts";
import type { Locale } from "../kernel/text.ts";
import { sayShown } from "../mail/date.ts";
import { type Html, html, theirs } from "../mail/html.ts";
import { type Sentences, sentencesIn } from "./sentences.ts";

/** The names of what a browser without scripts sends. */
export const CONFIRM_INPUTS = { signoff: "signoff", name: "name", reason: "reason", word: "word" } as const;

const waits = ({ state, by }: SignoffView): boolean =>
  (state === "waiting" || state === "objected") && by.some(({ signed }) => !signed);

const asked = ({ signoff, about, objection }: SignoffView, s: Sentences["confirm"], locale: Locale): Html => {
  const { signoff: of, name, reason, word } = CONFIRM_INPUTS;
  const id = (input: string): string => `${signoff}-${input}`;
  return html`${about.length > 0 && html`<ul>${about.map((line) => html`<li>${theirs(line)}</li>`)}</ul>`}${
    objection !== undefined &&
    html`<p class="hint" role="status">${s.objected(sayShown(objection.at, locale))} ${theirs(objection.reason)}</p>`
  }<form method="post" class="plainform"><input type="hidden" name="${of}" value="${signoff}">
<p><label for="${id(name)}">${s.name}</label><input id="${id(name)}" name="${name}" type="text" maxlength="100" autocomplete="name" required></p>
<p class="hint">${s.final}</p><p><button class="button" type="submit" name="${word}" value="confirm">${s.confirm}</button></p></form>
<details><summary>${s.disagree}</summary><form method="post" class="plainform"><input type="hidden" name="${of}" value="${signoff}">
<p><label for="${id(reason)}">${s.reason}</label><textarea id="${id(reason)}" name="${reason}" rows="4" maxlength="2000" required></textarea></p>
<p><button class="button" type="submit" name="${word}" value="object">${s.object}</button></p></form></details>`;
};

/** What waits for the customer's word, as forms that need no script, and what they have signed. */
export const confirmCards = ({ signoffs }: Pick<TrackingView, "signoffs">, locale: Locale): readonly Html[] => {
  const s = sentencesIn(locale).confirm;
  return signoffs
    .filter((one) => waits(one) || one.signatures.length > 0)
    .map(
      (one) =>
        html`<section class="card"><h2>${one.title}</h2>${one.signatures.map(
          ({ name, signedAt }) => html`<p role="status">✓ ${s.signed(sayShown(signedAt, locale))} ${theirs(name)}</p>`,
        )}${waits(one) && asked(one, s, locale)}</section>`,
    );
};
