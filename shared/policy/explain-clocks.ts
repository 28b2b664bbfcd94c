import type { Calendar } from "../calendar/calendar.ts";
import { say, type Text } from "../kernel/text.ts";
import type { Clock } from "./clock.ts";
import { dueWith } from "./due.ts";
import type { Entry } from "./explain-entry.ts";
import {
  eventTitle,
  line,
  lineOf,
  moment,
  onlyWhen,
  people,
  sayDuration,
  sayExample,
  titles,
} from "./explain-words.ts";
import { sayBand } from "./length.ts";
import type { Policy } from "./policy.ts";
import { asking } from "./register-form.ts";
import { labelOf } from "./wording.ts";

const figures = (policy: Policy, { within, bands, until, kind }: Clock): readonly Text[] => {
  const [zh, en] = kind === "retention" ? ["至少保存", "Kept at least"] : ["期限", "Within"];
  if (within !== undefined) return [line(zh, en, sayDuration(within))];
  if (until !== undefined) return [line("至", "Until", labelOf(policy, until))];
  return (bands?.of ?? []).map((band) => {
    const fact = bands?.fact ?? "";
    const label = labelOf(policy, fact);
    const span = sayBand(policy, fact, band);
    return say(
      `${label["zh-CN"]}${span["zh-CN"]}：${sayDuration(band.within)["zh-CN"]}`,
      `${label.en} ${span.en}: ${sayDuration(band.within).en}`,
    );
  });
};

const rolling = ({ kind, roll, within, bands, until }: Clock): readonly Text[] => {
  const lengths = [...(within === undefined ? [] : [within]), ...(bands?.of ?? []).map((band) => band.within)];
  const inDays = lengths.some(({ kind: unit }) => ["days", "weeks", "months", "years"].includes(unit));
  if (kind === "retention" || until !== undefined || !inDays || roll === "none")
    return [say("到期日不因节假日顺延", "The due day is not moved off rest days")];
  return roll === "previous"
    ? [say("到期日遇休息日提前至前一工作日", "A due day on a rest day is moved back to the working day before")]
    : [say("到期日遇休息日顺延至下一工作日", "A due day on a rest day is moved on to the next working day")];
};

const exampleOf = (policy: Policy, calendar: Calendar, clock: Clock, example: Clock["examples"][number]): Text => {
  const pauses = example.pauses.map((pause) => ({ ...pause, why: clock.title }));
  const due = dueWith(policy, clock, { from: example.from, facts: example.facts, calendar, pauses });
  const from = moment(policy, example.from);
  if (due.applies !== true) return sayExample(example.why, say("不适用", "no such time limit"));
  if (due.state === "CALENDAR_MISSING")
    return sayExample(example.why, say(`${due.year}年节假日安排未载入`, `the holidays of ${due.year} are missing`));
  if (due.state === "PAUSED") return sayExample(example.why, say("暂停计时", "it stands still"));
  const end = moment(policy, due.effectiveDue);
  return sayExample(example.why, say(`${from["zh-CN"]} → ${end["zh-CN"]}`, `${from.en} → ${end.en}`));
};

const GRADES: Readonly<Record<Clock["grade"], Text>> = {
  binding: say("逾期即为违约并计入指标", "Breached when it passes, and counted"),
  advisory: say("制度未定具体时限：仅提醒，不计违约", "The regulation gives no figure: reminded of, never breached"),
};

/** The company's own maximum, after which personal data goes. */
const mostOf = ({ within, how }: NonNullable<Clock["most"]>): Text => {
  const length = sayDuration(within);
  const [zh, en] =
    how === "delete" ? ["删除全案", "the case is deleted"] : ["个人信息匿名化", "personal data is anonymised"];
  return say(`${length["zh-CN"]}后${zh}，法定保全除外`, `After ${length.en} ${en}, unless a legal hold lies on it`);
};

/** 自“运单填写的寄件时间”起，至“收到索赔函”止. */
const fromTo = (policy: Policy, { start, since, stop }: Clock): Text => {
  const from = start === undefined ? labelOf(policy, since ?? "") : eventTitle(policy, start);
  const to = eventTitle(policy, stop);
  return say(`自“${from["zh-CN"]}”起，至“${to["zh-CN"]}”止`, `From “${from.en}” to “${to.en}”`);
};

