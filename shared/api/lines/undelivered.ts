import { UNREACHED } from "../../case/unreached-words.ts";
import { say } from "../../kernel/text.ts";
import type { Line } from "./line.ts";

/** For the staff alone: the customer has not got it, and is told nothing of it on a page either. */
export const mailUndelivered: Line<"mailUndelivered"> = ({ to, how, why }, { reader, locale }) => {
  if (reader === "customer") return undefined;
  const what =
    to === "reporter"
      ? say("客户未收到邮件", "The customer did not get a mail")
      : say("副本持有人未收到邮件", "Who holds a copy did not get a mail");
  return { what, detail: [UNREACHED[how][locale], why] };
};
