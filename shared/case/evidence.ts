import { countEvidence, type EvidenceReading } from "../evidence/count.ts";
import type { Policy } from "../policy/policy.ts";
import type { Case } from "./case.ts";

/** Which photos a case owes by what is known of it now (DFA-32). */
export const evidenceOf = (policy: Policy, { facts, damages, photos }: Case): EvidenceReading =>
  countEvidence(policy, { facts, damages: damages.length, photos });
