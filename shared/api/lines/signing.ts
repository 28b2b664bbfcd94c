import { METHOD_WORDS } from "../../case/sign/methods.ts";
import { isParty } from "../../case/sign/signers.ts";
import { both, type Locale, say } from "../../kernel/text.ts";
import { people } from "../../policy/explain-words.ts";
import type { StepField } from "../../policy/field.ts";
import { showAnswers } from "../answers.ts";
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

/** What was put right, before and after; the customer only where they may read the field itself. */
export const corrected: Line<"corrected"> = (event, telling) => {
  const { policy, current, reader, locale } = telling;
  const about = current.timeline[event.place];
  const step = about?.type === "step" ? policy.workflow?.steps.find(({ id }) => id === about.step) : undefined;
  const own = about?.type === "received";
  if (reader === "customer" && !own && !step?.customerSees?.includes(event.field)) return undefined;
  const fields: readonly StepField[] = own ? (policy.intake?.fields ?? []) : (step?.fields ?? []);
  const shown = (value: typeof event.value | undefined) =>
    value === undefined ? [] : showAnswers(policy, fields, { [event.field]: value }, locale).map((one) => one.value);
  const label = fields.find(({ id }) => id === event.field)?.label[locale] ?? event.field;
  const [before, after] = [shown(event.before), shown(event.value)].map((all) => all.join("; ") || "—");
  const title = step?.title ?? (own ? say("收到", "Received") : both(event.field));
  return {
    what: say("更正", "Corrected"),
    detail: [
      title[locale],
      `${label}${colon(locale)}${before} → ${after}`,
      ...(reader === "staff" ? [event.reason] : []),
    ],
  };
};
