import type { Instant } from "../../kernel/instant.ts";
import { holds } from "../../policy/holds.ts";
import type { Policy } from "../../policy/policy.ts";
import type { Signoff } from "../../policy/records.ts";
import { lastTime } from "../bring.ts";
import type { Case } from "../case.ts";
import type { EventOf } from "../event.ts";

/** One sign-off of a case as its timeline tells it. */
export type SignoffReading = {
  readonly signoff: Signoff;
  /** Whether this case asks for it; what is not known yet counts as asked. */
  readonly applies: boolean;
  /** When that last happened which is signed; undefined while it has not. */
  readonly of: Instant | undefined;
  /** The signatures of what last happened; those of an earlier offer are in the timeline and count no more. */
  readonly signatures: readonly EventOf<"signed">[];
  /** What the customer last said against it. */
  readonly objection?: EventOf<"objected"> | undefined;
  /** Who must still sign; empty once it is signed. */
  readonly missing: readonly string[];
};

/** Who of a sign-off's list must still sign: all of them, or any one (PRV-14). */
export const missingSigners = ({ by, needs }: Signoff, signatures: readonly { readonly role: string }[]) => {
  const open = by.filter((one) => !signatures.some(({ role }) => role === one));
  return needs === "any" && signatures.length > 0 ? [] : open;
};

/** Whether a sign-off is of a case at all: some are of a shift, an inspection or a delivery. */
const isOfCase = (policy: Policy, { after, blocks }: Signoff): boolean =>
  after !== undefined || (policy.workflow?.steps ?? []).some(({ id }) => blocks.includes(id));

const readSignoff = (policy: Policy, current: Case, signoff: Signoff): SignoffReading => {
  const of = signoff.after === undefined ? current.receivedAt : lastTime(current, signoff.after);
  const signatures: EventOf<"signed">[] = [];
  let objection: EventOf<"objected"> | undefined;
  for (const event of current.timeline) {
    if (event.type === "signed" && event.signoff === signoff.id && event.of === of) signatures.push(event);
    if (event.type === "objected" && event.signoff === signoff.id && event.of === of) objection = event;
  }
  const applies = isOfCase(policy, signoff) && holds(policy, signoff.when, current.facts).is !== false;
  return { signoff, applies, of, signatures, objection, missing: missingSigners(signoff, signatures) };
};

/** Every sign-off of the policy as it stands in a case. */
export const signoffsOf = (policy: Policy, current: Case): readonly SignoffReading[] =>
  policy.signoffs.map((signoff) => readSignoff(policy, current, signoff));
