import { refusedPart } from "../../case/claim/sum.ts";
import { say } from "../../kernel/text.ts";
import { people } from "../../policy/explain-words.ts";
import { listed } from "../../policy/wording.ts";
import type { Line } from "./line.ts";

/** Papers are the house's own matter; the customer reads where the claim stands. */
export const claimPaper: Line<"claimPaper"> = ({ document: id, copy, signedBy, grade }, { policy, reader, locale }) => {
  if (reader === "customer") return undefined;
  const document = policy.claims?.documents.find((one) => one.id === id);
  const zh = locale === "zh-CN";
  const named = document?.title[locale] ?? id;
  return {
    what: say("收到索赔文件", "Document of the claim came in"),
    detail: [
      (document?.copies ?? 1) === 1 ? named : `${named} ${zh ? `第${copy}份` : `copy ${copy}`}`,
      ...(signedBy.length === 0 ? [] : [`${zh ? "签字：" : "signed by "}${listed(people(policy, signedBy))[locale]}`]),
      ...(grade === undefined ? [] : [zh ? `医院等级${grade}级` : `hospital of grade ${grade}`]),
    ],
  };
};

/** What a head pays, and what of it is refused; the customer reads the sum with the step that assesses. */
export const claimAssessed: Line<"claimAssessed"> = (event, { policy, reader, locale }) => {
  if (reader === "customer") return undefined;
  const head = policy.claims?.compensation.find(({ id }) => id === event.of);
  const zh = locale === "zh-CN";
  const refused = refusedPart(event);
  return {
    what: say("已核定赔偿项目", "Compensation worked out"),
    detail: [
      `${head?.title[locale] ?? event.of}${zh ? "：" : ": "}${event.pays}`,
      ...(refused === undefined
        ? []
        : [`${zh ? "不予赔偿" : "not paid"} ${refused} (${head?.rules.join(", ") ?? ""})`]),
    ],
  };
};

export const returnDecided: Line<"returnDecided"> = ({ quantity, remark }, { reader, locale }) =>
  reader === "customer"
    ? undefined
    : {
        what: say("已决定超量退货", "Decided on what came beyond the tolerance"),
        detail: [locale === "zh-CN" ? `入帐${quantity}` : `${quantity} are booked`, remark],
      };
