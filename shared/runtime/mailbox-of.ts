import type { Locale } from "../kernel/text.ts";
import type { Org } from "../record/org.ts";

type Person = { readonly email?: string | undefined; readonly locale?: Locale | undefined };

/** Whom something is sent to, in their language: a person whose address is known, else the desk of the first of some roles that has one. */
export const mailboxOf = (
  { desks }: Org,
  roles: readonly string[],
  person: Person = {},
): { readonly emails: readonly string[]; readonly locale: Locale } | undefined => {
  const desk = roles.map((role) => desks[role]).find((one) => one !== undefined);
  const { email, locale = desk?.locale ?? "zh-CN" } = person;
  return email === undefined ? desk : { emails: [email], locale };
};
