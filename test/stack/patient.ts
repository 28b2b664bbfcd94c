import { setTimeout as pause } from "node:timers/promises";
import * as z from "zod";
import type { Answer, Ask } from "./call.ts";

const BRIEFLY_MS = 40;
/** After some ten seconds it is no burst any more. */
const ENOUGH = 250;

/** The gateway's own refusal, which has no code; one of a function has. */
const HeldUp = z.strictObject({ message: z.literal("Too Many Requests") });
const heldUp = ({ status, body }: Answer): boolean => status === 429 && HeldUp.safeParse(body).success;

/**
 * Asks again after a short while when the gateway's token bucket was empty, as every client must: what a test asks in a
 * row does not hang on how fast the machine is.
 */
export const patient =
  (ask: Ask): Ask =>
  async (...asked) => {
    let answer = await ask(...asked);
    for (let tries = 1; heldUp(answer) && tries < ENOUGH; tries += 1) {
      await pause(BRIEFLY_MS);
      answer = await ask(...asked);
    }
    return answer;
  };
