import type { CivilDate } from "../calendar/civil-date.ts";
import { periodName, periodOf } from "../calendar/period.ts";
import type { Quota } from "../policy/claims.ts";
import type { Policy } from "../policy/policy.ts";
import type { Register } from "../policy/register-form.ts";
import { sameName } from "../policy/repetition.ts";
import { type Entry, type EntryGround, stands } from "./entry.ts";
import { dayOf } from "./register.ts";

/** A place that an entry takes in what is counted: for a subject, in a period; `max` absent: it is only counted. */
export type Place = {
  readonly quota: Quota;
  readonly subject: string;
  readonly period: string;
  readonly max: number | undefined;
};

/** What is counted for the company rather than for somebody. */
const COMPANY = "*";

/** What of a regulation's quotas counts the entries of a register. */
const quotasOn = ({ quotas }: Policy, { id }: Pick<Register, "id">): readonly Quota[] =>
  quotas.filter(({ form }) => form === id);

/** The name of a quota's period that holds a day. */
const periodAt = ({ window }: Quota, day: CivilDate): string =>
  "calendar" in window ? periodName(periodOf(day, window.calendar), window.calendar) : "all";

/** For whom or what an entry is counted: its subject, and everybody else that its form names (CAL-06). */
const subjectsOf = ({ subject, also }: Quota, entry: Entry): readonly string[] => {
  if (subject === undefined) return [COMPANY];
  const said = [subject, ...also].flatMap((name) => {
    const value = entry.answers[name];
    return value === undefined || typeof value === "object" ? [] : [sameName(value)];
  });
  return [...new Set(said)];
};

/** The places that an entry takes as it stands; none when it was struck out or refused. */
export const placesOf = ({ policy, form }: Pick<EntryGround, "policy" | "form">, entry: Entry): readonly Place[] =>
  stands(entry)
    ? quotasOn(policy, form).flatMap((quota) => {
        const period = periodAt(quota, dayOf(policy, form, entry.answers, entry.writtenAt));
        return subjectsOf(quota, entry).map((subject) => ({ quota, subject, period, max: quota.max }));
      })
    : [];

/** How far a quota that counts for the company has come in the period of now. */
export type Standing = { readonly quota: Quota; readonly period: string; readonly subject: string };

/** The quotas of a register that are counted for the company, in the period of a day. */
export const standingsAt = (policy: Policy, form: Register, day: CivilDate): readonly Standing[] =>
  quotasOn(policy, form)
    .filter(({ subject }) => subject === undefined)
    .map((quota) => ({ quota, period: periodAt(quota, day), subject: COMPANY }));

export const sameAs = (a: Place, b: Place): boolean =>
  a.quota.id === b.quota.id && a.subject === b.subject && a.period === b.period;
