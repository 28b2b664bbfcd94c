import type { VerdictGiven } from "../../case/approvals/event.ts";
import { titles } from "../../case/roles.ts";
import { say, type Text } from "../../kernel/text.ts";
import { factFields } from "../../policy/policy.ts";
import { listed } from "../../policy/wording.ts";
import { showAnswers } from "../answers.ts";
import type { Line } from "./line.ts";

/** What somebody said of what needs a yes. */
export const sayVerdict: Readonly<Record<VerdictGiven["verdict"], Text>> = {
  review: say("已审核", "Reviewed"),
  approve: say("已批准", "Approved"),
  refuse: say("未批准", "Not approved"),
};

const present = (...texts: readonly (string | undefined)[]): readonly string[] =>
  texts.filter((text) => text !== undefined && text !== "") as string[]; // filtered for it

/** All of these are the house's own affairs: whoever filed reads none of them. */
export const verdictGiven: Line<"verdictGiven"> = (event, { policy, reader, locale }) => {
  if (reader === "customer") return undefined;
  const rule = policy.approvals.find(({ id }) => id === event.approval);
  const who = listed(titles(policy, event.roles))[locale];
  return { what: sayVerdict[event.verdict], detail: present(rule?.title[locale] ?? event.approval, who, event.remark) };
};

export const promiseMade: Line<"promiseMade"> = ({ amount, said }, { reader, locale }) =>
  reader === "customer"
    ? undefined
    : {
        what: say("已登记对客户的承诺", "Promise to the customer recorded"),
        detail: [locale === "zh-CN" ? `${amount}元` : `${amount} yuan`, said],
      };

export const costBooked: Line<"costBooked"> = (event, { policy, reader, locale }) => {
  if (reader === "customer") return undefined;
  const rule = policy.costs.find(({ id }) => id === event.cost);
  const zh = locale === "zh-CN";
  const told = showAnswers(policy, factFields(policy), event.told, locale).map(
    ({ label, value }) => `${label}${zh ? "：" : ": "}${value}`,
  );
  return {
    what: say("已登记费用", "Cost booked"),
    detail: present(
      rule?.title[locale] ?? event.cost,
      event.kind,
      zh ? `${event.amount}元` : `${event.amount} yuan`,
      rule && `${zh ? "承担：" : "borne by: "}${rule.bearer[locale]}`,
      rule?.bookedAs && `${zh ? "列支：" : "booked as: "}${rule.bookedAs[locale]}`,
      ...told,
      event.note,
    ),
  };
};

/** Who is to blame is never told to whoever filed (CCF-31). */
export const liabilityJudged: Line<"liabilityJudged"> = (event, { policy, reader, locale }) => {
  if (reader === "customer") return undefined;
  const { questions = [], classes = [] } = policy.liability ?? {};
  const answers = questions.flatMap(({ id, title, answers: of }) => {
    const label = of.find(({ value }) => value === event.answers[id])?.label[locale];
    return label === undefined ? [] : [`${title[locale]} ${label}`];
  });
  return {
    what: event.settled ? say("责任已判定", "Liability decided") : say("责任判定意见", "Judgement on liability"),
    detail: present(
      listed(titles(policy, event.roles))[locale],
      ...answers,
      classes.find(({ value }) => value === event.class)?.label[locale],
      ...(event.shares ?? []).map(({ department, percent }) => `${department} ${percent} %`),
    ),
  };
};
