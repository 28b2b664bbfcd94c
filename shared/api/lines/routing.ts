import { titles } from "../../case/roles.ts";
import { say } from "../../kernel/text.ts";
import type { Line, Telling } from "./line.ts";

const roleTitle = ({ policy, locale }: Telling, role: string): string => titles(policy, [role])[0]?.[locale] ?? role;

const routeTitle = ({ policy, locale }: Telling, route: string): string =>
  policy.routing.find(({ id }) => id === route)?.title[locale] ?? route;

const some = (...texts: readonly (string | undefined)[]): readonly string[] =>
  texts.filter((one) => one !== undefined && one !== "") as readonly string[]; // filtered for it

/** The customer reads which role it went to, never a person's name. */
export const assigned: Line<"assigned"> = ({ route, role, person, insteadOf, note }, telling) => {
  const to = roleTitle(telling, role);
  if (telling.reader === "customer")
    return { what: say("已移交，等待接手", "Handed over, to be taken over by"), detail: [to] };
  const away = insteadOf === undefined ? undefined : roleTitle(telling, insteadOf);
  const instead =
    away === undefined ? undefined : { "zh-CN": `${away}不在，由其代理`, en: `in place of: ${away}` }[telling.locale];
  return {
    what: say("交办", "Given to"),
    detail: some(person === undefined ? to : `${to} · ${person.name}`, routeTitle(telling, route), instead, note),
  };
};

export const assignmentTaken: Line<"assignmentTaken"> = ({ assignment }, telling) => {
  const one = telling.current.routing.assignments.find((each) => each.assignment === assignment);
  return { what: say("已接手", "Taken over"), detail: one === undefined ? [] : [roleTitle(telling, one.role)] };
};

export const assignmentReturned: Line<"assignmentReturned"> = ({ reason }, { reader }) =>
  reader === "customer" ? undefined : { what: say("退回", "Given back"), detail: [reason] };

export const needRecorded: Line<"needRecorded"> = ({ route, need, text }, telling) => {
  if (telling.reader === "customer") return undefined;
  const says = telling.policy.routing.find(({ id }) => id === route)?.needs[need - 1]?.[telling.locale];
  return { what: say("登记前提", "Recorded"), detail: some(says, text) };
};

export const opinionGiven: Line<"opinionGiven"> = ({ role, text, agrees }, telling) => {
  if (telling.reader === "customer") return undefined;
  const other =
    agrees === false
      ? { "zh-CN": "与其他部门意见不一致", en: "disagrees with the other department" }[telling.locale]
      : undefined;
  return { what: say("部门意见", "Opinion of a department"), detail: some(roleTitle(telling, role), text, other) };
};
