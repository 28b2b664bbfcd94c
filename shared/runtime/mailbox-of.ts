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

/** Whoever looks after the system for a company; where nobody is named, everybody who reads a desk, each once. */
export const administratorOf = ({ administrator, desks }: Org) => {
  if (administrator !== undefined) return administrator;
  const all = Object.values(desks);
  return { emails: [...new Set(all.flatMap(({ emails }) => emails))], locale: all[0]?.locale ?? "zh-CN" } as const;
};
