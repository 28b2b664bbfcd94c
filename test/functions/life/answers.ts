import type { Problem } from "../../../shared/api/problem.ts";
import type { Category } from "../../../shared/policy/intake.ts";
import type { Policy } from "../../../shared/policy/policy.ts";

/** A field as a form or the interface describes it: enough to answer it. */
type Asked = {
  readonly id: string;
  readonly type: string;
  readonly required: boolean;
  readonly min?: number | undefined;
  readonly choices?: readonly { readonly value: string }[] | undefined;
  readonly of?: unknown;
  readonly fields?: readonly Asked[] | undefined;
};

const leaves = (tree: readonly Category[]): readonly string[] =>
  tree.flatMap(({ code, children }) => (children.length === 0 ? [code] : leaves(children)));

const valuesOf = (policy: Policy, field: Asked): readonly string[] => {
  if (field.type === "category") return leaves(policy.categories);
  if (field.choices !== undefined) return field.choices.map(({ value }) => value);
  return Array.isArray(field.of) ? field.of.map((one: { value: string }) => one.value) : [];
};

/** Something that a field takes, whatever it is about; `nth` chooses among several. */
const answerTo = (policy: Policy, field: Asked, now: number, nth = 0): unknown => {
  const day = new Date(now + (8 + 24) * 3_600_000).toISOString().slice(0, 10);
  switch (field.type) {
    case "choice":
    case "category": {
      const values = valuesOf(policy, field);
      return values[nth % values.length];
    }
    case "number":
      return (field.min ?? 0) + 1 + nth;
    case "money":
      return "120.00";
    case "flag":
      return nth % 2 === 0;
    case "date":
      return day;
    case "moment":
      return `${day}T09:00:00+08:00`;
    case "list":
      return [answersTo(policy, field.fields ?? [], now, nth)];
    default:
      return `as asked, ${field.id}`;
  }
};

/** What is required of some fields, answered; what is required only because of another answer comes by `completed`. */
export const answersTo = (policy: Policy, fields: readonly Asked[], now: number, nth = 0): Record<string, unknown> =>
  Object.fromEntries(
    fields.filter(({ required }) => required).map((field) => [field.id, answerTo(policy, field, now, nth)]),
  );

/** The answers after a refusal: what was missing is there, what did not fit the others is left out or chosen anew. */
export const completed = (
  policy: Policy,
  fields: readonly Asked[],
  answers: Readonly<Record<string, unknown>>,
  problem: Problem,
  { now, nth }: { readonly now: number; readonly nth: number },
): Record<string, unknown> => {
  const next = { ...answers };
  for (const { path, code } of problem.fields ?? []) {
    const [, id = ""] = path.split("/");
    const field = fields.find((one) => one.id === id);
    if (code === "unknown-field" || field === undefined) delete next[id];
    else if (code === "invalid" && field.type === "number") next[id] = field.min ?? 1;
    else next[id] = answerTo(policy, field, now, code === "required" ? nth : nth + 1);
  }
  return next;
};
