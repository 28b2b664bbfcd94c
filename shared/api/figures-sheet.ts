import { type Locale, say } from "../kernel/text.ts";
import type { CampaignView } from "./campaigns.ts";
import type { Cell, Sheet } from "./sheet.ts";

const HEADS = [
  [say("分组", "Group"), 24],
  [say("已邀请", "Invited"), 10],
  [say("回收率", "Response rate"), 14],
  [say("问题", "Question"), 30],
  [say("回答", "Answers"), 10],
  [say("满意", "Satisfied"), 10],
  [say("满意率", "Satisfied share"), 14],
  [say("满意率下限", "Share from"), 12],
  [say("满意率上限", "Share to"), 12],
  [say("平均分", "Mean"), 10],
] as const;
const ALL = say("全部", "All");
const CROWDED = say("取值过多，不分组", "too many values, not told apart");

type Figures = NonNullable<CampaignView["figures"]>;

const percent = (share: number | undefined): Cell =>
  share === undefined ? undefined : `${(share * 100).toFixed(1)} %`;

const rows = (
  group: string,
  { invited, rate, questions }: Pick<Figures, "invited" | "rate" | "questions">,
): readonly (readonly Cell[])[] =>
  questions.map(({ title, answers, satisfied, share, shareBetween, mean }) => [
    group,
    invited,
    rate.shown ?? undefined,
    title,
    answers,
    satisfied,
    share.shown ?? undefined,
    percent(shareBetween?.from),
    percent(shareBetween?.to),
    mean === undefined ? undefined : Math.round(mean * 100) / 100,
  ]);

/** The figures of a campaign on paper: a line a question, of all who were asked and then of each group. */
export const figuresSheet = ({ title, figures }: Pick<CampaignView, "title" | "figures">, locale: Locale): Sheet => ({
  name: title,
  columns: HEADS.map(([head, width]) => ({ title: head[locale], width })),
  rows:
    figures === undefined
      ? []
      : [
          ...rows(ALL[locale], figures),
          ...figures.groups.flatMap((one) => rows(`${one.by}: ${one.value}`, one)),
          ...figures.crowded.map((by) => [`${by}: ${CROWDED[locale]}`]),
        ],
});
