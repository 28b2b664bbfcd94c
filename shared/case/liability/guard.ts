import { say } from "../../kernel/text.ts";
import { listed } from "../../policy/wording.ts";
import type { Guard } from "../guards.ts";
import { readLiability } from "./liability.ts";

/** A step waits until every triage question is answered (AS-55). */
export const triage: Guard = ({ policy }, current, step) => {
  const read = readLiability(policy, current);
  if (read === undefined || read.open.length === 0 || !read.rule.triageBlocks.includes(step.id)) return undefined;
  const open = read.rule.questions.filter(({ id }) => read.open.includes(id));
  const asked = listed(open.map(({ title }) => title));
  const says = say(`尚未回答：${asked["zh-CN"]}`, `not answered yet: ${asked.en}`);
  const clauses = open.flatMap(({ rules }) => rules);
  return { code: "triage-incomplete", says, rules: clauses.length > 0 ? clauses : read.rule.rules };
};
