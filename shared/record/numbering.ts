import { civilDate } from "../calendar/zone.ts";
import type { CaseId } from "../kernel/ids.ts";
import type { Instant } from "../kernel/instant.ts";
import type { Policy } from "../policy/policy.ts";

const PERIOD = { day: 10, month: 7, year: 4, never: 0 } as const;

const DEFAULT = { template: "YYYY-MM-NNN", reset: "month" } as const;

/** The counter's period on the office's date: `2026-11` for numbers that begin anew each month. */
export const periodOf = (policy: Policy, now: Instant): string => {
  const { reset } = policy.numbering ?? DEFAULT;
  return civilDate(now, policy.calendar.timeZone).slice(0, PERIOD[reset]) || "all";
};

/**
 * By what a case is called until it has its number: the beginning of its id, of which 50 bits are enough to tell the cases
 * of one company apart.
 */
export const provisionalOf = (id: CaseId): string => {
  const name = id.slice("case_".length).toUpperCase();
  return `T-${name.slice(0, 5)}-${name.slice(5, 10)}`;
};

/** Whether what a case is called is no number yet, wherever it is named. */
export const isProvisional = (id: CaseId, number: string): true | undefined =>
  number === provisionalOf(id) || undefined;

/** The case number from the policy's template: a run of N is the counter, at least as wide as the run. */
export const numberOf = (policy: Policy, now: Instant, count: number): string => {
  const { template } = policy.numbering ?? DEFAULT;
  const [year = "", month = "", day = ""] = civilDate(now, policy.calendar.timeZone).split("-");
  return template
    .replace("YYYY", year)
    .replace("MM", month)
    .replace("DD", day)
    .replace(/N+/, (run) => String(count).padStart(run.length, "0"));
};
