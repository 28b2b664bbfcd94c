import { say } from "../../kernel/text.ts";
import type { Guard } from "../guards.ts";
import { costsOf, isGround } from "./costs.ts";

/** A charge that the regulation asks for must be there first (DTS-17, AS-27); where its ground is not known to hold, none is asked. */
export const charge: Guard = ({ policy }, current, step) => {
  const booked = new Set(costsOf(policy, current).map(({ rule }) => rule.id));
  const owed = policy.costs.find(
    (rule) => rule.blocks.includes(step.id) && !booked.has(rule.id) && isGround(policy, rule, current, {}).is === true,
  );
  if (owed === undefined) return undefined;
  const { title, bearer, rules } = owed;
  const says = say(
    `须先登记：${title["zh-CN"]}（${bearer["zh-CN"]}承担）`,
    `"${title.en}", borne by ${bearer.en}, must be booked first`,
  );
  return { code: "charge-missing", says, rules };
};
