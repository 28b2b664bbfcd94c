import type { Inspection } from "../inspection/inspection.ts";
import type { Asking } from "../inspection/owed.ts";
import { type Locale, say, type Text } from "../kernel/text.ts";
import type { Policy } from "../policy/policy.ts";
import type { Block } from "./block.ts";
import { sayMoment } from "./date.ts";
import type { House } from "./look/look.ts";
import { oneLine } from "./plain.ts";
import { sentencesIn } from "./sentences.ts";
import { type Letter, written } from "./written.ts";

/** What a letter about an inspection is written from. */
export type InspectionLetterData = {
  readonly locale: Locale;
  readonly org: House;
  readonly policy: Policy;
  readonly schedule: { readonly title: Text };
  readonly current: Inspection;
  readonly asking: Pick<Asking, "asks" | "lines" | "due">;
  readonly page: string;
};

const ASKS: Readonly<Record<Asking["asks"], { readonly subject: Text; readonly says: Text; readonly open: Text }>> = {
  sign: {
    subject: say("请签字确认检查结果", "Please sign for what was found"),
    says: say(
      "检查发现以下不合格项，请责任部门负责人签字确认并指定整改人：",
      "An inspection found this. As head of the responsible department, please sign and name who puts it right:",
    ),
    open: say("签字", "Sign"),
  },
  rectify: {
    subject: say("请整改", "Please put right"),
    says: say(
      "请对以下不合格项进行整改，并登记整改措施和照片：",
      "Please put this right, and write down what was done, with photos:",
    ),
    open: say("登记整改", "Write it down"),
  },
  verify: {
    subject: say("请验证整改", "Please verify"),
    says: say("以下不合格项已登记整改，请验证：", "This is said to be put right. Please verify it:"),
    open: say("登记验证", "Verify"),
  },
  approve: {
    subject: say("请审批", "Please approve, or not"),
    says: say("以下项目超出限值，须经批准：", "This lies outside of its limit and needs your approval:"),
    open: say("审批", "Decide"),
  },
  remind: {
    subject: say("不合格项即将到期", "A finding is due soon"),
    says: say("以下不合格项即将到期：", "This is due soon:"),
    open: say("查看", "Open it"),
  },
  overdue: {
    subject: say("不合格项已逾期", "A finding is overdue"),
    says: say("以下不合格项已逾期，请立即办理：", "This is overdue. Please see to it at once:"),
    open: say("查看", "Open it"),
  },
};

const WORDS = {
  subject: say("检查对象", "Inspected"),
  department: say("责任部门", "Department"),
  at: say("检查时间", "Time"),
  line: say("项目", "Item"),
  due: say("期限", "Due"),
} as const;

/** Asks somebody to act on what an inspection found: to sign, put right, verify or approve, or says that it is late. */
export const inspectionLetter = ({
  locale,
  org,
  policy,
  schedule,
  current,
  asking,
  page,
}: InspectionLetterData): Letter => {
  const { filed } = current;
  const s = sentencesIn(locale);
  const zone = policy.calendar.timeZone;
  const asks = ASKS[asking.asks];
  const lines = filed.lines.filter(({ n }) => asking.lines.includes(n));
  const spelt = lines.map(({ n, title, value, note }) => {
    const parts = [`${n}. ${title[locale]}`, value, note === undefined ? undefined : oneLine(note, 200)];
    return { label: WORDS.line[locale], value: parts.filter((part) => part !== undefined).join(" · ") };
  });
  const rows = [
    { label: WORDS.subject[locale], value: oneLine(filed.subject, 120) },
    { label: WORDS.department[locale], value: oneLine(filed.department, 100) },
    { label: WORDS.at[locale], value: sayMoment(filed.doneAt, zone, locale) },
    ...spelt,
    ...(asking.due === undefined ? [] : [{ label: WORDS.due[locale], value: sayMoment(asking.due, zone, locale) }]),
  ];
  const blocks: readonly Block[] = [
    { is: "words", text: asks.says[locale] },
    { is: "facts", rows },
    { is: "button", label: asks.open[locale], url: page },
  ];
  const small = [s.footer.policy(policy.title[locale], policy.version), s.footer.automatic];
  const subject = `${asks.subject[locale]}${s.colon}${oneLine(filed.subject, 60)}`;
  const preview = `${schedule.title[locale]} · ${oneLine(filed.department, 40)}`;
  const heading = `${schedule.title[locale]}${s.colon}${oneLine(filed.subject, 120)}`;
  return written(org, locale, { subject, preview, heading, blocks }, small);
};
