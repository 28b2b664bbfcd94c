import { withOffset } from "../calendar/zone.ts";
import type { Action } from "../case/actions/actions.ts";
import { type Asking, askings } from "../case/actions/asked.ts";
import { type ActionReading, readActions, waitsFor } from "../case/actions/reading.ts";
import { titles } from "../case/roles.ts";
import type { Instant } from "../kernel/instant.ts";
import { say } from "../kernel/text.ts";
import { sayMoment } from "../policy/explain.ts";
import { roleTitle } from "../policy/policy.ts";
import type { ActionView } from "./action-view.ts";
import type { Shown } from "./tracking.ts";

/** How the due of an action came about and what became of it, in words. */
const explained = ({ action, running, state, reminders }: ActionReading, { rulebook, locale }: Shown): string[] => {
  const moment = (at: Instant) => sayMoment(at, rulebook.policy.calendar.timeZone, locale);
  const { plan, done } = action;
  const { person } = plan.owner;
  const first = reminders[0];
  return [
    say(
      `${moment(plan.at)}制定，由${person}在${moment(plan.due)}前完成`,
      `Planned ${moment(plan.at)}, for ${person} to do by ${moment(plan.due)}`,
    ),
    ...(running && first !== undefined ? [say(`提醒：${moment(first)}`, `Reminder: ${moment(first)}`)] : []),
    ...(done === undefined ? [] : [say(`完成：${moment(done.at)}`, `Done ${moment(done.at)}`)]),
    ...(state === "BREACHED" ? [say("已逾期", "The due was missed")] : []),
  ].map((text) => text[locale]);
};

const common = ({ rule, rules, settled }: Asking, { locale }: Pick<Shown, "locale">) => ({
  corrective: rule.id,
  title: rule.title[locale],
  rules: [...rules],
  what: rule.what,
  blocks: settled ? [] : rule.blocks,
  waitsFor: [] as string[],
  explanation: rule.procedure === undefined ? [] : [rule.procedure[locale]],
});

const planned = (asking: Asking, action: Action, shown: Shown): ActionView => {
  const { rulebook, current, now, locale } = shown;
  const { policy } = rulebook;
  const { id, state, repeated, plan, done, verified } = action;
  const at = (moment: Instant) => withOffset(moment, policy.calendar.timeZone);
  const reading = readActions(rulebook, current, now).find((one) => one.action.id === id);
  const role = plan?.owner.role ?? "";
  const base = common(asking, shown);
  return {
    ...base,
    action: id,
    state,
    waitsFor: titles(policy, waitsFor(asking.rule, action)).map((title) => title[locale]),
    repeated,
    cause: plan?.cause,
    measure: plan?.measure,
    prevention: plan?.prevention,
    owner:
      plan === undefined ? undefined : { ...plan.owner, title: roleTitle(policy, role)?.[locale] ?? plan.owner.role },
    due: plan === undefined ? undefined : at(plan.due),
    promise: reading?.state,
    done: done === undefined ? undefined : { at: at(done.at), by: done.name, result: done.result },
    verified:
      verified === undefined
        ? undefined
        : { at: at(verified.at), by: verified.name, effective: verified.effective, finding: verified.finding },
    explanation: [...base.explanation, ...(reading === undefined ? [] : explained(reading, shown))],
  };
};

/** Corrective action as staff see it: what is owed, what was planned and what came of it, and what is not followed up. */
export const actionViews = (shown: Shown): ActionView[] => {
  const { policy } = shown.rulebook;
  return askings(policy, shown.current).flatMap((asking): ActionView[] => {
    const { rule, is, actions, settled } = asking;
    const all = actions.map((action) => planned(asking, action, shown));
    if (is === "not-tracked") return [...all, { ...common(asking, shown), state: "NOT_TRACKED" }];
    if (is === "free" || actions.length > 0 || settled) return all;
    const waiting = titles(policy, rule.by).map((title) => title[shown.locale]);
    return [{ ...common(asking, shown), state: "OPEN", waitsFor: waiting }];
  });
};
