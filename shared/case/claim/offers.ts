import type { Fact } from "../../policy/terms.ts";
import { joined } from "../../policy/wording.ts";
import type { Offered, Offers } from "../offers.ts";
import { claimOf } from "./claim.ts";
import { claimMove } from "./filed-at.ts";
import { findingsOf } from "./findings.ts";
import { sumOf } from "./sum.ts";

const at = (field: string | undefined, value: Fact | undefined): Offered =>
  field === undefined || value === undefined ? {} : { [field]: value };

/** The sum that the formulas give, the payee that was agreed on, and what stands against the claim as the reason. */
export const claimOffers: Offers = (rulebook, current, { id }) => {
  const { policy } = rulebook;
  const [move, claim] = [claimMove(policy, id), claimOf(policy, current)];
  if (move === undefined || claim === undefined) return {};
  switch (move.makes) {
    case "assessed":
    case "agreed":
      return at(move.amount, sumOf(current));
    case "paid":
      return at(move.payee, claim.payee);
    case "refused": {
      const found = findingsOf(rulebook, current, claim).map(({ says }) => says);
      return move.reason === undefined || found.length === 0 ? {} : { [move.reason]: joined(found, "；", "; ") };
    }
    default:
      return {};
  }
};
