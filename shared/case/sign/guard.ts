import type { Guard } from "../guards.ts";
import { signoffsOf } from "./signoffs.ts";
import { waitsFor } from "./words.ts";

/** What must be signed before a step, and by whom (BUS-12, CHN-08, RES-07, PRV-14, SCD-11). */
export const signatures: Guard = ({ policy }, current, step) => {
  const open = signoffsOf(policy, current).find(
    ({ signoff, applies, missing }) => signoff.blocks.includes(step.id) && applies && missing.length > 0,
  );
  if (open === undefined) return undefined;
  return { code: "signature-missing", says: waitsFor(policy, open), rules: open.signoff.rules };
};
