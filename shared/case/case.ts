import type { Photo, PhotoRefusal } from "../evidence/evidence.ts";
import type { CaseId, PhotoId } from "../kernel/ids.ts";
import type { Instant } from "../kernel/instant.ts";
import type { Locale } from "../kernel/text.ts";
import type { Policy } from "../policy/policy.ts";
import type { Facts } from "../policy/terms.ts";
import type { Action } from "./actions/actions.ts";
import type { Actor, Answers, Contact } from "./actor.ts";
import { amended } from "./amend.ts";
import type { Duplicate } from "./duplicates.ts";
import type { CaseEvent, EventOf } from "./event.ts";
import { evolve } from "./evolve.ts";
import type { Learnt } from "./learnt.ts";
import type { Occurrences } from "./occurrence.ts";
import type { Opinion } from "./opinion/opinion.ts";
import { type Routing, unrouted } from "./routing/routing.ts";
import type { Sanction } from "./sanctions/sanctions.ts";
import type { Superseded } from "./supersede.ts";
import type { Taken } from "./taking.ts";

export type Extension = {
  readonly id: string;
  readonly clock: string;
  readonly newDue: Instant;
  readonly reason: string;
  readonly requestedAt: Instant;
  readonly requestedBy: Actor;
  readonly decision?: { readonly approved: boolean; readonly at: Instant; readonly remark?: string | undefined };
};

/** What excuses a clock (例外), once it is approved, and what is promised instead. */
export type Exception = {
  readonly id: string;
  readonly clock: string;
  readonly reason: string;
  readonly promised: Instant;
  readonly remark?: string | undefined;
  readonly recordedAt: Instant;
  readonly decision?: { readonly approved: boolean; readonly at: Instant; readonly remark?: string | undefined };
};

/** A legal hold: while one lasts nothing of the case is erased. */
type Hold = {
  readonly id: string;
  readonly reason: string;
  readonly at: Instant;
  readonly releasedAt?: Instant | undefined;
};

type Erasure = {
  readonly orderedAt: Instant;
  readonly how: "anonymise" | "delete";
  readonly doneAt?: Instant | undefined;
};

/** A case as its timeline tells it. Nothing in here is stored; clocks and evidence are read off it when asked. */
export type Case = {
  readonly number: string;
  /** The number is none yet, only what the case is called until it has one (CCF-16). */
  readonly provisional: boolean;
  /** When it reached the company; clocks run from then. */
  readonly receivedAt: Instant;
  /** When it was written down. */
  readonly recordedAt: Instant;
  /** How it came, where that was not by the customer's own form. */
  readonly taken?: Taken | undefined;
  /** Who has it, who had it, and what departments hold of it. */
  readonly routing: Routing;
  /** Other cases that are perhaps the same matter. */
  readonly duplicates: readonly Duplicate[];
  readonly locale: Locale;
  readonly contact: Contact;
  /** What the form said, overlaid by what steps have set. */
  readonly facts: Facts;
  /** What was known and since when, the last of which is `facts`. */
  readonly learnt: readonly Learnt[];
  readonly damages: readonly Answers[];
  readonly state: string;
  /** When it came into a final state; what is written down afterwards does not move it. */
  readonly closedAt?: Instant | undefined;
  /** When each event of the policy first happened; `received` is one of them. */
  readonly happened: Readonly<Record<string, Instant>>;
  /** Every time that each of them happened, the earliest first. */
  readonly occurrences: Occurrences;
  readonly photos: readonly Photo[];
  readonly refusedPhotos: readonly { id: PhotoId; damage: number; refusal: PhotoRefusal; at: Instant }[];
  readonly extensions: readonly Extension[];
  readonly exceptions: readonly Exception[];
  /** Corrective, preventive and training actions. */
  readonly actions: readonly Action[];
  /** What was proposed for people: restricted, and never shown to whoever filed. */
  readonly sanctions: readonly Sanction[];
  /** The case in whose place this one stands, and the one that stands in its own (CCF-27). */
  readonly supersedes?: Superseded | undefined;
  readonly supersededBy?: { readonly caseId: CaseId; readonly number: string } | undefined;
  /** What a customer said in a survey, where the case is of that. */
  readonly opinion?: Opinion | undefined;
  /** When it was closed and taken up again. */
  readonly closures: readonly { readonly closedAt: Instant; readonly reopenedAt: Instant }[];
  readonly holds: readonly Hold[];
  /** That its personal data goes, or is gone. */
  readonly erasure?: Erasure | undefined;
  /** Everything that happened, as it was said then. */
  readonly timeline: readonly CaseEvent[];
  /** The same as it reads once corrected. */
  readonly told: readonly CaseEvent[];
};

/** When a matter reached the company. */
export const receiptOf = ({ at, receivedAt }: Pick<EventOf<"received">, "at" | "receivedAt">): Instant =>
  receivedAt ?? at;

const begin = (policy: Policy, event: EventOf<"received">): Case => ({
  number: event.number,
  provisional: event.provisional ?? false,
  receivedAt: receiptOf(event),
  recordedAt: event.at,
  taken: event.taken,
  routing: unrouted,
  duplicates: [],
  locale: event.locale,
  contact: event.contact,
  facts: event.answers,
  learnt: [{ at: receiptOf(event), facts: event.answers }],
  damages: event.damages,
  state: policy.workflow?.initial ?? "RECEIVED",
  happened: { received: receiptOf(event) },
  occurrences: { received: [{ at: receiptOf(event), toldAt: event.at, facts: event.answers }] },
  photos: [],
  refusedPhotos: [],
  extensions: [],
  exceptions: [],
  actions: [],
  sanctions: [],
  holds: [],
  timeline: [],
  told: [],
  supersedes: event.supersedes,
  closures: [],
});

/**
 * The case that a timeline tells, under the policy version it was opened with.
 * @throws when the timeline does not begin with `received`: such a record cannot have been written.
 */
export const caseOf = (policy: Policy, timeline: readonly CaseEvent[]): Case => {
  const told = amended(timeline);
  const [first, ...rest] = told;
  if (first?.type !== "received") throw new Error("a case begins with its receipt");
  return { ...rest.reduce((so, event) => evolve(policy, so, event), begin(policy, first)), timeline, told };
};
