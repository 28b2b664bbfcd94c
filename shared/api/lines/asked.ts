import type { EventOf } from "../../case/event.ts";
import { say, type Text } from "../../kernel/text.ts";
import type { Line } from "./line.ts";

const OUTCOMES: Readonly<Record<EventOf<"surveyAsked">["outcome"]["is"], Text>> = {
  invited: say("已列入满意度调查", "The customer is asked for an opinion"),
  late: say("未发满意度调查：已过答复期限", "No survey was sent: its time was over"),
  over: say("未发满意度调查：该期调查已取消或结束", "No survey was sent: that of the period was given up, or is over"),
};

/** For the staff alone: the customer has the mail. */
export const surveyAsked: Line<"surveyAsked"> = ({ survey, outcome }, { policy, reader, locale }) =>
  reader === "customer"
    ? undefined
    : {
        what: OUTCOMES[outcome.is],
        detail: [policy.surveys.find(({ id }) => id === survey)?.title[locale] ?? survey],
      };
