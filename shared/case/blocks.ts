import type { Locale } from "../kernel/text.ts";
import type { Field, ListField } from "../policy/field.ts";
import type { Fact } from "../policy/terms.ts";
import type { StepAnswers } from "./actor.ts";

/**
 * The blocks of a list as lines to read: `更换零件 1`, `名称：气泵；数量：2`. Each value is said by whoever shows it.
 * @param given what was answered; anything but blocks says nothing.
 */
export const sayBlocks = (
  { label, fields }: ListField,
  given: StepAnswers[string] | undefined,
  locale: Locale,
  sayValue: (field: Field, value: Fact) => string,
): readonly { readonly label: string; readonly value: string }[] => {
  const [colon, between] = locale === "zh-CN" ? ["：", "；"] : [": ", "; "];
  return (Array.isArray(given) ? given : []).map((block, at) => ({
    label: `${label[locale]} ${at + 1}`,
    value: fields
      .flatMap((field) => {
        const value = block[field.id];
        return value === undefined ? [] : [`${field.label[locale]}${colon}${sayValue(field, value)}`];
      })
      .join(between),
  }));
};
