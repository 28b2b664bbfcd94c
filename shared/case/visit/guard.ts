import type { Guard } from "../guards.ts";
import { isOver, visitsOf } from "./visits.ts";
import { waitsFor } from "./words.ts";

/** Visits that must be made, and signed where the regulation says so, before a step (CHN-09, IPP-10). */
export const visits: Guard = ({ policy }, current, step) => {
  const open = visitsOf(policy, current).find(
    (one) => one.rule.blocks.includes(step.id) && one.applies && !isOver(one),
  );
  return open && { code: "visit-missing", says: waitsFor(open), rules: open.rule.rules };
};
