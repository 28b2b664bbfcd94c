import { both, say, type Text } from "../kernel/text.ts";
import type { Survey } from "../policy/follow-up.ts";
import type { Policy } from "../policy/policy.ts";
import type { CampaignState } from "../survey/campaign.ts";
import { figuresOf } from "../survey/figures.ts";
import { questionsOf } from "../survey/survey.ts";
import type { Tally } from "../survey/tally.ts";
import type { Cell, Section } from "./document.ts";
import type { ReportSchedule } from "./due.ts";
import { type Counted, nothing, words } from "./section.ts";

/** A campaign that asked in the stretch. */
export type AskedCampaign = {
  readonly id: string;
  readonly title: string;
  readonly survey: Survey;
  readonly state: CampaignState;
  /** Absent where it is too large to be counted before it is closed. */
  readonly tally: Tally | undefined;
};

/** The surveys of which a report tells: those that it is made from, themselves or by their schedule; where it names none, all. */
export const surveysOf = ({ surveys, schedules }: Policy, { duty }: ReportSchedule): readonly Survey[] => {
  const scheduled = schedules.flatMap((one) =>
    duty.inputs.includes(one.id) && one.duty.is === "survey" ? [one.duty.survey] : [],
  );
  const named = surveys.filter(({ id }) => duty.inputs.includes(id) || scheduled.includes(id));
  return named.length > 0 ? named : surveys;
};

const STATES: Readonly<Record<CampaignState, Text>> = {
  DRAFT: say("草案", "draft"),
  APPROVED: say("进行中", "running"),
  CANCELLED: say("已取消", "given up"),
  CLOSED: say("已截止", "closed"),
  ANALYSED: say("已分析", "analysed"),
  REPORTED: say("已报送", "reported"),
};

const TOO_LARGE = say("对象过多，截止后统计。", "Too large to be counted before it is closed.");
const WHOLE = say(
  "按全公司统计：调查不分部门进行。",
  "Counted for the whole company: surveys are not made by department.",
);
const COUNTED = say(
  "回收率为有效答卷与发出数之比；满意率为满意答卷与该题答卷之比。",
  "The response rate is valid answers of all that went out; a share is satisfied answers of all to that question.",
);

const members = (policy: Policy, { id, survey, state, tally }: AskedCampaign): Record<string, string> => {
  const rate = tally && figuresOf(policy, survey, tally).rate.shown;
  return {
    ...{ id, survey: survey.id, state },
    ...(tally && { invited: `${tally.invited}`, sent: `${tally.wentOut}`, valid: `${tally.valid}` }),
    ...(rate && { rate }),
  };
};

const rateRow = (policy: Policy, { id, title, survey, state, tally }: AskedCampaign): Cell[] => {
  const of = { of: "campaigns", where: { id } };
  const shown = (says: Text | number | undefined): Cell => ({
    says: typeof says === "object" ? says : both(says === undefined ? "–" : `${says}`),
    ...of,
  });
  const figures = tally && figuresOf(policy, survey, tally);
  const rate = figures === undefined ? undefined : both(figures.rate.shown ?? "–");
  const few = figures?.insufficient === true ? say(" 样本不足", " too few") : say(" ", " ");
  return [
    words(title),
    ...[tally?.wentOut, tally?.valid].map(shown),
    shown(rate && say(`${rate["zh-CN"]}${few["zh-CN"]}`.trim(), `${rate.en}${few.en}`.trim())),
    words(STATES[state]),
    shown(tally?.invited),
  ];
};

const questionRows = (policy: Policy, { id, title, survey, tally }: AskedCampaign): readonly Cell[][] =>
  tally === undefined || tally.valid === 0
    ? []
    : figuresOf(policy, survey, tally).questions.map(({ question, answers, satisfied, share }): Cell[] => {
        const asked = questionsOf(survey).find((one) => one.id === question)?.title ?? both(question);
        const where = { campaign: id, question };
        const says = (n: string): Cell => ({ says: both(n), of: "answers", where });
        return [words(title), words(asked), says(`${answers}`), says(`${satisfied}`), says(share.shown ?? "–")];
      });

const answersOf = (policy: Policy, { id, survey, tally }: AskedCampaign): Counted =>
  tally === undefined || tally.valid === 0
    ? []
    : figuresOf(policy, survey, tally).questions.map(({ question, answers, satisfied }) => ({
        ...{ id: `${id}/${question}`, campaign: id, question },
        ...{ answers: `${answers}`, satisfied: `${satisfied}` },
      }));

/** How many surveys asked, how many answered them, and with what they were satisfied and with what not (PRV-17, PRV-22). */
export const campaignsSection = (policy: Policy, asked: readonly AskedCampaign[], ofUnit: boolean): Section => {
  if (asked.length === 0) return nothing("本期没有开展调查。", "No survey was made.");
  const campaigns = asked.map((one) => members(policy, one));
  const answers = asked.flatMap((one) => answersOf(policy, one));
  const head = [
    say("调查", "Survey"),
    say("已发出", "Sent"),
    say("有效答卷", "Valid"),
    say("回收率", "Rate"),
    say("状态", "State"),
    say("对象", "Asked"),
  ];
  const rows = asked.map((one) => rateRow(policy, one));
  const title = say("满意与不满意的方面", "What customers are satisfied with");
  const questions = asked.flatMap((one) => questionRows(policy, one));
  const asking = [say("调查", "Survey"), say("问题", "Question"), say("答卷", "Answers"), say("满意", "Satisfied")];
  return {
    tables: [
      { id: "campaigns", title: say("回收情况", "Answers"), head, rows },
      ...(questions.length === 0
        ? []
        : [{ id: "questions", title, head: [...asking, say("满意率", "Share")], rows: questions }]),
    ],
    notes: [
      ...(ofUnit ? [WHOLE] : []),
      ...(asked.some(({ tally }) => tally === undefined) ? [TOO_LARGE] : []),
      ...(questions.length === 0 ? [] : [COUNTED]),
    ],
    lists: { campaigns, answers },
  };
};
