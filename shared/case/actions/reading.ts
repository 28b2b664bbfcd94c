import { civilDate } from "../../calendar/zone.ts";
import { earliest, type Instant, plusMs } from "../../kernel/instant.ts";
import type { Corrective } from "../../policy/liability.ts";
import { dayReminders } from "../../policy/reminders.ts";
import type { Case } from "../case.ts";
import type { Rulebook } from "../clocks.ts";
import type { CaseEvent, EventOf } from "../event.ts";
import type { Action } from "./actions.ts";

type Plan = NonNullable<Action["plan"]>;

/** The promise of a planned action, read like a clock: it is stored nowhere. */
export type ActionReading = {
  readonly action: Action & { readonly plan: Plan };
  readonly rule: Corrective;
  /** Whether it still asks its owner for something. */
  readonly running: boolean;
  readonly state: "RUNNING" | "MET" | "BREACHED";
  readonly reminders: readonly Instant[];
};

const system = { kind: "system" } as const;

/** What each planned action promises, at `now`. An action outlives its case: it is owed to others than who complained. */
export const readActions = ({ policy, calendar }: Rulebook, current: Case, now: Instant): readonly ActionReading[] =>
  current.actions.flatMap((action): ActionReading[] => {
    const { plan } = action;
    const rule = policy.corrective.find(({ id }) => id === action.corrective);
    if (plan === undefined || rule === undefined) return [];
    const running = action.state === "PLANNED" || action.state === "REOPENED";
    const end = running ? now : (action.done?.at ?? now);
    const nominal = civilDate(plusMs(plan.due, -1), policy.calendar.timeZone);
    const state = end > plan.due ? "BREACHED" : running ? "RUNNING" : "MET";
    const reminders = dayReminders(policy, calendar, plan.at, nominal);
    return [{ action: { ...action, plan }, rule, running, state, reminders }];
  });

const had = (current: Case, one: EventOf<"actionReminded"> | EventOf<"actionOverdue">): boolean =>
  current.timeline.some(
    (event) =>
      event.type === one.type &&
      event.action === one.action &&
      event.due === one.due &&
      (event.type !== "actionReminded" || one.type !== "actionReminded" || event.threshold === one.threshold),
  );

/** Reminders and breaches of actions that are owed at `now` and that nobody had; one that was done late is late for good. */
export const owedOfActions = (rulebook: Rulebook, current: Case, now: Instant): readonly CaseEvent[] =>
  readActions(rulebook, current, now).flatMap(({ action, rule, running, state, reminders }) => {
    const { plan, id } = action;
    const of = { at: now, by: system, action: id, corrective: rule.id, owner: plan.owner, due: plan.due };
    const threshold = reminders.filter((at) => at <= now).at(-1);
    const remind = running && threshold !== undefined && now <= plan.due;
    const owed: (EventOf<"actionReminded"> | EventOf<"actionOverdue">)[] = [
      ...(remind ? [{ ...of, type: "actionReminded" as const, threshold }] : []),
      ...(state === "BREACHED" ? [{ ...of, type: "actionOverdue" as const }] : []),
    ];
    return owed.filter((one) => !had(current, one));
  });

/** When the actions of a case next ask for something by themselves. */
export const nextOfActions = (rulebook: Rulebook, current: Case, now: Instant): Instant | undefined =>
  earliest(
    ...readActions(rulebook, current, now)
      .filter(({ running }) => running)
      .flatMap(({ action, reminders }) => [...reminders, plusMs(action.plan.due, 1)])
      .filter((at) => at > now),
  );

/** For whom an action waits: who plans it, its owner, who verifies it; nobody when it is settled. */
export const waitsFor = (rule: Corrective, { state, plan }: Pick<Action, "state" | "plan">): readonly string[] => {
  switch (state) {
    case "OPEN":
      return rule.by;
    case "PLANNED":
    case "REOPENED":
      return plan === undefined ? rule.by : [plan.owner.role];
    case "DONE":
      return rule.verifiedBy;
    case "VERIFIED":
      return [];
  }
};
