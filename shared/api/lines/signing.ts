import { METHOD_WORDS } from "../../case/sign/methods.ts";
import { isParty } from "../../case/sign/signers.ts";
import { type Locale, say } from "../../kernel/text.ts";
import { people } from "../../policy/explain-words.ts";
import { type Line, momentIn, type Telling } from "./line.ts";

const optional = (text: string | undefined): readonly string[] => (text ? [text] : []);

const titleOf = ({ policy, locale }: Telling, signoff: string): string =>
  policy.signoffs.find(({ id }) => id === signoff)?.title[locale] ?? signoff;

const colon = (locale: Locale): string => (locale === "zh-CN" ? "：" : ": ");

/** Staff read every signature; the customer those of the parties, their own among them. */
export const signed: Line<"signed"> = (event, telling) => {
  const { policy, reader, locale } = telling;
  if (reader === "customer" && !isParty(policy, event.role)) return undefined;
  const who = people(policy, [event.role])[0]?.[locale] ?? event.role;
  return {
    what: say("已签字确认", "Signed"),
    detail: [
      titleOf(telling, event.signoff),
      `${who}${colon(locale)}${event.name}`,
      `${METHOD_WORDS[event.method][locale]}${locale === "zh-CN" ? "，" : ", "}${momentIn(telling, event.signedAt)}`,
      ...optional(event.remark),
    ],
  };
};

export const objected: Line<"objected"> = (event, telling) => ({
  what: say("提出异议", "Objected"),
  detail: [titleOf(telling, event.signoff), event.reason],
});
