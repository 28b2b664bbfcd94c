import type { Survey } from "../policy/follow-up.ts";
import type { CampaignEvent } from "./event.ts";
import type { SurveyFigures } from "./figures.ts";

/** What is praised: a question as all answered it, or as those did whom one department served. */
export type Commended = Extract<CampaignEvent, { type: "commended" }>["aspects"][number];

/** How a list of customers, or a case, calls the department that served somebody. */
const DEPARTMENT: ReadonlySet<string> = new Set(["department", "部门"]);

/** What is so well answered that a commendation is due (OSS-12, AS-113); means are compared unrounded. */
export const commendedAmong = (
  { commendation }: Pick<Survey, "commendation">,
  { questions, groups }: Pick<SurveyFigures, "questions" | "groups">,
): readonly Commended[] => {
  if (commendation === undefined) return [];
  const praised = (all: SurveyFigures["questions"], department?: string): readonly Commended[] =>
    all.flatMap(({ question, mean, answers }) =>
      mean !== undefined && mean >= commendation.from
        ? [{ question, ...(department === undefined ? {} : { department }), mean, answers }]
        : [],
    );
  return [
    ...praised(questions),
    ...groups.filter(({ by }) => DEPARTMENT.has(by)).flatMap((group) => praised(group.questions, group.value)),
  ];
};
