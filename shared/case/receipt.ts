import type { Instant } from "../kernel/instant.ts";
import { accept, type Result, refuse } from "../kernel/result.ts";
import type { Intake } from "../policy/intake.ts";
import type { Policy } from "../policy/policy.ts";
import type { Actor } from "./actor.ts";
import type { EventOf } from "./event.ts";
import type { FieldFault } from "./fault.ts";
import { readFiling } from "./filing.ts";
import { asFirstContact, readTaking, type Told } from "./taking.ts";

/** Who takes a matter in for a customer, and what they say of how it came. */
export type Taking = { readonly by: Extract<Actor, { kind: "staff" }>; readonly told: Told };

/** What a form says, and how it came, before the case has a number. */
type Receipt = Omit<EventOf<"received">, "type" | "at" | "number" | "locale">;

/**
 * Reads a filing: the customer's own form, or what a member of staff writes down for them (ITS-05, SCD-08), where the
 * answers stand under `fields`. Refused with every field at fault.
 */
export const readReceipt = (
  policy: Policy,
  intake: Intake,
  { body, taking }: { readonly body: unknown; readonly taking?: Taking | undefined },
  now: Instant,
): Result<Receipt, readonly FieldFault[]> => {
  if (taking === undefined) {
    const filing = readFiling(policy, intake, body);
    return filing.ok ? accept({ by: { kind: "reporter" }, ...filing.value }) : filing;
  }
  const { by, told } = taking;
  const read = readTaking(policy, told, { by, at: now });
  const filing = readFiling(policy, intake, body, { channel: told.channel, at: "/fields" });
  if (!read.ok || !filing.ok) return refuse([read, filing].flatMap((one) => (one.ok ? [] : one.error)));
  const { taken, receivedAt } = read.value;
  return accept({
    ...filing.value,
    by: asFirstContact(policy, by, taken.firstContact),
    taken,
    ...(receivedAt === now ? {} : { receivedAt }),
  });
};
