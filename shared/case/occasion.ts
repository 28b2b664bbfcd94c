import { CivilDate } from "../calendar/civil-date.ts";
import { endOfDay } from "../calendar/zone.ts";
import type { Instant } from "../kernel/instant.ts";
import { accept, type Result, refuse } from "../kernel/result.ts";
import { both, say } from "../kernel/text.ts";
import type { Intake } from "../policy/intake.ts";
import type { Policy } from "../policy/policy.ts";
import type { Facts } from "../policy/terms.ts";
import type { FieldFault, Refusal } from "./fault.ts";

/** An occasion of which a company takes matters in, such as one exhibition, and what is fixed for it. */
export type Occasion = { readonly name: string; readonly facts: Facts };

type Known = { readonly facts: Facts; readonly happened: Readonly<Record<string, unknown>> };

/** Why nothing more is taken for an occasion at a moment: its day is over, and nobody has asked for it anew (BCE-02). */
export const occasionClosed = (policy: Policy, { facts, happened }: Known, at: Instant): Refusal | undefined => {
  const occasion = policy.intake?.occasion;
  if (occasion === undefined) return undefined;
  const { closes, reopens, prohibition } = occasion;
  const day = CivilDate.safeParse(facts[closes]).data;
  if (day === undefined || at <= endOfDay(day, policy.calendar.timeZone)) return undefined;
  if (reopens !== undefined && happened[reopens] !== undefined) return undefined;
  const ban = policy.prohibitions.find(({ id }) => id === prohibition);
  const refuses = ban !== undefined && "refuses" in ban.effect ? ban.effect.refuses : say("已截止", "it is closed");
  return {
    code: "intake-closed",
    says: say(`${refuses["zh-CN"]}（${day}）`, `${refuses.en} (${day})`),
    rules: ban?.rules ?? [],
  };
};

const unknown = (field: string, occasions: readonly Occasion[], rules: readonly string[]): FieldFault => {
  const names = occasions.map(({ name }) => name);
  return {
    path: `/${field}`,
    code: "invalid",
    rule: rules[0],
    says: say(`请从下列选项中选择：${names.join("、")}`, `choose one of ${names.join(", ")}`),
  };
};

/**
 * What is fixed for the occasion that a form names. A company that keeps no occasions leaves it to whoever reviews; one that
 * does takes nothing for any other, nor for one that is over.
 */
export const occasionFacts = (
  policy: Policy,
  {
    answers,
    occasions,
    at,
    mailed,
  }: {
    readonly answers: Facts;
    readonly occasions: readonly Occasion[];
    readonly at: Instant;
    /** A mail may leave open which one it is about: whoever receives it says so. */
    readonly mailed?: unknown;
  },
): Result<Facts, Refusal> => {
  const occasion = policy.intake?.occasion;
  if (occasion === undefined || occasions.length === 0) return accept({});
  if (mailed !== undefined && answers[occasion.field] === undefined) return accept({});
  const found = occasions.find(({ name }) => name === answers[occasion.field]);
  const rules = policy.intake?.rules ?? [];
  if (found === undefined)
    return refuse({ code: "bad-fields", fields: [unknown(occasion.field, occasions, rules)], rules });
  const closed = occasionClosed(policy, { facts: found.facts, happened: {} }, at);
  return closed === undefined ? accept(found.facts) : refuse(closed);
};

/**
 * A form on which the occasion is chosen from those that are still open; from all of them once none is, so that the answer
 * says since when. As it is where the company keeps no occasions: then the name is typed.
 */
export const choosing = (policy: Policy, intake: Intake, occasions: readonly Occasion[], now: Instant): Intake => {
  const field = intake.occasion?.field;
  const open = occasions.filter(({ facts }) => occasionClosed(policy, { facts, happened: {} }, now) === undefined);
  const of = (open.length > 0 ? open : occasions).map(({ name }) => ({ value: name, label: both(name) }));
  if (of.length === 0) return intake;
  return {
    ...intake,
    fields: intake.fields.map((one) => {
      const { id, label, hint, required, when, rules } = one;
      return id === field ? { id, label, hint, required, when, rules, type: "choice", of } : one;
    }),
  };
};
