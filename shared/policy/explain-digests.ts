import type { Calendar } from "../calendar/calendar.ts";
import { CivilDate } from "../calendar/civil-date.ts";
import { say, type Text } from "../kernel/text.ts";
import type { Digest, DigestPart } from "./digest.ts";
import { digestDays } from "./digest-days.ts";
import type { Entry } from "./explain-entry.ts";
import { line, lineOf, people, sayExample } from "./explain-words.ts";
import type { Policy } from "./policy.ts";
import { listed } from "./wording.ts";

const WEEKDAYS: readonly Text[] = [
  say("周一", "Monday"),
  say("周二", "Tuesday"),
  say("周三", "Wednesday"),
  say("周四", "Thursday"),
  say("周五", "Friday"),
  say("周六", "Saturday"),
  say("周日", "Sunday"),
];

const PERIODS: Readonly<Record<Exclude<Digest["every"], "week">, Text>> = {
  month: say("每月", "every month"),
  quarter: say("每季度首月", "the first month of every quarter"),
  "half-year": say("每半年首月", "the first month of every half-year"),
  year: say("每年1月", "January of every year"),
};

const PARTS: Readonly<Record<DigestPart, Text>> = {
  overdue: say("逾期事项", "what is overdue"),
  due: say("近期到期事项", "what falls due soon"),
  kpis: say("指标与目标及走势", "figures against their targets, with their trend"),
  changes: say("自上次汇总以来的变化", "what has changed since the last one"),
};

const sayDay = ({ every, on, at }: Digest): Text => {
  if (every === "week") {
    const day = WEEKDAYS[on - 1] ?? say(`第${on}天`, `day ${on}`);
    return say(`每${day["zh-CN"]}${at}发送`, `Leaves every ${day.en} at ${at}`);
  }
  const period = PERIODS[every];
  return say(`${period["zh-CN"]}${on}日${at}发送`, `Leaves on day ${on} of ${period.en}, at ${at}`);
};

const exampleOf = (calendar: Calendar, digest: Digest, { why, from, to }: Digest["examples"][number]): Text => {
  const days = digestDays(calendar, digest, [CivilDate.parse(from), CivilDate.parse(to)]);
  return sayExample(why, days.length === 0 ? say("不发送", "none") : listed(days.map((day) => say(day, day))));
};

/** The mails that tell roles how the regulation is kept: when, whom, what. */
export const digestEntries = (policy: Policy, calendar: Calendar): readonly Entry[] =>
  policy.digests.map((digest) => ({
    key: `digests.${digest.id}`,
    title: digest.title,
    rules: digest.rules,
    says: [
      sayDay(digest),
      say(
        "逢休息日改为该周期内下一个工作日；其后没有时改为此前最后一个工作日；全周期无工作日则不发送",
        "A rest day gives way to the next working day of the period, else to the last before it; a period without one has none",
      ),
      ...lineOf("发送给", "To", people(policy, digest.to)),
      line("内容", "It shows", listed(digest.shows.map((part) => PARTS[part]))),
      digest.sentEmpty
        ? say("无事项时也发送", "It is sent though there is nothing to tell")
        : say("无事项时不发送", "It is not sent when there is nothing to tell"),
    ],
    examples: digest.examples.map((example) => exampleOf(calendar, digest, example)),
  }));
