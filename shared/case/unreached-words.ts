import { say, type Text } from "../kernel/text.ts";
import type { Unreached } from "./undelivered.ts";

/** How a mail failed to reach somebody, as staff read it on the timeline and in a letter. */
export const UNREACHED: Readonly<Record<Unreached, Text>> = {
  bounced: say(
    "该邮箱不存在或拒收，已停止向其发送邮件",
    "The mailbox does not exist or takes no mail; nothing more is sent to it",
  ),
  returned: say(
    "对方邮件系统暂时不收，多次尝试后退回",
    "The recipient's mail system did not take it for now, after several tries",
  ),
  complained: say(
    "收件人将邮件标为垃圾邮件，已停止向其发送邮件",
    "The recipient marked it as unwanted; nothing more is sent to them",
  ),
  rejected: say("邮件服务未予转发", "The mail service did not pass it on"),
  refused: say("邮件服务未接收", "The mail service did not take it"),
  suppressed: say(
    "此前的邮件被退回或投诉，不再向该地址发送",
    "Earlier mail came back or was complained about, so nothing is sent to this address",
  ),
};
