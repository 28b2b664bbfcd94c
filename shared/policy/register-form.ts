import type { Entries } from "./entries.ts";
import { plainFields, type StepField } from "./field.ts";
import type { Policy } from "./policy.ts";
import type { ControlledForm } from "./records.ts";

/** A form that is kept as a register: one entry after another, of no case (§3.7). */
export type Register = ControlledForm & { readonly entries: Entries };

const isKept = (form: ControlledForm): form is Register => form.entries !== undefined;

/** Every register of a regulation, in its order. */
export const registersOf = ({ forms }: Policy): readonly Register[] => forms.filter(isKept);

export const registerOf = (policy: Policy, id: string): Register | undefined =>
  registersOf(policy).find((form) => form.id === id);

/** A regulation whose conditions may ask for what some fields say, as they ask for what is known of a case. */
export const asking = (policy: Policy, { fields }: { readonly fields: readonly StepField[] }): Policy => ({
  ...policy,
  facts: [...plainFields(fields), ...policy.facts],
});
