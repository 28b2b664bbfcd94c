import type { Locale } from "../kernel/text.ts";

const zhCN = {
  lead: (until: string) => `只需几分钟，可以分几次填写，以最后一次为准。截止：${until}。`,
  comment: "意见和建议",
  send: "提交",
  change: "更新回答",
  parts: "没填完也可以提交，之后用同一链接接着填。",
  thanks: "谢谢！您的回答已保存。",
  savedPart: "已保存。还有未选的项目，可以现在或以后接着填。",
  ended: "本次调查已结束，不能再填写。",
  counted: "您之前的回答已计入结果。",
  stop: "不再接收此类邮件",
  stopAsk: (org: string) => `${org}将不再向此邮箱发送调查邮件。您投诉或报修时的通知不受影响。`,
  stopDo: "不再发送",
  stopped: (org: string) => `好的，${org}不会再向此邮箱发送调查邮件。`,
};

const en: typeof zhCN = {
  lead: (until) => `It takes a few minutes and can be done in parts; the last answer counts. Until ${until}.`,
  comment: "Anything you would like to tell us",
  send: "Send",
  change: "Change my answer",
  parts: "You may send it unfinished and go on later with the same link.",
  thanks: "Thank you. Your answer is saved.",
  savedPart: "Saved. Some questions are still open; answer them now or later.",
  ended: "This survey has ended and takes no more answers.",
  counted: "What you answered before is counted.",
  stop: "No more surveys",
  stopAsk: (org) => `${org} will send no more surveys to this address. Letters about a complaint of yours still come.`,
  stopDo: "Send no more",
  stopped: (org) => `${org} will send no more surveys to this address.`,
};

/** What the questionnaire and its way out say. */
export const surveyWords: Readonly<Record<Locale, typeof zhCN>> = { "zh-CN": zhCN, en };
