import type { Refusal } from "../../case/fault.ts";
import { accept, type Result, refuse } from "../../kernel/result.ts";
import { say } from "../../kernel/text.ts";
import type { Policy, PolicyRef } from "../../policy/policy.ts";
import { registerOf, registersOf } from "../../policy/register-form.ts";
import type { EntryGround } from "../../register/entry.ts";
import { type IntakeRefusal, policyOf } from "../intake.ts";
import { rulebookOf } from "../rulebook.ts";
import type { EntryDeps } from "./load.ts";

const unknownRegister = (policy: Policy): Refusal => {
  const known = registersOf(policy)
    .map(({ id }) => id)
    .join(", ");
  const says = say(`此制度的台账有：${known}`, `the regulation keeps: ${known}`);
  return { code: "unknown-register", says, rules: [] };
};

/** A register as it is kept today. */
export type RegisterGround = EntryGround & { readonly ref: PolicyRef };

/** The register of a regulation in force that somebody means. */
export const registerIn = async (
  deps: Pick<EntryDeps, "orgs" | "now">,
  { org, policy: asked, form: id }: { readonly org: string; readonly policy: string; readonly form: string },
): Promise<Result<RegisterGround, Refusal | IntakeRefusal>> => {
  const found = await policyOf(deps, org, asked);
  if (!found.ok) return found;
  const { policy, ref } = found.value;
  const form = registerOf(policy, id);
  if (form === undefined) return refuse(unknownRegister(policy));
  const { calendar } = await rulebookOf(deps.orgs, { org: found.value.org.id, policy: ref });
  return accept({ policy, form, calendar, ref });
};
