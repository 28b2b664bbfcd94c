import * as z from "zod";
import { say, type Text } from "../kernel/text.ts";

/** By which way a matter reached the company; `web` is the customer's own form. */
export const IntakeChannel = z.enum(["web", "phone", "visit", "letter", "fax", "mail", "authority"]);
export type IntakeChannel = z.infer<typeof IntakeChannel>;

const TITLES: Readonly<Record<IntakeChannel, Text>> = {
  web: say("网上表单", "Web form"),
  phone: say("电话", "Telephone"),
  visit: say("来访", "Visit"),
  letter: say("来函", "Letter"),
  fax: say("传真", "Fax"),
  mail: say("电子邮件", "E-mail"),
  authority: say("主管部门转办", "Passed on by an authority"),
};

export const channelTitle = (channel: IntakeChannel): Text => TITLES[channel];
