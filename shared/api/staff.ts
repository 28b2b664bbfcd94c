import { withOffset } from "../calendar/zone.ts";
import type { Actor } from "../case/actor.ts";
import { isRunning, readClocks } from "../case/clocks.ts";
import { allCopies } from "../case/copies/copies.ts";
import { excusable, reasonLabel } from "../case/excuse.ts";
import { closedToExtend } from "../case/extend.ts";
import { type Offered, offersFor } from "../case/offers.ts";
import { openActs } from "../case/open.ts";
import { actsAs, holders, officers, titles } from "../case/roles.ts";
import { closedTo } from "../case/step.ts";
import type { Locale } from "../kernel/text.ts";
import type { Policy } from "../policy/policy.ts";
import { maskFor } from "../privacy/privacy.ts";
import { tellable } from "../privacy/told.ts";
import { isProvisional } from "../record/numbering.ts";
import type { OutboxEntry } from "../record/outbox.ts";
import { seenVersion } from "../record/record.ts";
import { actionViews } from "./actions.ts";
import type { CaseView } from "./case-view.ts";
import { claimView } from "./claims.ts";
import { correctionViews } from "./corrections.ts";
import { decisionsView } from "./decision-views.ts";
import { copyView } from "./forms.ts";
import { takenView } from "./intake-views.ts";
import { nextField } from "./next-field.ts";
import { opinionOrigin } from "./opinion-origin.ts";
import { receivedViews } from "./received.ts";
import { recordedViews } from "./recorded.ts";
import { sayRefused } from "./refused.ts";
import { returnView } from "./returns.ts";
import { routingView } from "./routing-views.ts";
import { sanctionViews } from "./sanctions.ts";
import { correctableTimeline } from "./timeline.ts";
import { type Shown, viewFor } from "./tracking.ts";
import { visitViews } from "./visits.ts";

const mailOf = (policy: Policy, { template, to, owedAt, state }: OutboxEntry, zone: string, locale: Locale) => ({
  template,
  to: to === "reporter" ? to : (titles(policy, [to])[0]?.[locale] ?? to),
  owedAt: withOffset(owedAt, zone),
  state: state.is === "sent" ? (state.back?.how ?? state.is) : state.is,
  detail: state.is === "notSent" ? state.why : state.is === "sent" ? (state.back?.why ?? state.messageId) : undefined,
});

const offeredIn = (offered: Offered, locale: Locale) =>
  Object.fromEntries(
    Object.entries(offered).map(([field, value]) => [field, typeof value === "object" ? value[locale] : value]),
  );

/** The whole case for a member of staff, with what the regulation lets exactly this person do next, and why not. */
export const caseView = (shown: Shown, by: Actor): CaseView => {
  const { record, rulebook, current, now, locale } = shown;
  const { policy } = rulebook;
  const masks = maskFor(policy, by);
  const told = tellable(masks, current);
  const zone = policy.calendar.timeZone;
  const running = new Set(
    readClocks(rulebook, current, now)
      .filter(isRunning)
      .map(({ clock }) => clock.id),
  );
  const may = (roles: readonly string[]) => actsAs(by, roles);
  const approves = (clock: string) =>
    may(policy.exceptions.filter((rule) => rule.clock === clock).map(({ approver }) => approver));
  return {
    ...viewFor("staff", { ...shown, told }, by.kind === "staff" ? by.roles : []),
    timeline: correctableTimeline(rulebook, told, by, locale),
    claim: claimView(rulebook, current, locale),
    returned: returnView(policy, current, locale),
    version: seenVersion(record),
    routing: routingView(policy, current, locale),
    contact: told.contact,
    taken: takenView(policy, told, locale),
    opinion: opinionOrigin(policy, told, locale),
    facts: { ...told.facts },
    masked: [...masks.keys()],
    duplicates: current.duplicates.map(({ of, number, decision }) => ({
      caseId: of,
      number,
      provisional: isProvisional(of, number),
      same: decision?.same,
    })),
    extensions: current.extensions.map((one) => ({
      id: one.id,
      clock: one.clock,
      newDue: withOffset(one.newDue, zone),
      reason: one.reason,
      requestedAt: withOffset(one.requestedAt, zone),
      decision: one.decision && { ...one.decision, at: withOffset(one.decision.at, zone) },
      mayDecide: closedToExtend(policy, one, by) === undefined,
    })),
    exceptions: current.exceptions.map(({ id, clock, reason, promised, remark, recordedAt, decision }) => ({
      id,
      clock,
      reason: { value: reason, label: reasonLabel(policy, clock, reason)[locale] },
      promised: withOffset(promised, zone),
      remark,
      recordedAt: withOffset(recordedAt, zone),
      decision: decision === undefined ? undefined : { ...decision, at: withOffset(decision.at, zone) },
      mayDecide: decision === undefined && approves(clock),
    })),
    recorded: recordedViews(policy, told, locale),
    corrections: correctionViews(policy, told, locale),
    mayKeep: may(officers(policy)),
    actions: actionViews(shown),
    sanctions: sanctionViews(shown, by),
    visits: visitViews(rulebook, current, locale),
    copies: allCopies(policy, current).map((one) => copyView(policy, one, locale)),
    mails: record.outbox.map((entry) => mailOf(policy, entry, zone, locale)),
    received: receivedViews(policy, told, { links: shown.papers ?? new Map(), masks, locale }),
    next: (policy.workflow?.steps ?? []).map((step) => {
      const closed = closedTo(rulebook, current, step, by);
      return {
        step: step.id,
        title: step.title[locale],
        allowed: closed === undefined,
        why: closed === undefined ? undefined : sayRefused(closed)[locale],
        fields: step.fields.map((field) => nextField(policy, field, locale)),
        offered: offeredIn(offersFor(rulebook, current, step), locale),
      };
    }),
    acts: openActs(rulebook, current, by, now).map(({ act, of, title, rules, path, given, fields, closed }) => ({
      act,
      of,
      title: title[locale],
      rules: [...rules],
      path,
      given: { ...given },
      allowed: closed === undefined,
      why: closed === undefined ? undefined : sayRefused(closed)[locale],
      fields: fields.map((field) => nextField(policy, field, locale)),
    })),
    ...decisionsView(policy, current, locale),
    mayNote: may(holders(policy, "note")),
    mayExtend: policy.extensions
      .filter(({ clock, requestedBy }) => running.has(clock) && may(requestedBy))
      .map(({ clock }) => clock),
    mayExcuse: policy.exceptions
      .filter(({ clock }) => may(holders(policy, "note")) && excusable(rulebook, current, clock, now).ok)
      .map(({ clock, reasons }) => ({
        clock,
        reasons: reasons.map(({ value, label }) => ({ value, label: label[locale] })),
      })),
  };
};
