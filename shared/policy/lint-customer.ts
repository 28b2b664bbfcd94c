import type { StepField } from "./field.ts";
import type { Policy } from "./policy.ts";
import { type Problem, problem } from "./problem.ts";

type Opening = {
  readonly path: string;
  readonly fields: readonly StepField[];
  readonly customerSees?: readonly string[] | undefined;
};

/** Whatever opens fields to the customer, and where the file says so. */
const openings = ({ workflow, events }: Policy): readonly Opening[] => [
  ...(workflow?.steps ?? []).map((step, at) => ({ ...step, path: `workflow.steps[${at}]` })),
  ...events.map((event, at) => ({ ...event, path: `events[${at}]` })),
];

/** A field, and those of its blocks: whoever sees the list sees them all. */
const namesIn = (fields: readonly StepField[], name: string): readonly string[] => {
  const field = fields.find(({ id }) => id === name);
  return field?.type === "list" ? [name, ...field.fields.map(({ id }) => id)] : [name];
};

/**
 * What a privacy rule keeps from the customer is opened to them by no step and no event (CCF-31, MCH-14). A rule that lets
 * `reporter` or a party of the regulation read protects people from others, not from themselves.
 */
export const lintCustomer = (policy: Policy): readonly Problem[] => {
  const outside = new Set(["reporter", ...policy.parties.map(({ id }) => id)]);
  const closed = policy.privacy.filter(({ readableBy }) => !readableBy.some((who) => outside.has(who)));
  return openings(policy).flatMap(({ path, fields, customerSees = [] }) =>
    customerSees.flatMap((name, nth) =>
      closed
        .filter((rule) => namesIn(fields, name).some((one) => rule.fields.includes(one)))
        .map(({ id }) =>
          problem(
            `${path}.customerSees[${nth}]`,
            "customer-sees-hidden",
            `The customer would see "${name}", which the privacy rule "${id}" keeps from them; leave it out, or let \`reporter\` read it there.`,
          ),
        ),
    ),
  );
};
