import { say } from "../../kernel/text.ts";
import { holds } from "../../policy/holds.ts";
import { lastTime } from "../bring.ts";
import type { Guard } from "../guards.ts";

/** Forms that must be filled in, and so sent to everybody who gets a copy, before a step (ITS-19). */
export const forms: Guard = ({ policy }, current, step) => {
  const open = policy.forms.find(
    ({ blocks, when, filledOn }) =>
      blocks.includes(step.id) &&
      holds(policy, when, current.facts).is !== false &&
      (filledOn === undefined || lastTime(current, filledOn) === undefined),
  );
  if (open === undefined) return undefined;
  const { title, rules } = open;
  return {
    code: "form-missing",
    says: say(`尚未填报：${title["zh-CN"]}`, `not filled in and sent yet: ${title.en}`),
    rules,
  };
};
