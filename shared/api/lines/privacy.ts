import { say } from "../../kernel/text.ts";
import { type Line, labelIn } from "./line.ts";

export const held: Line<"held"> = ({ reason }, { reader }) =>
  reader === "customer" ? undefined : { what: say("法定保全", "Legal hold"), detail: [reason] };

export const holdReleased: Line<"holdReleased"> = ({ reason }, { reader }) =>
  reader === "customer" ? undefined : { what: say("解除法定保全", "Legal hold released"), detail: [reason] };

/** To staff alone: an authority may demand that nobody is told. */
export const disclosed: Line<"disclosed"> = ({ authority, legalBasis, document, fields }, telling) => {
  if (telling.reader === "customer") return undefined;
  const labels = fields.map((name) => labelIn(telling, name));
  const list = labels.join(telling.locale === "zh-CN" ? "、" : ", ");
  return { what: say("依法提供信息", "Disclosed to an authority"), detail: [authority, legalBasis, document, list] };
};

export const erasureOrdered: Line<"erasureOrdered"> = ({ why, reason }, { reader }) => {
  if (reader === "customer") return undefined;
  const what =
    why === "asked"
      ? say("决定删除个人信息", "Erasure of personal data ordered")
      : say("保存期限届满，删除个人信息", "Kept long enough: personal data goes");
  return { what, detail: reason === "" ? [] : [reason] };
};

export const erased: Line<"erased"> = ({ photos }, { locale }) => ({
  what: say("个人信息已删除", "Personal data erased"),
  detail:
    photos === 0 ? [] : [locale === "zh-CN" ? `照片${photos}张` : `${photos} ${photos === 1 ? "photo" : "photos"}`],
});
