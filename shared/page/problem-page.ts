import type { Problem } from "../api/problem.ts";
import type { Locale } from "../kernel/text.ts";
import { html } from "../mail/html.ts";
import { page } from "./page.ts";
import { policyLinks } from "./policy-links.ts";
import { sentencesIn } from "./sentences.ts";

type Plain = { readonly locale: Locale; readonly nonce: string };

/** For an address that leads nowhere: a mistyped or expired tracking link, an organisation nobody knows. */
export const notFoundPage = ({ locale, nonce }: Plain): string => {
  const s = sentencesIn(locale).notFound;
  return page({
    locale,
    nonce,
    title: s.title,
    body: html`<div class="card narrow"><h1>${s.title}</h1><p>${s.says}</p><p>${s.next}</p></div>`,
  });
};

/** For a refusal that no field of a form can show; says what the problem says, and nothing internal. */
export const problemPage = ({ locale, nonce, problem }: Plain & { readonly problem: Problem }): string => {
  const s = sentencesIn(locale).problem;
  return page({
    locale,
    nonce,
    title: problem.title,
    body: html`<div class="card narrow"><h1>${problem.title}</h1>
${problem.detail !== undefined && html`<p>${problem.detail}</p>`}
${problem.code === "policy-has-no-intake" && policyLinks(problem.policies ?? [], locale)}
${problem.fields?.map(({ says }) => html`<p>${says}</p>`)}
<p>${s.next}</p><p class="quiet">${problem.status} · ${problem.code}</p></div>`,
  });
};
