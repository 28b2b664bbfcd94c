import type { Actor } from "../case/actor.ts";
import { clean } from "../case/clean.ts";
import type { FieldFault, Refusal } from "../case/fault.ts";
import type { Instant } from "../kernel/instant.ts";
import { accept, type Result, refuse } from "../kernel/result.ts";
import { say, type Text } from "../kernel/text.ts";
import type { Policy } from "../policy/policy.ts";
import { notAuthor, type Unit } from "./author.ts";
import type { ReportSchedule } from "./due.ts";
import type { ReportEvent } from "./event.ts";
import { isDraft, type Report } from "./report.ts";

/** What the author of a report does to it. `n` is the content that they have before them. */
export type ReportCommand = { readonly key?: string | undefined } & (
  | { readonly do: "write"; readonly texts: Readonly<Record<string, string>> }
  | { readonly do: "submit"; readonly n: number }
  | { readonly do: "correct"; readonly reason: string }
);

/** What a report is judged by. */
export type Ground = { readonly policy: Policy; readonly schedule: ReportSchedule; readonly unit?: Unit | undefined };

/** What of the world stands against handing it in. */
export type Standing = {
  readonly due: Instant | undefined;
  /** Common problems of the stretch without the corrective action that they demand (PSI-24). */
  readonly demands: readonly Text[];
};

type Asked = { readonly at: Instant; readonly by: Actor };
type Decided = Result<readonly ReportEvent[], Refusal>;

const LONGEST = 8000;

const no = (code: "report-closed" | "report-changed" | "action-missing", says: Text, rules: readonly string[]) =>
  refuse({ code, says, rules });

const write = ({ schedule }: Ground, command: ReportCommand & { do: "write" }, { at, by }: Asked): Decided => {
  const lines = schedule.duty.content.length;
  const faults = Object.entries(command.texts).flatMap(([line, text]): FieldFault[] => {
    const path = `/texts/${line}`;
    if (!/^\d{1,2}$/.test(line) || Number(line) >= Math.max(1, lines))
      return [{ path, code: "unknown-field", says: say("报告没有此项内容", "the report has no such line") }];
    const long = say(`最多${LONGEST}字`, `at most ${LONGEST} characters`);
    return text.length > LONGEST ? [{ path, code: "too-long", says: long }] : [];
  });
  if (faults.length > 0) return refuse({ code: "bad-fields", fields: faults, rules: schedule.rules });
  const texts = Object.fromEntries(Object.entries(command.texts).map(([line, text]) => [line, clean(text, true)]));
  return accept([{ type: "written", at, by, key: command.key, texts }]);
};

const submit = (
  { schedule }: Ground,
  report: Report,
  { key, n }: ReportCommand & { do: "submit" },
  { at, by }: Asked,
  { due, demands }: Standing,
): Decided => {
  const { rules } = schedule;
  const last = report.contents.at(-1)?.n;
  if (n !== last) {
    const says = say(
      `报告已重新汇总为第${last}稿，请先查看`,
      `the report was compiled anew as no. ${last}; look at it first`,
    );
    return no("report-changed", says, rules);
  }
  if (demands.length > 0) {
    const zh = demands.map((one) => one["zh-CN"]).join("、");
    const en = demands.map((one) => one.en).join(", ");
    return no("action-missing", say(`共性问题尚无纠正措施：${zh}`, `no corrective action yet on: ${en}`), rules);
  }
  return accept([{ type: "submitted", at, by, key, n, late: due !== undefined && at > due }]);
};

const correct = ({ schedule }: Ground, command: ReportCommand & { do: "correct" }, { at, by }: Asked): Decided => {
  const reason = clean(command.reason, true);
  const missing = { path: "/reason", code: "required", says: say("请填写更正原因", "say why it is corrected") };
  if (reason === "") return refuse({ code: "bad-fields", fields: [missing], rules: schedule.rules });
  return accept([{ type: "reopened", at, by, key: command.key, reason }]);
};

/** Whether an event of this key is what the same command led to before. */
const isRepeat = (timeline: readonly ReportEvent[], command: ReportCommand): "repeat" | "other" | undefined => {
  const before = timeline.find((event) => "key" in event && event.key !== undefined && event.key === command.key);
  if (before === undefined) return undefined;
  switch (command.do) {
    case "write":
      return before.type === "written" ? "repeat" : "other";
    case "submit":
      return before.type === "submitted" ? "repeat" : "other";
    case "correct":
      return before.type === "reopened" && before.reason === clean(command.reason, true) ? "repeat" : "other";
  }
};

/** What follows from a command of somebody; no events where it was obeyed before. The role comes before everything else. */
export const decideReport = (
  ground: Ground,
  timeline: readonly ReportEvent[],
  report: Report,
  command: ReportCommand,
  asked: Asked,
  standing: Standing,
): Decided => {
  const { policy, schedule, unit } = ground;
  const foreign = notAuthor(policy, schedule, unit, asked.by);
  if (foreign !== undefined) return refuse(foreign);
  const before = isRepeat(timeline, command);
  if (before === "other") return refuse({ code: "key-reused", rules: schedule.rules });
  if (before === "repeat") return accept([]);
  if (command.do === "correct") {
    if (report.submissions.length > 0 && report.correcting === undefined) return correct(ground, command, asked);
    return no(
      "report-closed",
      say("报告尚未报送，可直接修改", "it has not been submitted: just change it"),
      schedule.rules,
    );
  }
  if (!isDraft(report)) {
    const says = say("报告已报送或尚未汇总", "the report has been submitted, or not been compiled yet");
    return no("report-closed", says, schedule.rules);
  }
  return command.do === "write" ? write(ground, command, asked) : submit(ground, report, command, asked, standing);
};
