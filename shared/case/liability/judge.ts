import { accept, refuse } from "../../kernel/result.ts";
import { say } from "../../kernel/text.ts";
import { exact, placesOf } from "../../policy/decimal.ts";
import { holds } from "../../policy/holds.ts";
import type { Liability } from "../../policy/liability.ts";
import type { Policy } from "../../policy/policy.ts";
import { sayCondition } from "../../policy/wording.ts";
import type { Act } from "../act.ts";
import type { Case } from "../case.ts";
import { clean } from "../clean.ts";
import type { FieldFault } from "../fault.ts";
import { notOfRoles, rolesAmong } from "../roles.ts";
import type { Share } from "./event.ts";
import { factsWith, isComplete, judging, readLiability } from "./liability.ts";

export type JudgeLiability = {
  readonly do: "judgeLiability";
  readonly answers?: Readonly<Record<string, string>> | undefined;
  readonly class?: string | undefined;
  readonly shares?: readonly Share[] | undefined;
};

const choose = (path: string, values: readonly { readonly value: string }[]): FieldFault => {
  const known = values.map(({ value }) => value).join(", ");
  return { path, code: "invalid", says: say(`请从下列选项中选择：${known}`, `choose one of ${known}`) };
};

const answerFaults = ({ questions }: Liability, answers: Readonly<Record<string, string>>): readonly FieldFault[] =>
  Object.entries(answers).flatMap(([id, answer]) => {
    const path = `/answers/${id}`;
    const question = questions.find((one) => one.id === id);
    if (question === undefined) {
      const known = questions.map((one) => one.id).join(", ");
      return [
        { path, code: "unknown-field", says: say(`没有此问题；有：${known}`, `no such question; there is ${known}`) },
      ];
    }
    return question.answers.some(({ value }) => value === answer) ? [] : [choose(path, question.answers)];
  });

const classFaults = (
  policy: Policy,
  rule: Liability,
  current: Case,
  { class: of, answers = {} }: JudgeLiability,
): readonly FieldFault[] => {
  if (of === undefined) return [];
  const found = rule.classes.find(({ value }) => value === of);
  if (found === undefined) return [choose("/class", rule.classes)];
  const known = factsWith(current, { ...readLiability(policy, current)?.answers, ...answers });
  if (found.when === undefined || holds(policy, found.when, known).is !== false) return [];
  const only = sayCondition(policy, found.when);
  const says = say(`仅在${only["zh-CN"]}时可选“${found.label["zh-CN"]}”`, `"${found.label.en}" only where ${only.en}`);
  return [{ path: "/class", code: "not-for-this", rule: found.rules[0], says }];
};

/** Two decimals of a per cent are enough for everybody; the sum is exact. */
const PLACES = 2;

/** The sum of shares in per cent, exactly as it is written. */
const sumOf = (shares: readonly Share[]): string => {
  const sum = shares.reduce((so, { percent }) => so + exact(percent, PLACES), 0n);
  const digits = `${sum}`.padStart(PLACES + 1, "0");
  return `${digits.slice(0, -PLACES)}.${digits.slice(-PLACES)}`.replace(/\.?0+$/, (zeros) =>
    zeros.includes(".") ? "" : zeros,
  );
};

const shareFaults = ({ shares: rule }: Liability, shares: readonly Share[] | undefined): readonly FieldFault[] => {
  if (shares === undefined) return [];
  if (rule === undefined) {
    const says = say("本制度不按部门分摊责任", "this regulation divides no liability among departments");
    return [{ path: "/shares", code: "unknown-field", says }];
  }
  const names = shares.map(({ department }) => clean(department, false));
  const twice = names.flatMap((name, at): FieldFault[] => {
    const path = `/shares/${at}/department`;
    if (name === "")
      return [{ path, code: "required", rule: rule.rules[0], says: say("部门：必填", "department: is required") }];
    return names.indexOf(name) === at
      ? []
      : [{ path, code: "duplicate", rule: rule.rules[0], says: say(`${name}已列出`, `${name} is listed already`) }];
  });
  const finer = shares.findIndex(({ percent }) => placesOf(percent) > PLACES);
  if (finer >= 0) {
    const says = say(`比例最多${PLACES}位小数`, `a share has at most ${PLACES} decimals`);
    return [...twice, { path: `/shares/${finer}/percent`, code: "invalid", rule: rule.rules[0], says }];
  }
  const sum = sumOf(shares);
  if (sum === `${rule.total}`) return twice;
  const says = say(
    `各部门责任比例合计须为100%，现为${sum}%`,
    `the shares must add up to 100 %; they add up to ${sum} %`,
  );
  return [...twice, { path: "/shares", code: "sum", rule: rule.rules[0], says }];
};

/**
 * Answers the triage, chooses the class and divides the liability, each together or by itself (MMA-10 … 12, CCF-28).
 * Where several decide, each signs by saying the same; what one changes, all sign anew.
 */
export const judgeLiability: Act<JudgeLiability> = {
  decide: ({ policy }, current, command, asked) => {
    const rule = policy.liability;
    const none = say("本制度没有责任判定", "this regulation decides on no liability");
    if (rule === undefined) return refuse({ code: "nothing-to-do", says: none, rules: [] });
    const { rules, decidedBy } = rule;
    const foreign = notOfRoles(policy, asked.by, decidedBy, rules);
    if (foreign !== undefined) return refuse(foreign);
    const { key, answers = {}, class: of, shares } = command;
    const faults = [
      ...answerFaults(rule, answers),
      ...classFaults(policy, rule, current, command),
      ...shareFaults(rule, shares),
    ];
    if (faults.length > 0) return refuse({ code: "bad-fields", fields: faults, rules });
    const roles = [...rolesAmong(asked.by, decidedBy)];
    const divided = shares?.map(({ department, percent }) => ({ department: clean(department, false), percent }));
    const before = readLiability(policy, current) ?? { answers: {}, signedBy: [] };
    const judged = judging(before, { answers, class: of, shares: divided, roles });
    const settled =
      isComplete(policy, rule, current, judged) && decidedBy.every((role) => judged.signedBy.includes(role));
    return accept([
      {
        type: "liabilityJudged",
        ...asked,
        key,
        roles,
        answers,
        class: of ?? (settled ? judged.class : undefined),
        shares: divided && [...divided],
        settled,
      },
    ]);
  },
  led: (_policy, event, { class: of }) => event.type === "liabilityJudged" && (of === undefined || event.class === of),
};
