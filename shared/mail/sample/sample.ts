import { CivilDate, yearOf } from "../../calendar/civil-date.ts";
import { caseOf } from "../../case/case.ts";
import { readClocks } from "../../case/clocks.ts";
import { copiesOf } from "../../case/copies/copies.ts";
import { evidenceOf } from "../../case/evidence.ts";
import { HOUR, plusMs } from "../../kernel/instant.ts";
import { say, type Text } from "../../kernel/text.ts";
import { visitSchedules } from "../../obligation/slots.ts";
import type { Policy } from "../../policy/policy.ts";
import { MAIL_TEMPLATES, type MailTemplate, STAFF_ONLY } from "../../policy/workflow.ts";
import { calendarMissing } from "../calendar-missing.ts";
import { turnedAway } from "../incoming/turned-away.ts";
import { invitationLetter } from "../invitation.ts";
import type { House } from "../look/look.ts";
import { letter } from "../mail.ts";
import { visitReminder } from "../visit.ts";
import type { Letter } from "../written.ts";
import { countedLetter } from "./counted.ts";
import { sampleDigest } from "./digest.ts";
import { SAMPLE_PEOPLE, type Stage, sampleStory } from "./story.ts";

/** Letters that no case writes. */
const OTHERS = [
  "invitation",
  "invitation-reminder",
  "analysis",
  "commendation",
  "visit",
  "turned-away",
  "calendar-missing",
  "digest",
] as const;
type Other = (typeof OTHERS)[number];

/** Every kind of letter that there is. */
export const LETTER_KINDS = [...MAIL_TEMPLATES, ...OTHERS] as const;
export type LetterKind = MailTemplate | Other;

/** What each is called where one chooses among them. */
export const LETTER_TITLES: Readonly<Record<LetterKind, Text>> = {
  acknowledgement: say("受理回执", "Receipt"),
  "evidence-missing": say("补充照片", "Photos missing"),
  "photo-refused": say("照片未采用", "Photo refused"),
  reminder: say("期限提醒", "Reminder of a date"),
  breach: say("超期通知", "Overdue"),
  "extension-request": say("延期待审批", "Extension to decide"),
  "extension-decision": say("延期审批结果", "Extension decided"),
  "exception-request": say("例外待审批", "Exception to decide"),
  "exception-decision": say("例外审批结果", "Exception decided"),
  "plan-reply": say("答复处理方案", "Handling plan"),
  progress: say("进展", "Progress"),
  closed: say("结案", "Closed"),
  action: say("纠正措施", "Corrective action"),
  undelivered: say("邮件未送达", "Mail not delivered"),
  copy: say("表单分送", "Copy of a form"),
  "customer-mail": say("客户来信", "Mail from the customer"),
  invitation: say("满意度调查邀请", "Survey invitation"),
  "invitation-reminder": say("满意度调查提醒", "Survey reminder"),
  analysis: say("满意度调查分析", "Survey analysis"),
  commendation: say("表扬建议", "Commendation"),
  visit: say("回访提醒", "Visit to make"),
  "turned-away": say("来信未能受理", "Mail that is not taken in"),
  "calendar-missing": say("缺少节假日历", "Holiday calendar missing"),
  digest: say("定期汇总", "Digest"),
};

const otherKinds = (policy: Policy): readonly Other[] => [
  ...(policy.surveys.length > 0 ? (["invitation", "invitation-reminder"] as const) : []),
  ...(policy.surveys.length > 0 ? (["analysis"] as const) : []),
  ...(policy.surveys.some(({ commendation }) => commendation !== undefined) ? (["commendation"] as const) : []),
  ...(visitSchedules(policy).length > 0 ? (["visit"] as const) : []),
  ...(policy.digests.length > 0 ? (["digest"] as const) : []),
  ...(policy.intake === undefined ? [] : (["turned-away", "calendar-missing"] as const)),
];

