import { say } from "../../kernel/text.ts";
import { Field, plainFields } from "../../policy/field.ts";
import type { Policy } from "../../policy/policy.ts";
import type { Opens } from "../open.ts";
import { actsAs, titles } from "../roles.ts";
import { closedRoute, giftedBy, usersOf } from "./assign.ts";
import { needRecorders, needsOf } from "./needs.ts";
import { closedToOpine, hears, openOpinions } from "./opinions.ts";
import { awaited, standing } from "./routing.ts";
import { closedToReturn, closedToTake } from "./take-over.ts";

const text = (id: string, zh: string, en: string, required = false): Field =>
  Field.parse({ id, type: "longText", max: 2000, required, label: say(zh, en) });
const flag = (id: string, zh: string, en: string, required = false): Field =>
  Field.parse({ id, type: "flag", required, label: say(zh, en) });

const toWhom = (policy: Policy, roles: readonly string[]): Field =>
  Field.parse({
    id: "role",
    type: "choice",
    required: true,
    label: say("交给", "To"),
    of: roles.map((value, at) => ({ value, label: titles(policy, roles)[at] })),
  });

/** Below `person` in the body. */
const person: Field = {
  ...Field.parse({ id: "name", type: "text", max: 100, label: say("姓名", "By name") }),
  id: "person.name",
};

/** Routes by which somebody may give the case on; those of others are left out. */
const assignments: Opens = ({ policy }, current, by) =>
  policy.routing.flatMap((rule) => {
    const roles = giftedBy(policy, rule);
    if (roles.length === 0 || !actsAs(by, usersOf(policy, rule))) return [];
    const closed = closedRoute(policy, rule, current, by);
    if (closed?.code === "not-for-this-case") return [];
    const stands = policy.routing.some(
      (one) => one.kind === "substitute" && one.by.some((role) => roles.includes(role)),
    );
    const step = policy.workflow?.steps.find(({ id }) => id === rule.step);
    const answers = plainFields(step?.fields ?? []).map((field) => ({ ...field, id: `answers.${field.id}` }));
    return [
      {
        act: "assign",
        of: rule.id,
        title: rule.title,
        rules: rule.rules,
        path: "assignments",
        given: { route: rule.id, ...(roles.length === 1 && roles[0] !== undefined ? { role: roles[0] } : {}) },
        fields: [
          ...(roles.length > 1 ? [toWhom(policy, roles)] : []),
          person,
          ...(stands ? [flag("absent", "不在，由代理人接手", "Absent, whoever stands in takes it")] : []),
          ...answers,
          text("note", "说明", "Note"),
        ],
        closed,
      },
    ];
  });

/** What was given to somebody who may now take it over or give it back. */
const replies: Opens = ({ policy }, { routing, ...current }, by) => {
  const [waiting, held] = [awaited(routing), standing(routing)];
  const whole = { ...current, routing };
  const common = (route: string) => ({
    of: route,
    rules: policy.routing.find(({ id }) => id === route)?.rules ?? [],
    given: {},
  });
  return [
    ...(waiting === undefined || closedToTake(policy, whole, waiting.assignment, by) !== undefined
      ? []
      : [
          {
            ...common(waiting.route),
            act: "takeOver",
            title: say("确认接手", "Acknowledge and take over"),
            path: `assignments/${waiting.assignment}/acknowledgement`,
            fields: [],
          },
        ]),
    ...(held === undefined || closedToReturn(policy, whole, held.assignment, by) !== undefined
      ? []
      : [
          {
            ...common(held.route),
            act: "giveBack",
            title: say("退回", "Give it back"),
            path: `assignments/${held.assignment}/return`,
            fields: [text("reason", "退回原因", "Why", true)],
          },
        ]),
  ];
};

const needs: Opens = ({ policy }, current, by) =>
  policy.routing.flatMap((rule) => {
    if (!actsAs(by, needRecorders(policy, rule))) return [];
    return needsOf(rule, current)
      .filter(({ met, recordable }) => recordable && !met)
      .map(({ need, says }) => ({
        act: "recordNeed",
        of: `${rule.id} ${need}`,
        title: say(`登记：${says["zh-CN"]}`, `Record: ${says.en}`),
        rules: rule.rules,
        path: `routes/${rule.id}/needs/${need}`,
        given: {},
        fields: [text("text", "内容", "What was given, by whom and when", true)],
      }));
  });

const opinions: Opens = ({ policy }, current, by) =>
  policy.routing.filter(hears).flatMap((rule) => {
    if (closedToOpine(policy, rule, by) !== undefined) return [];
    const others = openOpinions(policy, rule, current).some(({ role }) => !actsAs(by, [role]));
    return [
      {
        act: "giveOpinion",
        of: rule.id,
        title: say(`本部门意见：${rule.title["zh-CN"]}`, `Our opinion: ${rule.title.en}`),
        rules: rule.rules,
        path: "opinions",
        given: { route: rule.id },
        fields: [
          text("text", "意见", "Opinion", true),
          ...(others ? [flag("agrees", "与其他部门意见一致", "It agrees with the other department", true)] : []),
        ],
      },
    ];
  });

/** What may be done with who has a case: give it on, take it over, give it back, say what a route needs, be heard. */
export const openRouting: Opens = (...asked) =>
  [assignments, replies, needs, opinions].flatMap((open) => open(...asked));
