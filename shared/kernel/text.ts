import * as z from "zod";

/** The languages the product speaks; a new one is a member here and a file of sentences. */
export const Locale = z.enum(["zh-CN", "en"]);
export type Locale = z.infer<typeof Locale>;

/** A name or sentence in every language. Regulations are Chinese, so Chinese is never missing. */
export const Text = z.strictObject({ "zh-CN": z.string().min(1), en: z.string().min(1) });
export type Text = z.infer<typeof Text>;

/** A sentence of our own in both languages, Chinese first. */
export const say = (zh: string, en: string): Text => ({ "zh-CN": zh, en });

/** The same thing said in both languages, for numbers, ids and quotations. */
export const both = (said: string): Text => ({ "zh-CN": said, en: said });

/** The first language of an `accept-language` header that we speak; Chinese when there is none. */
export const preferred = (header: string | undefined): Locale => {
  const wanted = (header ?? "")
    .split(",")
    .map((part) => {
      const [tag = "", ...parameters] = part.trim().split(";");
      const q = parameters.map((p) => /^\s*q=([\d.]+)$/.exec(p)?.[1]).find((v) => v !== undefined);
      return { tag: tag.toLowerCase(), q: q === undefined ? 1 : Number(q) };
    })
    .filter(({ q }) => q > 0)
    .sort((a, b) => b.q - a.q);
  for (const { tag } of wanted) {
    if (tag.startsWith("zh")) return "zh-CN";
    if (tag.startsWith("en")) return "en";
  }
  return "zh-CN";
};
