import * as z from "zod";
import { say, type Text } from "../kernel/text.ts";

/** By which way a matter reached the company; `web` is the customer's own form. */
export const IntakeChannel = z.enum(["web", "phone", "visit", "letter", "fax", "mail", "authority"]);
export type IntakeChannel = z.infer<typeof IntakeChannel>;

/** The same, and what customers said in a survey: nobody chooses that way, an opinion that is collated comes by it. */
export const CaseChannel = z.enum([...IntakeChannel.options, "survey"]);
export type CaseChannel = z.infer<typeof CaseChannel>;

const TITLES: Readonly<Record<CaseChannel, Text>> = {
  web: say("网上表单", "Web form"),
  phone: say("电话", "Telephone"),
  visit: say("来访", "Visit"),
  letter: say("来函", "Letter"),
  fax: say("传真", "Fax"),
  mail: say("电子邮件", "E-mail"),
  authority: say("主管部门转办", "Passed on by an authority"),
  survey: say("满意度调查", "Survey"),
};

export const channelTitle = (channel: CaseChannel): Text => TITLES[channel];
