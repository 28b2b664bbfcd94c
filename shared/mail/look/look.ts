import * as z from "zod";
import type { FieldFault } from "../../case/fault.ts";
import type { Locale, Text } from "../../kernel/text.ts";
import { say } from "../../kernel/text.ts";
import { plain } from "../plain.ts";
import { contrast } from "./contrast.ts";
import { faultOfLines } from "./lines.ts";

/** One text a language; the empty one says nothing. */
const both = (most: number) => z.strictObject({ "zh-CN": z.string().max(most), en: z.string().max(most) });
const Colour = z.string().regex(/^#[0-9a-fA-F]{6}$/);

/**
 * What a company's letters look like: whom they come from, its colours, what stands under them. No picture: mail programs
 * block those at first, so a letter must do without (docs/decisions/024).
 */
export const Look = z.strictObject({
  /** Who signs and sends; the company's registered name where it is empty. */
  name: both(60),
  /** Of buttons and the bar above the letter. */
  accent: Colour,
  /** Of the words on a button. */
  onAccent: Colour,
  /** Below the letter, and in the small print: lines of `look/lines.ts`. */
  signature: both(1000),
  footer: both(1000),
});
export type Look = z.infer<typeof Look>;

/** The look of a company that never chose one. */
export const DEFAULT_LOOK: Look = {
  name: { "zh-CN": "", en: "" },
  accent: "#0b57a4",
  onAccent: "#ffffff",
  signature: { "zh-CN": "", en: "" },
  footer: { "zh-CN": "", en: "" },
};

/** A company as its letters speak of it. */
export type House = { readonly name: Text; readonly look?: Look | undefined };

/** Who a letter comes from, in a reader's language. */
export const nameIn = ({ name, look }: House, locale: Locale): string => look?.name[locale] || name[locale];

/** Words on a button are read, a button is found: WCAG 2.2, 1.4.3 and 1.4.11, on the white of the letter. */
const LEAST = { text: 4.5, button: 3 } as const;
const CARD = "#ffffff";
const MOST_LINES = 8;

const ratio = (one: string, other: string): string => `${Math.floor(contrast(one, other) * 10) / 10}:1`;

const colourFaults = ({ accent, onAccent }: Look): readonly FieldFault[] => [
  ...(contrast(accent, onAccent) < LEAST.text
    ? [
        {
          path: "/onAccent",
          code: "low-contrast",
          says: say(
            `按钮文字与主色的对比度为${ratio(accent, onAccent)}，至少须为4.5:1`,
            `the words on a button stand out at ${ratio(accent, onAccent)}; at least 4.5:1 is needed`,
          ),
        },
      ]
    : []),
  ...(contrast(accent, CARD) < LEAST.button
    ? [
        {
          path: "/accent",
          code: "low-contrast",
          says: say(
            `主色与白底的对比度为${ratio(accent, CARD)}，至少须为3:1`,
            `the colour stands out from white at ${ratio(accent, CARD)}; at least 3:1 is needed`,
          ),
        },
      ]
    : []),
];

const textFaults = (path: string, text: string, lines: number): readonly FieldFault[] => {
  if (plain(text) !== text || (lines === 1 && /[\n\t\u2028\u2029]/.test(text))) {
    const says = say(
      "含有换行、控制字符或改变文字方向的字符",
      "holds line ends, control characters or marks that turn its direction",
    );
    return [{ path, code: "bad-characters", says }];
  }
  if (text.split("\n").length > lines) {
    return [{ path, code: "too-much", says: say(`最多${lines}行`, `at most ${lines} lines`) }];
  }
  const fault = lines === 1 ? undefined : faultOfLines(text);
  return fault === undefined ? [] : [{ path, ...fault }];
};

/** Everything that is wrong with a look, each by its field; nothing when letters may wear it. */
export const faultsOf = (look: Look): readonly FieldFault[] => [
  ...(["zh-CN", "en"] as const).flatMap((locale) => [
    ...textFaults(`/name/${locale}`, look.name[locale], 1),
    ...textFaults(`/signature/${locale}`, look.signature[locale], MOST_LINES),
    ...textFaults(`/footer/${locale}`, look.footer[locale], MOST_LINES),
  ]),
  ...colourFaults(look),
];
