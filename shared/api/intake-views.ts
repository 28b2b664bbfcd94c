import * as z from "zod";
import { withOffset } from "../calendar/zone.ts";
import type { Case } from "../case/case.ts";
import { categoryOf, UNCLASSIFIED } from "../case/category.ts";
import { titles } from "../case/roles.ts";
import { type Locale, say } from "../kernel/text.ts";
import { CaseKind, kindOf, kindTitle } from "../policy/case-kind.ts";
import { CaseChannel, channelTitle } from "../policy/intake-channel.ts";
import type { Policy } from "../policy/policy.ts";
import { categoryTitle } from "./answers.ts";

/** What a case is, whatever the regulation's form calls it. */
export const KindView = z.object({ id: CaseKind, says: z.string() });

export const CategoryView = z.object({
  code: z.string().meta({ description: "a code of the regulation, or `unclassified` while nobody has chosen one" }),
  says: z.string(),
});

/** How a case came in, where that was not by the customer's own form. */
export const TakenView = z.object({
  channel: z.object({ id: CaseChannel, says: z.string() }),
  source: z.string().optional(),
  recordedAt: z.string().meta({ description: "when it was written down; `receivedAt` is when it came" }),
  firstContact: z.object({ sub: z.string().optional(), name: z.string(), role: z.string().optional() }).optional(),
});

export const kindView = (
  policy: Policy,
  current: Pick<Case, "facts" | "happened">,
  locale: Locale,
): z.infer<typeof KindView> => {
  const id = kindOf(policy, current);
  return { id, says: kindTitle(id)[locale] };
};

/** What a category is called; its code where the regulation does not have it. */
export const sayCategory = (policy: Policy, code: string, locale: Locale): string =>
  code === UNCLASSIFIED
    ? say("待归类", "Unclassified")[locale]
    : (categoryTitle(policy.categories, code, locale) ?? code);

export const categoryView = (
  policy: Policy,
  current: Case,
  locale: Locale,
): z.infer<typeof CategoryView> | undefined => {
  const code = categoryOf(policy, current.facts);
  return code === undefined ? undefined : { code, says: sayCategory(policy, code, locale) };
};

export const takenView = (
  policy: Policy,
  { taken, recordedAt }: Case,
  locale: Locale,
): z.infer<typeof TakenView> | undefined => {
  if (taken === undefined) return undefined;
  const { channel, source, firstContact } = taken;
  const role = firstContact?.role;
  return {
    channel: { id: channel, says: channelTitle(channel)[locale] },
    source,
    recordedAt: withOffset(recordedAt, policy.calendar.timeZone),
    firstContact: firstContact && {
      sub: firstContact.sub,
      name: firstContact.name,
      role: role === undefined ? undefined : titles(policy, [role])[0]?.[locale],
    },
  };
};
