import { say, type Text } from "../../kernel/text.ts";
import { eventTitle, people } from "../../policy/explain-words.ts";
import type { Policy } from "../../policy/policy.ts";
import type { Signoff } from "../../policy/records.ts";
import { listed } from "../../policy/wording.ts";
import type { FieldFault } from "../fault.ts";
import type { SignoffReading } from "./signoffs.ts";

const fault = (path: string, code: string, zh: string, en: string): FieldFault => ({ path, code, says: say(zh, en) });

export const nameNeeded = fault("/name", "required", "请填写签字人姓名", "give the name of whoever signs");
export const photoNeeded = fault(
  "/photoId",
  "required",
  "盖章或扫描件须附照片",
  "a stamp or a signed paper needs its picture",
);
export const unknownPhoto = fault("/photoId", "invalid", "本案没有此照片", "the case has no such photo");
export const badSignedAt = fault(
  "/signedAt",
  "invalid",
  "签字时间须为带时区的时间，且不晚于现在",
  "the time of signing has an offset and is not in the future",
);

export const badSigner = (policy: Policy, { by, rules }: Signoff): FieldFault => {
  const who = listed(people(policy, by));
  const ids = by.join(", ");
  return {
    path: "/by",
    code: "invalid",
    rule: rules[0],
    says: say(`签字人须为${who["zh-CN"]}（${ids}）`, `signed by: ${who.en} (${ids})`),
  };
};

export const nothingToSign = ({ title }: Signoff): Text =>
  say(`本案不需要：${title["zh-CN"]}`, `this case does not ask for it: ${title.en}`);

export const tooEarly = (policy: Policy, { title, after = "received" }: Signoff): Text => {
  const event = eventTitle(policy, after);
  return say(
    `${title["zh-CN"]}：须在“${event["zh-CN"]}”之后签字`,
    `${title.en}: it is signed only after "${event.en}"`,
  );
};

/** What a step still waits for: whose signature, and of what. */
export const waitsFor = (policy: Policy, { signoff, missing, objection }: SignoffReading): Text => {
  const who = listed(people(policy, missing));
  const any = signoff.needs === "any" && missing.length > 1;
  const against = objection === undefined ? say("", "") : say("；对方已提出异议", "; it was objected to");
  return say(
    `尚缺签字确认：${signoff.title["zh-CN"]}（须由${who["zh-CN"]}${any ? "之一" : ""}）${against["zh-CN"]}`,
    `not signed yet: ${signoff.title.en} (by ${any ? "any of: " : ""}${who.en})${against.en}`,
  );
};
