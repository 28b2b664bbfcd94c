import type { Instant } from "../../kernel/instant.ts";
import type { VisitRule } from "../../policy/follow-up.ts";
import { holds } from "../../policy/holds.ts";
import type { Policy } from "../../policy/policy.ts";
import { lastTime } from "../bring.ts";
import type { Case } from "../case.ts";
import type { EventOf } from "../event.ts";
import { signoffsOf } from "../sign/signoffs.ts";

/** One visit that a regulation asks for, as a case's timeline tells it. */
export type VisitReading = {
  readonly rule: VisitRule;
  readonly applies: boolean;
  /** Since when it is owed; undefined while nothing has happened that causes it. */
  readonly since: Instant | undefined;
  /** What was written down about it, earlier tries among it. */
  readonly records: readonly EventOf<"visitRecorded">[];
  /** How often they were met since it is owed. */
  readonly contacts: number;
  /** Done is not signed: a visit that must be signed is over only with the signature (IPP-10). */
  readonly state: "not-yet" | "due" | "unreachable" | "rebooked" | "done" | "signed";
};

/** Whether what was visited for has been signed since then. */
const isSigned = (policy: Policy, current: Case, form: string | undefined, since: Instant): boolean =>
  signoffsOf(policy, current).some(
    ({ signoff, of, missing }) =>
      form !== undefined && signoff.form === form && of !== undefined && of >= since && missing.length === 0,
  );

const readVisit = (policy: Policy, current: Case, rule: VisitRule): VisitReading => {
  const applies = holds(policy, rule.when, current.facts).is !== false;
  const since = lastTime(current, rule.after);
  const records = current.timeline
    .filter((event) => event.type === "visitRecorded")
    .filter(({ visit }) => visit === rule.id);
  if (since === undefined) return { rule, applies, since, records, contacts: 0, state: "not-yet" };
  const own = records.filter(({ of }) => of === since);
  const contacts = own.filter(({ outcome }) => outcome === "done").length;
  const reported = rule.event === undefined ? undefined : lastTime(current, rule.event);
  const met = contacts >= rule.contacts || (reported !== undefined && reported >= since);
  if (met) {
    const signed = rule.signature && isSigned(policy, current, rule.form, since);
    return { rule, applies, since, records, contacts, state: signed ? "signed" : "done" };
  }
  const last = records.at(-1);
  const state = last === undefined || last.outcome === "done" || last.at < since ? "due" : last.outcome;
  return { rule, applies, since, records, contacts, state };
};

/** Every visit that the policy's cases cause, as it stands in this one. */
export const visitsOf = (policy: Policy, current: Case): readonly VisitReading[] =>
  policy.visits.map((rule) => readVisit(policy, current, rule));

/** Whether nothing of a visit is owed any more. */
export const isOver = ({ rule, state }: VisitReading): boolean =>
  state === "signed" || (state === "done" && !rule.signature);
