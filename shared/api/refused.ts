import { PLAIN, type PlainCode } from "../case/codes.ts";
import type { Refusal } from "../case/fault.ts";
import { say, type Text } from "../kernel/text.ts";
import { listed } from "../policy/wording.ts";
import type { ImportRefusal } from "../record/import.ts";

/** Every expected no that the HTTP interface can answer with. */
export type Refused =
  | Refusal
  | ImportRefusal
  | { readonly code: "no-such-case" }
  | { readonly code: "no-such-campaign" }
  | { readonly code: "figures-later" }
  | { readonly code: "no-such-opinion" }
  | { readonly code: "no-such-visit" }
  | { readonly code: "no-such-object" }
  | { readonly code: "no-such-inspection" }
  | { readonly code: "overtaken"; readonly version: number }
  | { readonly code: "case-closed" };

/** One row a refusal whose sentence is below; forgetting one does not compile. */
const status = {
  "unknown-step": 404,
  "unknown-clock": 404,
  "unknown-extension": 404,
  "not-your-role": 403,
  "not-for-this-case": 409,
  "wrong-state": 409,
  "evidence-incomplete": 409,
  "bad-fields": 400,
  "bad-rows": 400,
  "not-excusable": 404,
  "unknown-exception": 404,
  "exception-pending": 409,
  "too-late": 409,
  "promise-passed": 409,
  "clock-not-running": 409,
  "extension-pending": 409,
  "already-decided": 409,
  "no-such-org": 404,
  "no-policy-in-force": 409,
  "no-such-policy": 404,
  "policy-has-no-intake": 409,
  "key-reused": 422,
  "no-such-case": 404,
  "no-such-campaign": 404,
  "figures-later": 409,
  "no-such-opinion": 404,
  "no-such-visit": 404,
  "no-such-object": 404,
  "no-such-inspection": 404,
  overtaken: 412,
  "case-closed": 409,
} as const satisfies Record<Exclude<Refused["code"], PlainCode>, number>;

/** The HTTP status of every refusal. */
export const statusOf = {
  ...status,
  ...(Object.fromEntries(Object.entries(PLAIN).map(([code, row]) => [code, row.status])) as Record<PlainCode, number>), // the same keys
} satisfies Record<Refused["code"], number>;

/** The sentence of a refusal; the clause that says no stands beside it as a rule id. */
export const sayRefused = (refusal: Refused): Text => {
  if ("says" in refusal) return refusal.says;
  switch (refusal.code) {
    case "unknown-step":
      return say(
        `制度没有此步骤；有：${refusal.known.join("、")}`,
        `the regulation has no such step; it has: ${refusal.known.join(", ")}`,
      );
    case "unknown-clock":
      return say(
        `此期限不可延期；可延期的有：${refusal.known.join("、")}`,
        `this clock cannot be extended; those that can: ${refusal.known.join(", ")}`,
      );
    case "unknown-extension":
      return say("没有此延期申请", "there is no such extension request");
    case "not-your-role": {
      const roles = listed(refusal.needs);
      return say(`须由${roles["zh-CN"]}办理`, `this is for: ${roles.en}`);
    }
    case "not-for-this-case":
      return say(`此步骤仅适用于${refusal.only["zh-CN"]}`, `this step is only for: ${refusal.only.en}`);
    case "wrong-state": {
      const needs = listed(refusal.needs);
      return say(
        `案件现为“${refusal.state["zh-CN"]}”；此步骤须在：${needs["zh-CN"]}`,
        `the case is "${refusal.state.en}"; this step is open from: ${needs.en}`,
      );
    }
    case "evidence-incomplete": {
      const zh = refusal.needs.map(({ damage, have, need }) => `第${damage}处 ${have}/${need}`).join("、");
      const en = refusal.needs.map(({ damage, have, need }) => `item ${damage}: ${have} of ${need}`).join(", ");
      return say(`证据不齐：${zh}`, `evidence is incomplete: ${en}`);
    }
    case "bad-fields":
      return say("填写内容有误，见各项说明", "some fields are wrong; each says why");
    case "bad-rows":
      return say(
        `文件有${refusal.faults.length}处错误，未导入任何内容`,
        `${refusal.faults.length} things are wrong with the file; nothing of it was taken over`,
      );
    case "not-excusable":
      return say(
        `此期限没有例外；有例外的有：${refusal.known.join("、")}`,
        `nothing excuses this clock; those that can be excused: ${refusal.known.join(", ")}`,
      );
    case "unknown-exception":
      return say("没有此例外记录", "there is no such exception");
    case "exception-pending":
      return say("此期限已有待批的例外", "an exception to this clock is waiting for its decision");
    case "too-late":
      return say("期限已到，例外须在到期前记录", "the due has passed; an exception is recorded before it");
    case "promise-passed":
      return say("新的承诺时间已过，不能批准", "the new promise has passed and cannot be approved");
    case "clock-not-running":
      return say("此期限未在计时", "this clock is not running");
    case "extension-pending":
      return say("此期限已有待批的延期申请", "an extension of this clock is waiting for its decision");
    case "already-decided":
      return say("此申请已有决定", "this has been decided already");
    case "no-such-org":
      return say("没有此单位", "there is no such organisation");
    case "no-policy-in-force":
      return say("该单位尚无生效的制度", "no regulation of this organisation is in force yet");
    case "no-such-policy":
      return say("该单位不使用此制度", "this organisation does not use this regulation");
    case "policy-has-no-intake":
      return say("此制度不受理投诉", "this regulation takes no complaints");
    case "key-reused":
      return say("同一 Idempotency-Key 已用于不同的内容", "this Idempotency-Key was used with another body");
    case "no-such-campaign":
      return say("没有此项调查", "there is no such campaign");
    case "figures-later":
      return say("受访者过多，调查结束后才统计", "so many were asked that they are counted once the survey has closed");
    case "no-such-opinion":
      return say("没有此条意见", "there is no such opinion");
    case "no-such-visit":
      return say("没有此次回访", "there is no such visit");
    case "no-such-inspection":
      return say("没有此检查记录", "there is no such inspection");
    case "no-such-object":
      return say("没有此回访对象", "there is nothing of that number to be visited");
    case "no-such-case":
      return say("没有此案件", "there is no such case");
    case "overtaken":
      return say(
        `内容已被他人更新，现为第${refusal.version}版`,
        `somebody else has changed it; it is at version ${refusal.version} now`,
      );
    case "case-closed":
      return say("案件已结束", "the case is closed");
  }
};

/** What the sentence of a refusal leaves open: which regulations there are instead (AS-129). */
export const detailOf = (refusal: Refused): Text | undefined => {
  if (!("policies" in refusal)) return undefined;
  const named = listed(
    refusal.policies.map(({ id, title }) => say(`《${title["zh-CN"]}》（${id}）`, `${title.en} (${id})`)),
  );
  const none = refusal.policies.length === 0;
  if (refusal.code === "no-such-policy") {
    return none
      ? say("该单位尚无生效的制度", "no regulation of this organisation is in force yet")
      : say(`该单位使用的制度：${named["zh-CN"]}`, `it uses: ${named.en}`);
  }
  return none
    ? say("该单位没有受理投诉的制度", "no regulation of this organisation takes any")
    : say(`受理投诉的制度：${named["zh-CN"]}`, `these do: ${named.en}`);
};
