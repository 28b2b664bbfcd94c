import type { Calendar } from "../calendar/calendar.ts";
import { CivilDate } from "../calendar/civil-date.ts";
import { never } from "../kernel/result.ts";
import { say, type Text } from "../kernel/text.ts";
import type { ContentLine, Duty } from "./duty.ts";
import type { Entry } from "./explain-entry.ts";
import { line, lineOf, moment, onlyWhen, people, sayChannel, sayExample, titles } from "./explain-words.ts";
import { occurrences, planApprover } from "./occurrences.ts";
import { factFields, type Policy } from "./policy.ts";
import { sayRhythm } from "./rhythm-words.ts";
import type { Schedule } from "./schedule.ts";
import { sayWindow } from "./schedule-words.ts";
import { SHOWS } from "./shows-words.ts";
import { listed } from "./wording.ts";

const COVERS: Readonly<Record<Extract<Duty, { is: "report" }>["covers"], Text>> = {
  day: say("当日", "the day"),
  week: say("本周", "the week"),
  "previous-week": say("上周", "the week before"),
  month: say("本月", "the month"),
  "previous-month": say("上月", "the month before"),
  quarter: say("本季度", "the quarter"),
  "previous-quarter": say("上季度", "the quarter before"),
  "half-year": say("本半年", "the half-year"),
  year: say("本年度", "the year"),
  campaign: say("本次活动", "the campaign"),
};

/** A line of a report, and whether the engine counts for it or its author alone writes there. */
const sayContent = ({ shows, ...line }: ContentLine): Text => {
  if (shows.length === 0) return line;
  const counted = listed(shows.map((one) => SHOWS[one]));
  return say(`${line["zh-CN"]}（系统统计${counted["zh-CN"]}）`, `${line.en} (counted: ${counted.en})`);
};

const labelOf = (policy: Policy, fact: string | undefined): readonly Text[] =>
  factFields(policy).flatMap(({ id, label }) => (id === fact ? [label] : []));

const sayDuty = (policy: Policy, duty: Duty): readonly Text[] => {
  const sources = [policy.schedules, policy.surveys, policy.forms];
  switch (duty.is) {
    case "inspection":
      return [
        line("检查", "Inspection", duty.of),
        ...(duty.people > 1 ? [say(`不少于${duty.people}人`, `At least ${duty.people} people`)] : []),
        ...lineOf("检查表", "By the checklist", titles([policy.checklists], duty.checklists)),
        ...lineOf("复核", "Verified by", people(policy, duty.verifiedBy === undefined ? [] : [duty.verifiedBy])),
        ...(duty.announced ? [] : [say("不预先通知", "Not announced")]),
      ];
    case "report":
      return [
        line("报告期", "Report on", COVERS[duty.covers]),
        ...lineOf("报送", "To", people(policy, duty.to)),
        ...lineOf("依据", "Made from", titles(sources, duty.inputs)),
        ...(duty.perUnit ? [say("各部门各一份", "One for each department")] : []),
        ...lineOf("案件归入", "A case is counted at its", labelOf(policy, duty.unitIn)),
        ...lineOf("内容", "It shows", duty.content.map(sayContent)),
      ];
    case "visit":
      return [
        line("回访", "Visit", duty.of),
        ...lineOf("方式", "How", duty.channels.map(sayChannel)),
        ...(duty.signature ? [say("须签字", "With a signature")] : []),
      ];
    case "survey":
      return lineOf("调查", "Survey", titles([policy.surveys], [duty.survey]));
    case "meeting":
      return [
        say("会议", "A meeting"),
        ...lineOf("参加", "Attended by", people(policy, duty.attended)),
        ...lineOf("依据", "With", titles(sources, duty.inputs)),
        ...(duty.minutes ? [say("形成会议纪要", "Minutes are kept")] : []),
      ];
    case "training":
      return [line("培训", "Training", duty.of)];
    case "task":
      return [line("工作", "Task", duty.what)];
    default:
      return never(duty);
  }
};

/** How many occurrences of an example are spelt out. */
const SHOWN = 3;

const exampleOf = (
  policy: Policy,
  calendar: Calendar,
  schedule: Schedule,
  { why, facts, events, ...span }: Schedule["examples"][number],
): Text => {
  const [from, to] = [CivilDate.parse(span.from), CivilDate.parse(span.to)];
  const given = occurrences(policy, schedule, { from, to, facts, events, calendar });
  if (!given.known) return sayExample(why, say("尚缺事实，不能计算", "facts are missing"));
  const shown = given.list.slice(0, SHOWN).map(({ window, effectiveDue, state, why: reason }): Text => {
    if (state === "waived" || effectiveDue === undefined) return reason;
    const [days, due] = [sayWindow(window), moment(policy, effectiveDue)];
    return say(`${days["zh-CN"]} → ${due["zh-CN"]}`, `${days.en} → ${due.en}`);
  });
  const more = given.list.length - shown.length;
  const rest = more > 0 ? [say(`另有${more}次`, `and ${more} more`)] : [];
  const none = given.list.length === 0 ? [given.note ?? say("无", "none")] : [];
  return sayExample(why, listed([...shown, ...rest, ...none]));
};

/** What is owed again and again: when, by whom, and what. */
export const scheduleEntries = (policy: Policy, calendar: Calendar): readonly Entry[] =>
  policy.schedules.map((schedule) => {
    const { id, title, rules, by, duty, form, when, rhythm } = schedule;
    const approver = planApprover(schedule);
    return {
      key: `schedules.${id}`,
      title,
      rules,
      says: [
        sayRhythm(policy, rhythm, calendar),
        ...lineOf("由", "By", people(policy, by)),
        ...sayDuty(policy, duty),
        ...lineOf("记录", "Recorded on", titles([policy.forms], form === undefined ? [] : [form])),
        ...lineOf(
          "计划批准后生成，批准人",
          "Only under a plan approved by",
          people(policy, approver === undefined ? [] : [approver]),
        ),
        ...onlyWhen(policy, when),
      ],
      examples: schedule.examples.map((example) => exampleOf(policy, calendar, schedule, example)),
    };
  });
