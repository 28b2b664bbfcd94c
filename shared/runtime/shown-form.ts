import { formView } from "../api/form.ts";
import { choosing } from "../case/occasion.ts";
import type { Locale } from "../kernel/text.ts";
import type { Desk } from "../record/file.ts";

/** The form that a company's customers fill in now: the policy's, with the occasions that the company keeps to choose from. */
export const shownForm = ({ org, rulebook: { policy }, intake, now }: Desk, locale: Locale) =>
  formView(org, policy, choosing(policy, intake, org.occasions[policy.id] ?? [], now), locale);
