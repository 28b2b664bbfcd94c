import type { registerRoutes } from "../../shared/api/routes/registers.ts";
import type { ProblemCode } from "./problems.ts";

const json = ["body-too-large", "not-json", "malformed-json", "bad-fields"] as const;

/** What whoever asks for a register can be told. */
const register = [
  ...(["not-a-member", "not-your-role", "no-such-org", "no-such-policy", "unknown-register", "not-found"] as const),
] as const;

/** What a command to an entry can be told. */
const command = [
  ...(["not-a-member", "not-your-role", "unknown-entry", "not-found"] as const),
  ...json,
  ...(["bad-idempotency-key", "key-reused", "nothing-to-do"] as const),
] as const;

const judged = ["not-entered", "not-on-file", "quota-reached"] as const;
const step = ["unknown-step-of-entry", "not-ready", "same-side"] as const;

/** Which refusals the routes of registers can answer with. */
export const registerProblems: Readonly<Record<keyof typeof registerRoutes, readonly ProblemCode[]>> = {
  registers: ["not-a-member", "no-such-org"],
  waitingEntries: ["not-a-member", "no-such-org"],
  entries: [...register, "bad-fields"],
  writeEntry: [...register, ...json, "bad-idempotency-key", "key-reused", ...judged],
  exportEntries: [...register, "bad-fields"],
  entry: [...register, "unknown-entry"],
  correctEntry: [...command, ...judged],
  takeEntryStep: [...command, ...step],
  declineEntryStep: [...command, ...step],
  takeEntryCopy: [...command, "unknown-copy"],
  voidEntry: command,
  holdEntry: [...command, "erasure-ordered"],
  releaseEntry: [...command, "unknown-hold"],
};
