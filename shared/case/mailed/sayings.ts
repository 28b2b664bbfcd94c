import { say, type Text } from "../../kernel/text.ts";
import type { MailedFile } from "./mailed.ts";

const WHY: Readonly<Record<Extract<MailedFile, { is: "refused" }>["why"], Text>> = {
  empty: say("文件是空的", "the file is empty"),
  "too-large": say("文件超过20 MB", "the file is over 20 MB"),
  "too-many": say("附件过多", "the mail carries too many files"),
  dangerous: say("可执行文件不予保存", "a program is not kept"),
  decoration: say("信中的小图标", "a small picture of the mail's own layout"),
  spam: say("来信被判为垃圾邮件", "the mail service takes the mail for spam"),
  "not-scanned": say("未能查毒", "it could not be looked through for viruses"),
};

const UNPLACED = say(
  "作为整案照片处理：来信未说明是哪一处损坏，不计入任何一处，请向客户核实并请其在进度页按处上传",
  "taken as a photo of the case as a whole: the mail does not say which damage it shows, and it counts for none; ask the customer to add it at its damage on the tracking page",
);

/** What became of a file, in a sentence. */
export const sayFile = (file: MailedFile): Text => {
  if (file.is === "refused") return say(`未收：${WHY[file.why]["zh-CN"]}`, `refused: ${WHY[file.why].en}`);
  if (file.is === "paper") return say("已存为文件", "kept as a paper");
  return file.unplaced === true ? UNPLACED : say("作为照片处理", "taken as a photo");
};
