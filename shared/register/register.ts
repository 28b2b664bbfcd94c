import { CivilDate } from "../calendar/civil-date.ts";
import { civilDate, startOfDay } from "../calendar/zone.ts";
import type { StepAnswers } from "../case/actor.ts";
import { holders } from "../case/roles.ts";
import { Instant } from "../kernel/instant.ts";
import { takersOf } from "../policy/entry-steps.ts";
import type { Policy } from "../policy/policy.ts";
import type { ControlledForm } from "../policy/records.ts";
import type { Register } from "../policy/register-form.ts";
import { sameName } from "../policy/repetition.ts";

const ofHouse = ({ roles }: Policy, names: readonly string[]): readonly string[] =>
  names.filter((name) => roles.some(({ id }) => id === name));

/** Who writes entries and puts them right: whoever fills the form in, and whoever looks after it. */
export const writersOf = (policy: Policy, { by, keptBy }: ControlledForm): readonly string[] =>
  ofHouse(policy, [...new Set([...by, ...(keptBy === undefined ? [] : [keptBy])])]);

/** Who reads a register: whoever has to do with it; and where it is not restricted whoever reads the regulation's cases. */
export const readersOf = (policy: Policy, form: Register): readonly string[] => {
  const own = [...writersOf(policy, form), ...takersOf(policy, form), ...form.copies.flatMap(({ role }) => role ?? [])];
  const all = form.confidentiality === "restricted" ? own : [...own, ...holders(policy, "read")];
  return ofHouse(policy, [...new Set(all)]).filter((role) => !form.never.includes(role));
};

/** When what an entry tells of was: the day or moment that its form says, else when it was written. */
export const momentOf = (
  { calendar: { timeZone } }: Policy,
  { entries: { on } }: Register,
  answers: StepAnswers,
  writtenAt: Instant,
): Instant => {
  const said = on === undefined ? undefined : answers[on];
  const day = CivilDate.safeParse(said);
  return day.success ? startOfDay(day.data, timeZone) : (Instant.safeParse(said).data ?? writtenAt);
};

/** The day of an entry in the regulation's time zone. */
export const dayOf = (policy: Policy, form: Register, answers: StepAnswers, writtenAt: Instant): CivilDate =>
  civilDate(momentOf(policy, form, answers, writtenAt), policy.calendar.timeZone);

/** About whom or what an entry is, spelled alike however it was written; undefined where its register says nothing. */
export const subjectOf = ({ entries: { subject } }: Register, answers: StepAnswers): string | undefined => {
  const said = subject === undefined ? undefined : answers[subject];
  return said === undefined || typeof said === "object" ? undefined : sameName(said) || undefined;
};

/** The same of what somebody typed and nobody has judged yet. */
export const subjectSaid = (form: Register, given: Readonly<Record<string, unknown>>): string | undefined => {
  const said = form.entries.subject === undefined ? undefined : given[form.entries.subject];
  return typeof said === "string" || typeof said === "number" ? sameName(said) || undefined : undefined;
};
