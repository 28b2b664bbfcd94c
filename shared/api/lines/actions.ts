import type { Owner } from "../../case/actions/actions.ts";
import type { Instant } from "../../kernel/instant.ts";
import { both, say, type Text } from "../../kernel/text.ts";
import { roleTitle } from "../../policy/policy.ts";
import { type Line, momentIn, type Telling } from "./line.ts";

const titleOf = ({ policy, locale }: Telling, corrective: string): string =>
  policy.corrective.find(({ id }) => id === corrective)?.title[locale] ?? corrective;

const labelled = ({ locale }: Telling, label: Text, said: string | undefined): readonly string[] =>
  said === undefined || said === "" ? [] : [`${label[locale]}${locale === "zh-CN" ? "：" : ": "}${said}`];

const ownerIn = (telling: Telling, { role, person }: Owner): readonly string[] => {
  const title = (roleTitle(telling.policy, role) ?? both(role))[telling.locale];
  return labelled(telling, say("责任人", "Owner"), `${person} (${title})`);
};

const due = (telling: Telling, at: Instant): readonly string[] =>
  labelled(telling, say("完成期限", "Due"), momentIn(telling, at));

/** That a case is counted, or is not any more, is nothing that its customer has to know. */
export const counted: Line<"counted"> = ({ corrective, place }, telling) => {
  if (telling.reader === "customer") return undefined;
  const title = titleOf(telling, corrective);
  return place === undefined
    ? { what: say("不再计入", "Counted no more"), detail: [title] }
    : { what: say("计入次数", "Counted"), detail: [title, `${place.subject} ${place.period}`] };
};

/** Corrective action is the house's own affair: none of its lines are for customers. */
export const actionOpened: Line<"actionOpened"> = (event, telling) => {
  if (telling.reader === "customer") return undefined;
  const { subject, period, times } = event;
  const why = say(`${subject}：${period}内第${times}件`, `${subject}: ${times} in ${period}`)[telling.locale];
  return { what: say("须采取措施", "Action asked for"), detail: [titleOf(telling, event.corrective), why] };
};

export const actionPlanned: Line<"actionPlanned"> = (event, telling) =>
  telling.reader === "customer"
    ? undefined
    : {
        what: say("措施已制定", "Action planned"),
        detail: [
          titleOf(telling, event.corrective),
          ...labelled(telling, say("原因", "Cause"), event.cause),
          ...labelled(telling, say("措施", "Measure"), event.measure),
          ...labelled(telling, say("预防措施", "Preventive measure"), event.prevention),
          ...ownerIn(telling, event.owner),
          ...due(telling, event.due),
        ],
      };

export const actionDone: Line<"actionDone"> = (event, telling) =>
  telling.reader === "customer"
    ? undefined
    : { what: say("措施已完成", "Action done"), detail: [titleOf(telling, event.corrective), event.result] };

export const actionVerified: Line<"actionVerified"> = (event, telling) =>
  telling.reader === "customer"
    ? undefined
    : {
        what: event.effective
          ? say("措施经验证有效", "Action verified")
          : say("措施无效，退回", "Action did not work, sent back"),
        detail: [titleOf(telling, event.corrective), event.finding],
      };

type Dated = { readonly corrective: string; readonly owner: Owner; readonly due: Instant };

const dated = (telling: Telling, what: Text, { corrective, owner, due: at }: Dated) =>
  telling.reader === "customer"
    ? undefined
    : { what, detail: [titleOf(telling, corrective), ...ownerIn(telling, owner), ...due(telling, at)] };

export const actionReminded: Line<"actionReminded"> = (event, telling) =>
  dated(telling, say("措施到期提醒", "Reminder of an action"), event);

export const actionOverdue: Line<"actionOverdue"> = (event, telling) =>
  dated(telling, say("措施逾期", "Action overdue"), event);
