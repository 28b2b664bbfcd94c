import { say } from "../kernel/text.ts";

/** What letters to staff about a survey say. */
export const SURVEY_WORDS = {
  analysis: {
    subject: {
      "zh-CN": (title: string, day: string, rate: string) => `调查分析：${title}，${day}截止，回收率${rate}`,
      en: (title: string, day: string, rate: string) => `Analysis: ${title}, closed ${day}, response rate ${rate}`,
    },
    heading: { "zh-CN": (title: string) => `${title}：分析`, en: (title: string) => `${title}: the analysis` },
    says: say(
      "调查已截止并统计。请据此评审并确定改进措施。",
      "The survey is closed and counted. Please review it and decide what to improve.",
    ),
    brackets: say("方括号内为95%置信区间。", "In brackets: 95 % confidence."),
    insufficient: say(
      "回收率未达到制度要求（INSUFFICIENT_RESPONSE）：以下结果仅供参考，不作表扬依据。",
      "Fewer answered than the regulation asks for (INSUFFICIENT_RESPONSE): the figures say little, and nobody is commended by them.",
    ),
    workOut: say("制度要求分析：", "What the regulation wants worked out:"),
  },
  row: {
    rate: say("回收率", "Response rate"),
    asked: say("已邀请", "Invited"),
    bounced: say("邮件退回", "Came back"),
    suppressed: say("地址停用", "Suppressed"),
    unsubscribed: say("已退订", "Unsubscribed"),
    notSent: say("未发出", "Not sent"),
    noAddress: say("无邮箱", "No e-mail address"),
    silent: say("逾期未答", "Expired without an answer"),
    comments: say("书面意见", "Comments"),
  },
  target: {
    "zh-CN": (met: boolean) => (met ? "达标" : "未达标"),
    en: (met: boolean) => (met ? "target met" : "target missed"),
  },
  satisfied: {
    "zh-CN": (share: string, n: string) => `满意率${share}（${n}）`,
    en: (share: string, n: string) => `${share} satisfied (${n})`,
  },
  mean: { "zh-CN": (mean: string) => `平均${mean}`, en: (mean: string) => `mean ${mean}` },
  nobody: say("无人回答", "nobody answered"),
  open: say("打开调查", "Open the survey"),
  commendation: {
    subject: {
      "zh-CN": (title: string, day: string) => `通报表扬：${title}，${day}截止`,
      en: (title: string, day: string) => `Commendation: ${title}, closed ${day}`,
    },
    says: {
      "zh-CN": (title: string, from: string) =>
        `在“${title}”中，以下方面的平均分达到${from}分以上。请通报表扬有关部门或人员。`,
      en: (title: string, from: string) =>
        `In “${title}” these were answered with a mean of ${from} or more. Please commend the departments or persons concerned.`,
    },
    aspect: {
      "zh-CN": (what: string, mean: string, answers: number) => `${what}：平均${mean}分，${answers}份回答`,
      en: (what: string, mean: string, answers: number) =>
        `${what}: mean ${mean} of ${answers} ${answers === 1 ? "answer" : "answers"}`,
    },
    of: {
      "zh-CN": (department: string, what: string) => `${department}（${what}）`,
      en: (department: string, what: string) => `${department} (${what})`,
    },
    draft: say("通报稿", "Draft of the notice"),
    notice: {
      "zh-CN": (praised: string) => `客户在满意度调查中对以下方面给予高度评价：${praised}。特此通报表扬。`,
      en: (praised: string) =>
        `In our survey customers were very satisfied with: ${praised}. We commend everybody who had a part in it.`,
    },
  },
} as const;