/** What a regulation's company may send: what its notifications name, and what the engine sends of its own accord. */
export const kindsOf = (policy: Policy): readonly LetterKind[] => {
  const named = new Set<string>(policy.notifications.map(({ template }) => template));
  const cases = policy.intake !== undefined;
  const own: Readonly<Partial<Record<MailTemplate, boolean>>> = {
    action: cases && policy.corrective.length > 0,
    undelivered: cases,
    "customer-mail": cases,
    copy: cases && policy.forms.some(({ copies }) => copies.length > 0),
  };
  return [
    ...MAIL_TEMPLATES.filter((template) => cases && (named.has(template) || own[template])),
    ...otherKinds(policy),
  ];
};

/** Whom such a letter goes to in this regulation: to whoever filed where it does, or else to staff. */
const audienceOf = (policy: Policy, template: MailTemplate): "reporter" | "staff" => {
  const toReporter = policy.notifications.some((one) => one.template === template && one.to.includes("reporter"));
  return toReporter && !STAFF_ONLY.has(template) ? "reporter" : "staff";
};

/** Where a sample's links lead: nowhere, on a host that is kept for examples. */
const NOWHERE = "https://example.com/";

const caseLetter = (stage: Stage, org: House, template: MailTemplate): Letter => {
  const { rulebook, locale } = stage;
  const { policy } = rulebook;
  const timeline = sampleStory(stage, template);
  const current = caseOf(policy, timeline);
  const about = timeline.at(-1) ?? timeline[0];
  const audience = audienceOf(policy, template);
  const form = policy.forms.find(({ copies }) => copies.length > 0);
  const to = { "zh-CN": SAMPLE_PEOPLE.colleague["zh-CN"], en: SAMPLE_PEOPLE.colleague.en };
  return letter(template, {
    locale,
    org,
    policy,
    case: current,
    clocks: readClocks(rulebook, current, about.at),
    evidence: evidenceOf(policy, current),
    about,
    audience,
    copy: form && (copiesOf(current, form)[0] ?? { form, n: 1, to, of: about.at }),
    ...(audience === "reporter" ? { trackingPage: NOWHERE } : { consolePage: NOWHERE }),
  });
};

const surveyLetter = ({ rulebook: { policy }, now, locale }: Stage, org: House, nth: number): Letter => {
  const title = policy.surveys[0]?.title ?? LETTER_TITLES.invitation;
  const closes = plusMs(now, 14 * 24 * HOUR);
  const name = SAMPLE_PEOPLE.customer[locale];
  return invitationLetter({
    locale,
    org,
    policy,
    survey: { title },
    closes,
    name,
    nth,
    answerPage: NOWHERE,
    stopPage: NOWHERE,
  });
};

const visitLetter = ({ rulebook: { policy }, now, locale }: Stage, org: House): Letter => {
  const [schedule] = visitSchedules(policy);
  const title = schedule?.title ?? LETTER_TITLES.visit;
  const contact = { name: SAMPLE_PEOPLE.customer[locale], phone: SAMPLE_PEOPLE.phone };
  const object = { title: say("示例对象", "Example object")[locale], contact };
  return visitReminder({ locale, org, policy, schedule: { title }, object, due: now, page: NOWHERE });
};

/** A letter of a kind as a company would send it, of an invented case. Nothing of it is stored or sent. */
export const sampleLetter = (stage: Stage, org: House, kind: LetterKind): Letter => {
  switch (kind) {
    case "invitation":
      return surveyLetter(stage, org, 0);
    case "invitation-reminder":
      return surveyLetter(stage, org, 1);
    case "analysis":
    case "commendation":
      return countedLetter(stage, org, kind);
    case "visit":
      return visitLetter(stage, org);
    case "digest":
      return sampleDigest(stage, org);
    case "turned-away":
      return turnedAway({ org, subject: "", formPage: NOWHERE, locale: stage.locale });
    case "calendar-missing": {
      const { policy } = stage.rulebook;
      const missing = [
        { holidays: policy.calendar.holidays, year: yearOf(CivilDate.parse(stage.now.slice(0, 10))) + 1 },
      ];
      return calendarMissing({ locale: stage.locale, org, missing });
    }
    default:
      return caseLetter(stage, org, kind);
  }
};
