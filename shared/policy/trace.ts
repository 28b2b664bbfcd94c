import type { Category } from "./intake.ts";
import type { Policy } from "./policy.ts";

/** Where one rule of the register is honoured; `missing` means that the file forgets it. */
export type Traced = {
  readonly rule: string;
  readonly status: "carried" | "planned" | "notSoftware" | "missing";
  /** What carries it, what will, or why nothing can. */
  readonly by: readonly string[];
};

export type Carrier = { readonly by: string; readonly path: string; readonly rules: readonly string[] };

const categoryCarriers = (categories: readonly Category[], path: string): readonly Carrier[] =>
  categories.flatMap(({ code, rules, children }, at) => [
    { by: `category ${code}`, path: `${path}[${at}]`, rules },
    ...categoryCarriers(children, `${path}[${at}].children`),
  ]);

type Ruled = { readonly id: string; readonly rules: readonly string[] };

const listed = (list: readonly Ruled[], path: string, word: string): readonly Carrier[] =>
  list.map(({ id, rules }, at) => ({ by: `${word} ${id}`, path: `${path}[${at}]`, rules }));

/** Every construct that names rules, with its place in the file. */
export const carriers = (policy: Policy): readonly Carrier[] => {
  const { intake, numbering, workflow } = policy;
  const extensions = policy.extensions.map(({ clock, rules }) => ({ id: clock, rules }));
  const mails = policy.notifications.map(({ on, template, rules }) => ({ id: `${template} on ${on}`, rules }));
  const named = policy.carriedBy.map(({ rule, by }, at) => ({ by, path: `carriedBy[${at}]`, rules: [rule] }));
  return [
    ...listed(policy.roles, "roles", "role"),
    ...listed(policy.facts, "facts", "fact"),
    ...(intake === undefined ? [] : [{ by: "intake form", path: "intake", rules: intake.rules }]),
    ...listed(intake?.fields ?? [], "intake.fields", "field"),
    ...listed(intake?.damages?.fields ?? [], "intake.damages.fields", "damage field"),
    ...categoryCarriers(policy.categories, "categories"),
    ...listed(policy.evidence, "evidence", "evidence"),
    ...(numbering === undefined ? [] : [{ by: "numbering", path: "numbering", rules: numbering.rules }]),
    ...listed(workflow?.steps ?? [], "workflow.steps", "step"),
    ...listed(policy.clocks, "clocks", "clock"),
    ...listed(extensions, "extensions", "extension of"),
    ...listed(mails, "notifications", "mail"),
    ...listed(policy.kpis, "kpis", "kpi"),
    ...named,
  ];
};

/** `DFA-01` … `DFA-34`: every rule the register has under that prefix. */
export const registeredRules = (prefix: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, at) => `${prefix}-${`${at + 1}`.padStart(2, "0")}`);

/** What became of every rule of the register. */
export const trace = (policy: Policy): readonly Traced[] => {
  const carried = carriers(policy);
  return registeredRules(policy.prefix, policy.registered).map((rule): Traced => {
    const by = carried.filter(({ rules }) => rules.includes(rule)).map((carrier) => carrier.by);
    if (by.length > 0) return { rule, status: "carried", by };
    const planned = policy.planned.filter((one) => one.rule === rule).map((one) => one.by);
    if (planned.length > 0) return { rule, status: "planned", by: planned };
    const reasons = policy.notSoftware.filter((one) => one.rule === rule).map(({ why }) => why);
    return { rule, status: reasons.length > 0 ? "notSoftware" : "missing", by: reasons };
  });
};
