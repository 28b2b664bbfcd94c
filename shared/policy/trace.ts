import type { Category } from "./intake.ts";
import { NAMED_LISTS } from "./named-lists.ts";
import type { Policy } from "./policy.ts";

/** Where one rule of the register is honoured; `missing` means that the file forgets it. */
export type Traced = {
  readonly rule: string;
  readonly status: "carried" | "planned" | "notSoftware" | "missing";
  /** What carries it, what will, or why nothing can. */
  readonly by: readonly string[];
};

export type Carrier = { readonly by: string; readonly path: string; readonly rules: readonly string[] };

/** What an entry of each list is called as a carrier. */
export const LISTED = { ...NAMED_LISTS, routing: "routing" } as const;

const categoryCarriers = (categories: readonly Category[], path: string): readonly Carrier[] =>
  categories.flatMap(({ code, rules, children }, at) => [
    { by: `category ${code}`, path: `${path}[${at}]`, rules },
    ...categoryCarriers(children, `${path}[${at}].children`),
  ]);

type Ruled = { readonly id: string; readonly rules: readonly string[] };

const listed = (list: readonly Ruled[], path: string, word: string): readonly Carrier[] =>
  list.map(({ id, rules }, at) => ({ by: `${word} ${id}`, path: `${path}[${at}]`, rules }));

const one = (construct: Pick<Ruled, "rules"> | undefined, path: string): readonly Carrier[] =>
  construct === undefined ? [] : [{ by: path, path, rules: construct.rules }];

/** What a regulation says beside the life of a case. */
const furtherCarriers = (policy: Policy): readonly Carrier[] => {
  const { liability, claims, returns } = policy;
  const exceptions = policy.exceptions.map(({ clock, rules }) => ({ id: clock, rules }));
  return [
    ...policy.scope.map(({ rules }, at) => ({ by: "scope", path: `scope[${at}]`, rules })),
    ...Object.entries(LISTED).flatMap(([path, word]) => listed(policy[path as keyof typeof LISTED], path, word)), // the keys of that list
    ...policy.forms.flatMap(({ id, fields }, at) => listed(fields, `forms[${at}].fields`, `field of ${id}:`)),
    ...policy.forms.flatMap(({ id, entries }, at) =>
      listed(
        [...(entries?.refuses ?? []), ...(entries?.needs ?? []), ...(entries?.steps ?? [])],
        `forms[${at}].entries`,
        `entry of ${id}:`,
      ),
    ),
    ...policy.surveys.flatMap(({ dimensions }, at) =>
      listed(dimensions, `surveys[${at}].dimensions`, "survey dimension"),
    ),
    ...policy.surveys.flatMap(({ commendation }, at) => one(commendation, `surveys[${at}].commendation`)),
    ...policy.privacy.flatMap(({ disclosure }, at) => one(disclosure, `privacy[${at}].disclosure`)),
    ...listed(exceptions, "exceptions", "exception of"),
    ...one(liability, "liability"),
    ...listed(liability?.questions ?? [], "liability.questions", "triage question"),
    ...(liability?.classes ?? []).map(({ value, rules }, at) => ({
      by: `liability class ${value}`,
      path: `liability.classes[${at}]`,
      rules,
    })),
    ...one(liability?.shares, "liability.shares"),
    ...one(claims, "claims"),
    ...listed(claims?.documents ?? [], "claims.documents", "claim document"),
    ...listed(claims?.exclusions ?? [], "claims.exclusions", "claim exclusion"),
    ...listed(claims?.compensation ?? [], "claims.compensation", "compensation"),
    ...one(returns, "returns"),
    ...one(returns?.tolerance, "returns.tolerance"),
    ...(returns?.outcomes ?? []).map(({ value, rules }, at) => ({
      by: `return outcome ${value}`,
      path: `returns.outcomes[${at}]`,
      rules,
    })),
    ...listed(returns?.proofs ?? [], "returns.proofs", "return proof"),
  ];
};

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
    ...furtherCarriers(policy),
    ...named,
  ];
};

/** `DFA-01` … `DFA-34`: every rule the register has under that prefix. */
export const registeredRules = (prefix: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, at) => `${prefix}-${`${at + 1}`.padStart(2, "0")}`);

/** What became of every rule of the register. */
export const trace = (policy: Policy): readonly Traced[] => {
  const carried = new Map<string, string[]>();
  for (const { by, rules } of carriers(policy)) {
    for (const rule of new Set(rules)) {
      const known = carried.get(rule);
      if (known === undefined) carried.set(rule, [by]);
      else known.push(by);
    }
  }
  return registeredRules(policy.prefix, policy.registered).map((rule): Traced => {
    const by = carried.get(rule) ?? [];
    if (by.length > 0) return { rule, status: "carried", by };
    const planned = policy.planned.filter((one) => one.rule === rule).map((one) => one.by);
    if (planned.length > 0) return { rule, status: "planned", by: planned };
    const reasons = policy.notSoftware.filter((one) => one.rule === rule).map(({ why }) => why);
    return { rule, status: reasons.length > 0 ? "notSoftware" : "missing", by: reasons };
  });
};
