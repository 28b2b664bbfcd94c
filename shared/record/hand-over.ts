import { leavesAt, type OwedLetter } from "../case/owed-letter.ts";
import { type Instant, MINUTE, type Now, plusMs } from "../kernel/instant.ts";
import type { Posted } from "./wake.ts";

/** A letter is given up after so many refusals for now. */
export const MAX_ATTEMPTS = 12;

/** When a letter that was refused for now is tried again: soon at first, every hour in the end. */
export const againAt = (attempts: number, at: Instant): Instant => plusMs(at, Math.min(2 ** attempts, 60) * MINUTE);

/** The first of some letters that is to leave by now. */
export const letterDue = <L extends OwedLetter>(letters: readonly L[], now: Instant): L | undefined =>
  letters.find((one) => {
    const at = leavesAt(one);
    return at !== undefined && at <= now;
  });

const stateAfter = ({ state }: OwedLetter, posted: Posted, at: Instant): OwedLetter["state"] => {
  if (posted.is === "sent") return { is: "sent", at, messageId: posted.messageId };
  const attempts = state.is === "waiting" ? state.attempts + 1 : MAX_ATTEMPTS;
  if (posted.is === "impossible" || attempts >= MAX_ATTEMPTS) return { is: "notSent", at, why: posted.why };
  return { is: "waiting", attempts, after: againAt(attempts, at) };
};

const tried = async <L>(letter: L, post: (letter: L) => Promise<Posted>): Promise<Posted> => {
  try {
    return await post(letter);
  } catch (error) {
    return { is: "later", why: error instanceof Error ? error.message : String(error) };
  }
};

/**
 * Hands a letter to the post, whose surprises are a refusal for now. @returns what that makes of the letters of its record,
 * whatever they are by then: what is confirmed or given up stays so.
 */
export const handOver = async <L extends OwedLetter>(
  letter: L,
  post: (letter: L) => Promise<Posted>,
  now: Now,
): Promise<(letters: readonly L[]) => L[]> => {
  const state = stateAfter(letter, await tried(letter, post), now());
  return (letters) =>
    letters.map((one) => (one.id === letter.id && one.state.is === "waiting" ? { ...one, state } : one));
};
