import { digest } from "../../audit/digest.ts";
import { canonicalJson } from "../../kernel/canonical.ts";
import type { Instant } from "../../kernel/instant.ts";
import type { Policy } from "../../policy/policy.ts";
import type { Signoff } from "../../policy/records.ts";
import { eventOf } from "../bring.ts";
import type { Case } from "../case.ts";
import type { CaseEvent, EventOf } from "../event.ts";

/** An event that holds answers: what somebody can sign, and what can be corrected until then. */
export type Answered = EventOf<"received"> | EventOf<"step">;

export const isAnswered = (event: CaseEvent): event is Answered => event.type === "received" || event.type === "step";

/** What an event says that can be signed: answers, or what was written down of a visit. */
const wordsOf = (event: CaseEvent): { what: string; says: unknown } | undefined => {
  if (event.type === "received") return { what: "received", says: event.answers };
  if (event.type === "step") return { what: event.step, says: event.answers };
  if (event.type === "happened") return { what: event.event, says: event.answers };
  if (event.type !== "visitRecorded") return undefined;
  const { visit, channel, doneAt, whom, opinion, satisfied } = event;
  return { what: visit, says: { channel, doneAt, whom, opinion, satisfied } };
};

/** Whether what an event says belongs to what a sign-off is about. */
const isPartOf = (policy: Policy, { after, form, covers }: Signoff, event: CaseEvent): boolean => {
  if (event.type === "step" && covers.includes(event.step)) return true;
  const filled = policy.forms.find(({ id }) => id === form)?.filledOn;
  const name = eventOf(event);
  return name === (after ?? "received") || (filled !== undefined && name === filled);
};

/**
 * SHA-256 of what is signed, in one spelling: the case, the sign-off, and the answers of the steps that belong to it as
 * they stand now, corrections included (D-05).
 */
export const contentHash = (policy: Policy, current: Case, signoff: Signoff, of: Instant): string => {
  const content = current.told
    .filter((event) => isPartOf(policy, signoff, event))
    .flatMap((event) => {
      const words = wordsOf(event);
      return words === undefined ? [] : [{ ...words, at: event.at }];
    });
  return digest(canonicalJson({ case: current.number, signoff: signoff.id, of, content }));
};

/** Whether what an event says has been signed and can no longer be altered (BUS-14). */
export const isSigned = (policy: Policy, current: Case, event: Answered): boolean =>
  current.timeline.some((one) => {
    if (one.type !== "signed") return false;
    const signoff = policy.signoffs.find(({ id }) => id === one.signoff);
    if (signoff === undefined || !signoff.immutable || !isPartOf(policy, signoff, event)) return false;
    return event.at <= one.at || (event.type === "step" && signoff.covers.includes(event.step));
  });
