import { sayFile } from "../../case/mailed/sayings.ts";
import { say } from "../../kernel/text.ts";
import type { Line } from "./line.ts";

/**
 * Staff read who wrote what, the repeated part folded away into the mail's own view; the customer sees that a mail of
 * their own arrived, and of others' nothing.
 */
export const mailReceived: Line<"mailReceived"> = ({ by, from, subject, text, spam, files }, { reader, locale }) => {
  const own = by.kind === "reporter";
  if (reader === "customer")
    return own
      ? { what: say("已收到您的来信", "Your mail has arrived"), detail: [subject].filter(Boolean) }
      : undefined;
  const who = from.name === "" ? from.address : `${from.name} <${from.address}>`;
  const doubt = spam ? [say("疑为垃圾邮件", "Taken for spam by the mail service")[locale]] : [];
  const kept = files.map((file) => `${file.name}${locale === "zh-CN" ? "：" : ": "}${sayFile(file)[locale]}`);
  return {
    what: own ? say("客户来信", "Mail from the customer") : say("他人来信", "Mail from somebody else"),
    detail: [...doubt, who, subject, text, ...kept].filter(Boolean),
  };
};
