import type { HeldCopy } from "../api/signing-bodies.ts";
import type { Locale } from "../kernel/text.ts";
import { sayShown } from "../mail/date.ts";
import { html, theirs } from "../mail/html.ts";
import { page } from "./page.ts";
import { sentencesIn } from "./sentences.ts";

/** A copy that was sent to somebody outside: what it says, and a button that says that they have it. */
export const copyPage = ({
  copy,
  locale,
  nonce,
}: {
  readonly copy: HeldCopy;
  readonly locale: Locale;
  readonly nonce: string;
}): string => {
  const s = sentencesIn(locale).copy;
  const done = copy.acknowledgedAt;
  return page({
    locale,
    nonce,
    org: copy.org,
    title: copy.title,
    body: html`<div class="card narrow"><h1>${copy.title}</h1><p class="quiet">${theirs(copy.to)} · ${sayShown(copy.at, locale)}</p>
<p>${theirs(copy.words)}</p>
${
  done === undefined
    ? html`<form method="post"><p>${s.ask}</p><p><button type="submit">${s.have}</button></p></form>`
    : html`<p role="status">${s.done(sayShown(done, locale))}</p>`
}</div>`,
  });
};
