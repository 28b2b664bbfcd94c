import type { Text } from "../kernel/text.ts";

/* The console reads heads by this file too: it takes no schema library with it. */

/**
 * As many customers as the API takes at once: five seconds of writing, since a thousand a second is what one partition
 * takes. A longer list is sent in parts, and the same part again changes nothing.
 */
export const MOST_CUSTOMERS = 5_000;

/** The columns that every list has; each other is something by which customers are told apart. */
export const CUSTOMER_COLUMNS = [
  { id: "name", title: { "zh-CN": "姓名", en: "Name" } },
  { id: "email", title: { "zh-CN": "电子邮箱", en: "E-mail" } },
  { id: "phone", title: { "zh-CN": "电话", en: "Phone" } },
  { id: "locale", title: { "zh-CN": "语言", en: "Language" } },
] as const satisfies readonly { readonly id: string; readonly title: Text }[];
export type OwnColumn = (typeof CUSTOMER_COLUMNS)[number]["id"];

/** The column that a head names, in either language; undefined for a group. */
export const ownColumn = (head: string): OwnColumn | undefined => {
  const said = head.toLowerCase();
  return CUSTOMER_COLUMNS.find(({ id, title }) => [id, title["zh-CN"], title.en.toLowerCase()].includes(said))?.id;
};

/** A person is known by their address, or their telephone number where there is none. */
export const personKey = ({
  email,
  phone = "",
}: {
  readonly email?: string | undefined;
  readonly phone?: string | undefined;
}): string => email?.trim().toLowerCase() ?? phone.replace(/[ ()-]/g, "");

/** What is said of a row whose person stands in an earlier one. */
export const samePerson = (row: number): Text => ({
  "zh-CN": `与第 ${row} 行是同一人`,
  en: `the same person as in row ${row}`,
});
