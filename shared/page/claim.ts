import type { TrackingView } from "../api/views.ts";
import type { Locale } from "../kernel/text.ts";
import { type Html, html, theirs } from "../mail/html.ts";
import { badge } from "./deadline.ts";
import { sentencesIn } from "./sentences.ts";

const TONES: Readonly<Record<string, "good" | "bad">> = { PAID: "good", AGREED: "good", REFUSED: "bad" };

/** Where somebody's claim stands, what was agreed on, and why it was refused, with the clauses; nothing internal. */
export const claimCard = ({ claim }: Pick<TrackingView, "claim">, locale: Locale): Html | false => {
  if (claim === undefined) return false;
  const { tracking: s, form } = sentencesIn(locale);
  const { state, agreed, refusal } = claim;
  const tone = TONES[state.id] ?? "";
  return html`<section class="card"><h2>${s.claim}</h2><p>${badge(tone, tone === "good" ? "✓" : "●", state.says)}</p>
${agreed !== undefined && html`<p>${s.claimAgreed(agreed)}</p>`}
${
  refusal !== undefined &&
  html`<p>${s.claimRefused} ${theirs(refusal.reason)}</p><ul>${refusal.grounds.map(
    ({ says, rules }) => html`<li>${theirs(says)} <span class="quiet">${form.clauses(rules.join(" "))}</span></li>`,
  )}</ul>`
}</section>`;
};
