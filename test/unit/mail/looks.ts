import { Instant } from "../../../shared/kernel/instant.ts";
import type { Locale } from "../../../shared/kernel/text.ts";
import { analysisLetter } from "../../../shared/mail/analysis.ts";
import { calendarMissing } from "../../../shared/mail/calendar-missing.ts";
import { commendationLetter } from "../../../shared/mail/commendation.ts";
import { turnedAway } from "../../../shared/mail/incoming/turned-away.ts";
import { invitationLetter } from "../../../shared/mail/invitation.ts";
import type { Look } from "../../../shared/mail/look/look.ts";
import { letter } from "../../../shared/mail/mail.ts";
import { visitReminder } from "../../../shared/mail/visit.ts";
import type { Letter } from "../../../shared/mail/written.ts";
import { MAIL_TEMPLATES } from "../../../shared/policy/workflow.ts";
import { figuresOf } from "../../../shared/survey/figures.ts";
import { questionsOf } from "../../../shared/survey/survey.ts";
import { count, emptyTally } from "../../../shared/survey/tally.ts";
import { counted, owners } from "../../fixtures/surveys.ts";
import * as S from "./sample.ts";
import { STORIES } from "./stories.ts";

/** The look of an invented company. */
export const LOOK: Look = {
  name: { "zh-CN": "永安门业客服", en: "Yongan Doors Service" },
  accent: "#7a1f1f",
  onAccent: "#ffffff",
  signature: {
    "zh-CN": "永安门业售后服务部\n[400-555-0100](tel:4005550100) · [网站](https://yongan-doors.example/service)",
    en: "Yongan Doors, after-sales\n[400-555-0100](tel:4005550100) · [Our site](https://yongan-doors.example/service)",
  },
  footer: {
    "zh-CN": "来信请寄：[service@yongan-doors.example](mailto:service@yongan-doors.example)",
    en: "Write to us: [service@yongan-doors.example](mailto:service@yongan-doors.example)",
  },
};

type Asked = { readonly locale: Locale; readonly look?: Look | undefined; readonly text?: string };

const zoned = (text: string) => Instant.parse(text);

/** Every letter that there is, by name. Whoever adds one adds it here. */
export const letters = ({ locale, look, text = "林小满" }: Asked): readonly (readonly [string, Letter])[] => {
  const org = { ...S.org, look };
  const own = MAIL_TEMPLATES.map((template) => {
    const [timeline, audience] = STORIES[template];
    return [template, letter(template, { ...S.dataOf(timeline, audience, locale), org })] as const;
  });
  const invited = {
    locale,
    org,
    policy: S.policy,
    survey: { title: { "zh-CN": "满意度调查", en: "Satisfaction survey" } },
    closes: zoned("2026-11-20T16:00:00Z"),
    name: text,
    answerPage: "https://example.com/yongan/survey/1",
    stopPage: "https://example.com/yongan/survey/1/stop",
  };
  const asked = owners;
  const of = { groups: { department: text } };
  const all = [counted({ overall: 5 }, of), counted({ overall: 4 }, of), counted(undefined, of), counted(undefined)];
  const tally = emptyTally(asked.survey);
  for (const one of all) count(asked.survey, tally, one);
  const found = {
    ...{ locale, org, policy: asked.policy, survey: asked.survey, title: text, closesOn: "2026-11-20", tally },
    figures: figuresOf(asked.policy, asked.survey, tally),
    questions: new Map(questionsOf(asked.survey).map((one) => [one.id, one.title])),
    page: "https://example.com/console/#/yongan/surveys?id=1",
  };
  return [
    ...own,
    ["analysis", analysisLetter(found)],
    ["commendation", commendationLetter(found)],
    ["invitation", invitationLetter({ ...invited, nth: 0 })],
    ["invitation again", invitationLetter({ ...invited, nth: 1 })],
    [
      "visit",
      visitReminder({
        locale,
        org,
        policy: S.policy,
        schedule: { title: { "zh-CN": "季度回访", en: "Quarterly visit" } },
        object: { title: text, contact: { name: text, phone: "021-5550 0101", address: text } },
        due: zoned("2026-12-31T16:00:00Z"),
        page: "https://example.com/console/",
      }),
    ],
    ["calendar missing", calendarMissing({ locale, org, missing: [{ holidays: "CN", year: 2027 }] })],
    ["turned away", turnedAway({ org, subject: text, formPage: "https://example.com/yongan/complaint", locale })],
  ];
};
