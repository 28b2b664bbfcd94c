import type { Locale } from "../kernel/text.ts";
import type { Policy } from "../policy/policy.ts";
import { categoryTitle } from "./answers.ts";

/** What a group of answers is called: a department or category of the regulation by its title, all else as it was listed. */
export const groupTitle = (
  { roles, categories }: Policy,
  { by, value }: { readonly by: string; readonly value: string },
  locale: Locale,
): string => {
  if (by === "department") return roles.find(({ id }) => id === value)?.title[locale] ?? value;
  return by === "category" ? (categoryTitle(categories, value, locale) ?? value) : value;
};
