import { CivilDate } from "../../shared/calendar/civil-date.ts";
import { typedMoney } from "../../shared/kernel/cents.ts";
import { Instant } from "../../shared/kernel/instant.ts";
import { accept, type Result, refuse } from "../../shared/kernel/result.ts";
import type { Locale } from "../../shared/kernel/text.ts";
import type { Field } from "../../shared/policy/field.ts";
import { misfit } from "../../shared/policy/lint-facts.ts";
import { eventNames } from "../../shared/policy/lint-workflow.ts";
import { factFields, type Policy } from "../../shared/policy/policy.ts";
import { known } from "../../shared/policy/problem.ts";
import type { Fact, Facts } from "../../shared/policy/terms.ts";

/** A moment with its offset; the seconds may be left out. */
export const readInstant = (said: string): Result<Instant, string> => {
  const parsed = Instant.safeParse(said.replace(/(T\d{2}:\d{2})(?=Z|[+-])/, "$1:00"));
  if (!parsed.success) return refuse(`"${said}" is no moment; say date, time and offset, like 2026-09-29T10:00+08:00`);
  // A century of slack on both sides of any calendar, and far from the ends of what a date can hold.
  return parsed.data >= "1900" && parsed.data < "2200"
    ? accept(parsed.data)
    : refuse(`"${said}" lies outside the years 1900 to 2199`);
};

export const readDate = (said: string): Result<CivilDate, string> => {
  const parsed = CivilDate.safeParse(said);
  return parsed.success ? accept(parsed.data) : refuse(`"${said}" is no date; say one like 2026-09-29`);
};

/** A plain decimal number, so that nothing is judged that was not written. */
export const readNumber = (what: string, said: string | undefined): Result<number, string> => {
  if (said === undefined) return refuse(`say --${what} and a number`);
  return /^-?\d{1,15}(\.\d{1,12})?$/.test(said) ? accept(Number(said)) : refuse(`--${what} "${said}" is no number`);
};

export const readLocale = (said: string | undefined): Result<Locale, string> => {
  if (said === undefined || said === "zh-CN" || said === "zh") return accept("zh-CN");
  return said === "en" ? accept("en") : refuse(`--lang is zh-CN or en, not "${said}"`);
};

const readFact = (policy: Policy, field: Field, said: string): Result<Fact, string> => {
  switch (field.type) {
    case "number": {
      const number = readNumber(`fact ${field.id}`, said);
      if (!number.ok) return refuse(`${field.id} is a number, "${said}" is not`);
      if (field.min !== undefined && number.value < field.min) return refuse(`${field.id} is at least ${field.min}`);
      if (field.max !== undefined && number.value > field.max) return refuse(`${field.id} is at most ${field.max}`);
      return number;
    }
    case "money": {
      const says = misfit(policy, field, typedMoney(said));
      return says === undefined ? accept(typedMoney(said)) : refuse(says.replace(/\.$/, ""));
    }
    case "flag":
      return said === "true" || said === "false" ? accept(said === "true") : refuse(`${field.id} is true or false`);
    case "date":
      return readDate(said);
    case "moment":
      return readInstant(said);
    default: {
      const says = misfit(policy, field, said);
      return says === undefined ? accept(said) : refuse(says.replace(/\.$/, ""));
    }
  }
};

/** Facts as the policy declares their types. */
export const readFacts = (policy: Policy, said: readonly (readonly [string, string])[]): Result<Facts, string> => {
  const facts: Record<string, Fact> = {};
  for (const [name, value] of said) {
    const field = factFields(policy).find(({ id }) => id === name);
    if (field === undefined)
      return refuse(`${policy.id} has no fact "${name}"; known are ${known(factFields(policy).map(({ id }) => id))}`);
    const fact = readFact(policy, field, value);
    if (!fact.ok) return fact;
    facts[name] = fact.value;
  }
  return accept(facts);
};

/** Events of the policy, and those that the language itself knows. */
export const readEvents = (
  policy: Policy,
  said: readonly (readonly [string, string])[],
  more: readonly string[] = [],
): Result<ReadonlyMap<string, Instant>, string> => {
  const names = new Set([...eventNames(policy), ...more]);
  const events = new Map<string, Instant>();
  for (const [name, value] of said) {
    if (!names.has(name)) return refuse(`${policy.id} has no event "${name}"; known are ${known(names)}`);
    const at = readInstant(value);
    if (!at.ok) return at;
    events.set(name, at.value);
  }
  return accept(events);
};
