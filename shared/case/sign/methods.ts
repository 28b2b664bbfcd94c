import { say, type Text } from "../../kernel/text.ts";

/** How somebody signed: drawn on the screen, a picture of a stamp or of signed paper, or typed. */
export const METHODS = ["drawn", "stamp", "scan", "typed"] as const;
export type Method = (typeof METHODS)[number];

export const METHOD_WORDS: Readonly<Record<Method, Text>> = {
  drawn: say("手写签名", "drawn by hand"),
  stamp: say("盖章照片", "photo of a stamp"),
  scan: say("签字件扫描", "scanned paper"),
  typed: say("键入姓名", "typed name"),
};
