import { differs, type ExampleRun, run } from "./example-run.ts";
import { registerExampleRuns } from "./examples-registers.ts";
import { approverOf, compensationOf } from "./money.ts";
import type { Policy } from "./policy.ts";
import { opensWith } from "./repetition.ts";
import { measuresIn, within } from "./within.ts";

const authorityExamples = ({ authority }: Policy): readonly ExampleRun[] =>
  authority.flatMap((table, at) =>
    table.examples.map(({ why, amount, approver }, nth) =>
      run(
        `authority[${at}].examples[${nth}]`,
        `authority table ${table.id}`,
        why,
        differs("the approver", approver, approverOf(table, amount) ?? "nobody"),
      ),
    ),
  );

const approvalExamples = ({ approvals }: Policy): readonly ExampleRun[] =>
  approvals.flatMap(({ id, value, examples }, at) =>
    examples.map(({ why, value: figure, needed }, nth) =>
      run(
        `approvals[${at}].examples[${nth}]`,
        `approval ${id}`,
        why,
        differs("the approval needed", needed, value !== undefined && measuresIn(value.needs, figure)),
      ),
    ),
  );

const checklistExamples = ({ checklists }: Policy): readonly ExampleRun[] =>
  checklists.flatMap((checklist, at) =>
    checklist.items.flatMap(({ id, limit, examples }, nth) =>
      examples.map(({ why, value, passes }, ex) =>
        run(
          `checklists[${at}].items[${nth}].examples[${ex}]`,
          `checklist ${checklist.id}: ${id}`,
          why,
          differs("passes", passes, limit === undefined || within(limit, value)),
        ),
      ),
    ),
  );

const quotaExamples = ({ quotas }: Policy): readonly ExampleRun[] =>
  quotas.flatMap(({ id, max, min, examples }, at) =>
    examples.map(({ why, count, allowed }, nth) =>
      run(
        `quotas[${at}].examples[${nth}]`,
        `quota ${id}`,
        why,
        differs("allowed", allowed, within({ from: min, upTo: max }, count)),
      ),
    ),
  );

const repetitionExamples = (policy: Policy): readonly ExampleRun[] =>
  policy.corrective.flatMap(({ id, trigger }, at) =>
    trigger.on !== "repetition"
      ? []
      : trigger.examples.map(({ why, cases, opens }, nth) =>
          run(
            `corrective[${at}].trigger.examples[${nth}]`,
            `corrective action ${id}`,
            why,
            differs("the case that opens it", opens, opensWith(policy, trigger, cases) ?? null),
          ),
        ),
  );

const compensationExamples = ({ claims }: Policy): readonly ExampleRun[] =>
  (claims?.compensation ?? []).flatMap(({ id, formula, examples }, at) =>
    examples.map(({ why, pays, ...loss }, nth) => {
      const sum = compensationOf(formula, loss);
      const says = sum.ok ? differs("the sum", pays, sum.value) : [`it needs ${sum.error}`];
      return run(`claims.compensation[${at}].examples[${nth}]`, `compensation ${id}`, why, says);
    }),
  );

/** Runs the examples of authority, approvals, checklists, quotas, repetitions, compensation and registers. */
export const furtherExamples = (policy: Policy): readonly ExampleRun[] => [
  ...authorityExamples(policy),
  ...approvalExamples(policy),
  ...checklistExamples(policy),
  ...quotaExamples(policy),
  ...repetitionExamples(policy),
  ...compensationExamples(policy),
  ...registerExampleRuns(policy),
];
