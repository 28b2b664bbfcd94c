import { accept, type Result, refuse } from "../../kernel/result.ts";
import { say } from "../../kernel/text.ts";
import { compensationOf } from "../../policy/money.ts";
import type { Policy } from "../../policy/policy.ts";
import type { Act } from "../act.ts";
import type { Actor } from "../actor.ts";
import type { Case } from "../case.ts";
import type { Rulebook } from "../clocks.ts";
import type { EventOf } from "../event.ts";
import type { FieldFault, Refusal } from "../fault.ts";
import { notOfRoles } from "../roles.ts";
import { notInState } from "../states.ts";
import { assessing } from "./acting.ts";
import { type Claim, claimOf, noClaim } from "./claim.ts";
import { type Figures, fed, asked as needsOf } from "./figures.ts";
import { findingsOf } from "./findings.ts";
import { assessedHeads, type Compensation, headsFor } from "./sum.ts";

export type AssessClaim = Figures & { readonly do: "assessClaim"; readonly of: string };

const fault = (path: string, code: string, zh: string, en: string): FieldFault => ({ path, code, says: say(zh, en) });

const headOf = (policy: Policy, current: Case, claim: Claim, of: string): Result<Compensation, Refusal> => {
  const heads = headsFor(policy, current, claim);
  const head = heads.find(({ id }) => id === of);
  if (head !== undefined) return accept(head);
  const other = claim.rules.compensation.find(({ id }) => id === of);
  const known = heads.map(({ id }) => id);
  return refuse({
    code: "bad-fields",
    fields: [
      {
        ...fault("/of", "invalid", `本案适用：${known.join("、")}`, `for this case there is: ${known.join(", ")}`),
        rule: other?.rules[0],
      },
    ],
    rules: other?.rules ?? [],
  });
};

/** Why nothing may be worked out now: role first, then what stands against the claim, then its state. */
export const closedToAssess = (rulebook: Rulebook, current: Case, by: Actor): Refusal | undefined => {
  const { policy } = rulebook;
  const { claims } = policy;
  if (claims === undefined) return noClaim([]);
  const { by: roles, from, rules } = assessing(policy, claims);
  const foreign = notOfRoles(policy, by, roles, rules);
  if (foreign !== undefined) return foreign;
  const claim = claimOf(policy, current);
  if (claim === undefined) return noClaim(rules);
  return findingsOf(rulebook, current, claim)[0] ?? notInState(policy, current, from, rules);
};

type Head = Pick<EventOf<"claimAssessed">, "of" | "pays"> & Figures;

const same = (a: Head, b: Head): boolean =>
  a.of === b.of &&
  a.pays === b.pays &&
  a.insured === b.insured &&
  a.percent === b.percent &&
  a.value === b.value &&
  a.claimed === b.claimed;

/**
 * Works out what one head of a claim pays (COU-16 … 19, AS-66, AS-67): to the cent, never above what its formula bounds.
 * What is claimed beyond that is refused with the rule, and stays on record as such.
 */
export const assessClaim: Act<AssessClaim> = {
  decide: (rulebook, current, command, asked) => {
    const { policy } = rulebook;
    const closed = closedToAssess(rulebook, current, asked.by);
    const claim = claimOf(policy, current);
    if (closed !== undefined || claim === undefined) return refuse(closed as Refusal); // without a claim it is closed
    const found = headOf(policy, current, claim, command.of);
    if (!found.ok) return found;
    const head = found.value;
    const figures = fed(current, claim, head, command);
    const sum = compensationOf(head.formula, figures);
    if (!sum.ok) {
      const { needs } = needsOf(current, claim, head, command);
      const fields = needs.map((name) => fault(`/${name}`, "required", "按公式须填写", "the formula needs it"));
      return refuse({ code: "bad-fields", fields, rules: head.rules });
    }
    const assessed = { of: head.id, ...figures, pays: sum.value };
    if (assessedHeads(current).some((one) => same(one, assessed))) {
      return refuse({ code: "nothing-to-do", says: say("已如此核定", "this has been worked out"), rules: head.rules });
    }
    return accept([{ type: "claimAssessed", ...asked, key: command.key, ...assessed }]);
  },
  led: (_policy, event, { of, insured, percent, value, claimed }) =>
    event.type === "claimAssessed" &&
    event.of === of &&
    [
      [insured, event.insured],
      [percent, event.percent],
      [value, event.value],
      [claimed, event.claimed],
    ].every(([given, kept]) => given === undefined || given === kept),
};