const clockEntry = (policy: Policy, calendar: Calendar, clock: Clock): Entry => ({
  key: `clocks.${clock.id}`,
  title: clock.title,
  rules: clock.rules,
  says: [
    fromTo(policy, clock),
    ...figures(policy, clock),
    ...onlyWhen(policy, clock.when),
    ...rolling(clock),
    ...clock.pauses.map(({ from, to }) =>
      say(
        `自“${eventTitle(policy, from)["zh-CN"]}”至“${eventTitle(policy, to)["zh-CN"]}”暂停计时`,
        `Stands still from “${eventTitle(policy, from).en}” to “${eventTitle(policy, to).en}”`,
      ),
    ),
    ...(clock.renewable
      ? [say("可重新承诺，每次承诺分别考核", "May be promised anew; each promise is kept by itself")]
      : []),
    ...(clock.most === undefined ? [] : [mostOf(clock.most)]),
    ...(clock.kind === "deadline" ? [GRADES[clock.grade]] : []),
    ...(clock.kind === "window" ? [say("权利期限：过期失效，不计违约", "A right that lapses: nobody is late")] : []),
  ],
  examples: clock.examples.map((example) => exampleOf(policy, calendar, clock, example)),
});

/** Time limits, what moves or excuses them, and how often something may happen. */
export const clockEntries = (policy: Policy, calendar: Calendar): readonly Entry[] => [
  ...policy.clocks.map((clock) => clockEntry(policy, calendar, clock)),
  ...policy.extensions.map(({ clock, rules, requestedBy, approver, maxDays }) => ({
    key: `extensions.${clock}`,
    title: line("延期", "Extension of", titles([policy.clocks], [clock])[0] ?? say(clock, clock)),
    rules,
    says: [
      ...lineOf("申请", "Asked for by", people(policy, requestedBy)),
      ...lineOf("批准", "Approved by", people(policy, [approver])),
      say("须写明理由；批准后才生效", "A reason is required; it holds from the approval on"),
      ...(maxDays === undefined ? [] : [say(`每次最多${maxDays}天`, `At most ${maxDays} days each time`)]),
    ],
    examples: [],
  })),
  ...policy.exceptions.map(({ clock, rules, reasons, approver, promise }) => ({
    key: `exceptions.${clock}`,
    title: line("例外", "Exception to", titles([policy.clocks], [clock])[0] ?? say(clock, clock)),
    rules,
    says: [
      ...lineOf(
        "理由",
        "For",
        reasons.map(({ label }) => label),
      ),
      ...lineOf("批准", "Approved by", people(policy, [approver])),
      say("须在到期前记录，不计入指标", "Recorded before the due time; it leaves the figures"),
      ...(promise === undefined ? [] : lineOf("改按", "Instead", titles([policy.clocks], [promise]))),
    ],
    examples: [],
  })),
  ...policy.quotas.map(({ id, title, rules, counts, form, per, subject, also, max, min, window, examples }) => ({
    key: `quotas.${id}`,
    title,
    rules,
    says: [
      ...(max === undefined ? [] : [say(`${per["zh-CN"]}最多${max}次`, `At most ${max} for each ${per.en}`)]),
      ...(min === undefined ? [] : [say(`${per["zh-CN"]}至少${min}次`, `At least ${min} for each ${per.en}`)]),
      ...(counts === undefined ? [] : [line("计数事项", "Counted", eventTitle(policy, counts))]),
      ...lineOf("计数事项", "Counted: entries of", titles([policy.forms], form === undefined ? [] : [form])),
      ...lineOf(
        "计数依据",
        "Counted by",
        [...(subject === undefined ? [] : [subject]), ...also].map((name) =>
          labelOf(asking(policy, policy.forms.find(({ id }) => id === form) ?? NONE), name),
        ),
      ),
      ...("clock" in window
        ? lineOf("期间", "During", titles([policy.clocks], [window.clock]))
        : [CALENDAR[window.calendar]]),
    ],
    examples: examples.map(({ why, count, allowed }) =>
      sayExample(
        why,
        say(`第${count}次${allowed ? "允许" : "不允许"}`, `${count} is ${allowed ? "allowed" : "refused"}`),
      ),
    ),
  })),
];

const NONE = { fields: [] };

const CALENDAR = {
  day: say("期间：当日", "During: the day"),
  month: say("期间：当月", "During: the month"),
  quarter: say("期间：当季度", "During: the quarter"),
  year: say("期间：当年", "During: the year"),
} as const;
