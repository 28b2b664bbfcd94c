import type { RouteId } from "../../shared/api/api.ts";

/** A survey of the fourth quarter (OSS-08). */
const ownerSurvey = {
  survey: "owner-satisfaction",
  title: "2026 年业主满意度调查",
  audience: { is: "customers", where: {} },
  sendOn: "2026-10-12",
  remindOn: ["2026-10-26", "2026-11-09"],
  closesOn: "2026-11-20",
} as const;

/** Bodies for the routes of campaigns and of what they find. */
export const surveyBodies = {
  planCampaign: { "all owners, in the fourth quarter": ownerSurvey },
  replanCampaign: { "a later reminder": { ...ownerSurvey, remindOn: ["2026-10-30"] } },
  returnCampaign: { "another day": { reason: "国庆假期后再发出。" } },
  pauseCampaign: { "an error in the text": { reason: "邮件称呼有误，先暂停。" } },
  cancelCampaign: { "given up": { reason: "与年度审核合并进行。" } },
  collate: {
    "two opinions for one department": {
      opinions: [`invitation_${"0".repeat(25)}1`, `invitation_${"0".repeat(25)}2`],
      department: "工程部",
    },
  },
  reportCampaign: { "to the management review": { to: "管理评审" } },
} as const satisfies Readonly<Partial<Record<RouteId, Readonly<Record<string, unknown>>>>>;
