import type { Problem } from "../api/problem.ts";
import type { Locale } from "../kernel/text.ts";
import { type Html, html, safeUrl } from "../mail/html.ts";

/** The address of this page in a language and, where it is a form, of a policy; policy ids need no escaping. */
export const formAddress = (locale: Locale, policy?: string): string =>
  safeUrl(policy === undefined ? `?lang=${locale}` : `?lang=${locale}&policy=${policy}`);

/** The forms of other policies by their titles. */
export const policyLinks = (policies: NonNullable<Problem["policies"]>, locale: Locale): Html =>
  html`<ul>${policies.map(({ id, title }) => html`<li><a href="${formAddress(locale, id)}">${title}</a></li>`)}</ul>`;
