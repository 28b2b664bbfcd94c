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

type Refused = Plain & {
  readonly problem: Problem;
  /** The page to try again on, where there is one. */
  readonly back?: string | undefined;
};

/** For a refusal that no field of a form can show; says what the problem says, and nothing internal. */
export const problemPage = ({ locale, nonce, problem, back }: Refused): string => {
  const s = sentencesIn(locale).problem;
  return page({
    locale,
    nonce,
    title: problem.title,
    body: html`<div class="card narrow"><h1>${problem.title}</h1>
${problem.detail !== undefined && html`<p>${problem.detail}</p>`}
${problem.code === "policy-has-no-intake" && policyLinks(problem.policies ?? [], locale)}
${problem.fields?.map(({ says }) => html`<p>${says}</p>`)}
<p>${s.next}</p>${back !== undefined && html`<p><a href="${back}">${s.back}</a></p>`}<p class="quiet">${problem.status} · ${problem.code}</p></div>`,
  });
};
