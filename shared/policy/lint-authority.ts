import { cents } from "../kernel/cents.ts";
import type { AuthorityTable } from "./authority.ts";
import { lintCondition, lintMeasure } from "./lint-facts.ts";
import { inBand } from "./money.ts";
import { planApprover } from "./occurrences.ts";
import { factFields, fieldOf, type Policy } from "./policy.ts";
import { type Declared, ids, type Problem, problem, refers, undeclared } from "./problem.ts";
import { asking, registerOf } from "./register-form.ts";

type Giving = { readonly givenBy: readonly string[]; readonly approvedBy: readonly string[] };

/** What a table governs: money of its steps or of the case, and steps that every approver may take. */
const lintGoverned = (policy: Policy, declared: Declared, path: string, table: AuthorityTable): readonly Problem[] => {
  const { governs, bands, otherwise } = table;
  if (governs === undefined) return [];
  const steps = (policy.workflow?.steps ?? []).filter(({ id }) => governs.steps.includes(id));
  const approvers = [...bands.map(({ approver }) => approver), ...(otherwise === undefined ? [] : [otherwise])];
  const fields = [...steps.flatMap((step) => step.fields), ...factFields(policy)];
  return [
    ...refers(declared, "steps", `${path}.governs.steps`, governs.steps),
    ...governs.amounts.flatMap((name) => {
      const types = new Set(fields.filter(({ id }) => id === name).map(({ type }) => type));
      return types.size === 1 && types.has("money")
        ? []
        : [
            problem(
              `${path}.governs.amounts`,
              "not-money",
              `"${name}" is no money field of these steps or of the case.`,
            ),
          ];
    }),
    ...steps.flatMap(({ id, by }) => {
      const shut = approvers.find((role) => !by.includes(role));
      const says = `${shut} is to decide at "${id}" and may not take that step.`;
      return shut === undefined ? [] : [problem(`${path}.governs.steps`, "approver-shut-out", says)];
    }),
  ];
};

/** Amount bands touch, do not overlap, and leave no amount to nobody (CCF-21). Compared in cents. */
const lintAmounts = (path: string, { id, bands, otherwise }: AuthorityTable): readonly Problem[] => {
  if (bands.length === 0 && otherwise === undefined)
    return [problem(path, "authority-nobody", `Nobody may approve under "${id}": say \`bands\` or \`otherwise\`.`)];
  const low = ({ over }: { over?: string | undefined }): bigint => (over === undefined ? 0n : cents(over));
  const sorted = [...bands].sort((a, b) => (low(a) < low(b) ? -1 : 1));
  const found: Problem[] = [];
  let covered: string | undefined = "0.00";
  for (const { over = "0.00", upTo } of sorted) {
    if (upTo !== undefined && cents(upTo) <= cents(over))
      found.push(problem(path, "band-empty", `No amount of "${id}" lies over ${over} and up to ${upTo}.`));
    if (covered === undefined || cents(over) < cents(covered))
      found.push(problem(path, "bands-overlap", `Two bands of "${id}" hold amounts just over ${over}.`));
    else if (cents(over) > cents(covered))
      found.push(problem(path, "bands-gap", `No band of "${id}" holds amounts over ${covered} and up to ${over}.`));
    covered = upTo;
  }
  if (bands.length > 0 && covered !== undefined && otherwise === undefined)
    found.push(problem(path, "bands-gap", `Nobody may approve more than ${covered} under "${id}"; say \`otherwise\`.`));
  return found;
};

const lintTables = (policy: Policy, declared: Declared): readonly Problem[] =>
  policy.authority.flatMap((table, at) => {
    const path = `authority[${at}]`;
    const untried = table.bands.filter((band) => !table.examples.some(({ amount }) => inBand(band, amount)));
    return [
      ...table.bands.flatMap(({ approver }, nth) =>
        refers(declared, "roles", `${path}.bands[${nth}].approver`, approver),
      ),
      ...refers(declared, "roles", `${path}.otherwise`, table.otherwise),
      ...table.examples.flatMap(({ approver }, nth) =>
        refers(declared, "roles", `${path}.examples[${nth}].approver`, approver),
      ),
      ...lintAmounts(`${path}.bands`, table),
      ...lintGoverned(policy, declared, path, table),
      ...untried.map(({ over = "0.00", upTo }) =>
        problem(
          path,
          "no-example",
          `No example of "${table.id}" has an amount over ${over}${upTo === undefined ? "" : ` and up to ${upTo}`}.`,
        ),
      ),
    ];
  });

