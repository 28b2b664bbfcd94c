import { say } from "../../kernel/text.ts";
import type { Line, Telling } from "./line.ts";

const titleOf = ({ policy, locale }: Telling, form: string): string =>
  policy.forms.find(({ id }) => id === form)?.title[locale] ?? form;

/** Who got what of the house's forms is not the customer's business. */
export const circulated: Line<"circulated"> = (event, telling) =>
  telling.reader === "customer"
    ? undefined
    : {
        what: say("已分送", "Sent to those who hold it"),
        detail: [titleOf(telling, event.form), event.words, event.recipients.map(({ name }) => name).join(", ")],
      };

export const copyAcknowledged: Line<"copyAcknowledged"> = (event, telling) => {
  if (telling.reader === "customer") return undefined;
  const copy = telling.locale === "zh-CN" ? `第${event.copy}联` : `copy ${event.copy}`;
  return { what: say("已签收", "Acknowledged"), detail: [`${titleOf(telling, event.form)} ${copy}`] };
};