/** A step that is the yes is taken by those who may say it, and by nobody else. */
const lintGivers = ({ workflow }: Policy, path: string, { givenBy, approvedBy }: Giving): readonly Problem[] =>
  givenBy.flatMap((id) => {
    const other = workflow?.steps.find((step) => step.id === id)?.by.find((role) => !approvedBy.includes(role));
    const says = `The step "${id}" would give the approval, and ${other} may take it without being an approver.`;
    return other === undefined ? [] : [problem(`${path}.givenBy`, "given-by-others", says)];
  });

/** What is decided in the house is asked for on a form, if it is no plan of visits; what is decided of a case is not. */
const lintForm = (
  policy: Policy,
  path: string,
  id: string,
  { about, form, approvedBy }: Pick<Policy["approvals"][number], "about" | "form" | "approvedBy">,
): readonly Problem[] => {
  if (about === "case")
    return form === undefined
      ? []
      : [problem(`${path}.form`, "approval-of-a-case", `"${id}" is asked of cases and of no form.`)];
  const plans = policy.schedules.flatMap((schedule) => planApprover(schedule) ?? []);
  const isPlan = form === undefined && approvedBy.some((role) => plans.includes(role));
  return isPlan || (form !== undefined && registerOf(policy, form) !== undefined)
    ? []
    : [problem(path, "approval-no-form", `Say by \`form\` on entries of which register "${id}" is asked for.`)];
};

const lintApprovals = (policy: Policy, declared: Declared): readonly Problem[] =>
  policy.approvals.flatMap(({ id, value, examples, ...approval }, at) => {
    const path = `approvals[${at}]`;
    const kept = approval.form === undefined ? undefined : registerOf(policy, approval.form);
    const asked = kept === undefined ? policy : asking(policy, kept);
    const field = value && fieldOf(asked, value.fact);
    return [
      ...lintCondition(asked, `${path}.when`, approval.when),
      ...lintForm(policy, path, id, approval),
      ...refers(declared, "people", `${path}.reviewedBy`, approval.reviewedBy),
      ...refers(declared, "people", `${path}.approvedBy`, approval.approvedBy),
      ...refers(declared, "blockable", `${path}.blocks`, approval.blocks),
      ...refers(declared, "facts", `${path}.sees.facts`, approval.sees.facts),
      ...refers(declared, "steps", `${path}.sees.steps`, approval.sees.steps),
      ...refers(declared, "steps", `${path}.givenBy`, approval.givenBy),
      ...lintGivers(policy, path, approval),
      ...(kept === undefined ? refers(declared, "facts", `${path}.value.fact`, value?.fact) : []),
      ...(value === undefined || field === undefined ? [] : lintMeasure(`${path}.value.needs`, field, value.needs)),
      ...(value !== undefined && examples.length === 0
        ? [problem(path, "no-example", `The approval "${id}" depends on a figure and has no example of it.`)]
        : []),
      ...(value === undefined && examples.length > 0
        ? [problem(path, "example-without-figure", `The approval "${id}" has examples of a figure, and no figure.`)]
        : []),
    ];
  });

const lintCosts = (policy: Policy, declared: Declared): readonly Problem[] =>
  policy.costs.flatMap(({ id, when, charge, consent, asks, blocks }, at) => {
    const path = `costs[${at}]`;
    return [
      ...lintCondition(policy, `${path}.when`, when),
      ...undeclared(
        "approval",
        new Set(ids(policy.approvals)),
        consent === undefined ? [] : [[`${path}.consent`, consent]],
      ),
      ...refers(declared, "facts", `${path}.asks`, asks),
      ...refers(declared, "blockable", `${path}.blocks`, blocks),
      ...(charge === "with-consent" && consent === undefined
        ? [problem(path, "consent-of-nobody", `The charge "${id}" needs somebody's consent; say \`consent\`.`)]
        : []),
    ];
  });

/** Who may approve how much, what needs a yes, and who bears which cost. */
export const lintAuthority = (policy: Policy, declared: Declared): readonly Problem[] => [
  ...lintTables(policy, declared),
  ...lintApprovals(policy, declared),
  ...lintCosts(policy, declared),
];
