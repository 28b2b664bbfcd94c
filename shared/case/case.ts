import type { Photo, PhotoRefusal } from "../evidence/evidence.ts";
import type { PhotoId } from "../kernel/ids.ts";
import type { Instant } from "../kernel/instant.ts";
import type { Locale } from "../kernel/text.ts";
import type { Policy } from "../policy/policy.ts";
import type { Facts } from "../policy/terms.ts";
import type { Answers, CaseEvent, Contact, EventOf } from "./event.ts";

export type Extension = {
  readonly id: string;
  readonly clock: string;
  readonly newDue: Instant;
  readonly reason: string;
  readonly requestedAt: Instant;
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

/** A case as its timeline tells it. Nothing in here is stored; clocks and evidence are read off it when asked. */
export type Case = {
  readonly number: string;
  readonly receivedAt: Instant;
  readonly locale: Locale;
  readonly contact: Contact;
  /** What the form said, overlaid by what steps have set. */
  readonly facts: Facts;
  readonly damages: readonly Answers[];
  readonly state: string;
  /** When it came into a final state; what is written down afterwards does not move it. */
  readonly closedAt?: Instant | undefined;
  /** When each event of the policy first happened; `received` is one of them. */
  readonly happened: Readonly<Record<string, Instant>>;
  readonly photos: readonly Photo[];
  readonly refusedPhotos: readonly { id: PhotoId; damage: number; refusal: PhotoRefusal; at: Instant }[];
  readonly extensions: readonly Extension[];
  readonly exceptions: readonly Exception[];
  readonly timeline: readonly CaseEvent[];
};

const begin = (policy: Policy, event: EventOf<"received">): Case => ({
  number: event.number,
  receivedAt: event.at,
  locale: event.locale,
  contact: event.contact,
  facts: event.answers,
  damages: event.damages,
  state: policy.workflow?.initial ?? "RECEIVED",
  happened: { received: event.at },
  photos: [],
  refusedPhotos: [],
  extensions: [],
  exceptions: [],
  timeline: [],
});

/** Nothing runs and nothing is owed once a case is in a final state. */
export const isFinal = (policy: Policy, state: string): boolean =>
  policy.workflow?.states.find(({ id }) => id === state)?.final ?? false;

const takeStep = (policy: Policy, current: Case, event: EventOf<"step">): Case => {
  const sets = policy.workflow?.steps.find(({ id }) => id === event.step)?.sets ?? [];
  const set = Object.fromEntries(Object.entries(event.answers).filter(([name]) => sets.includes(name)));
  const state = event.to ?? current.state;
  return {
    ...current,
    state,
    closedAt: isFinal(policy, state) ? (current.closedAt ?? event.at) : undefined,
    facts: { ...current.facts, ...set },
    happened: { [event.event]: event.at, ...current.happened },
  };
};

/** An approval sets the fact that holds the new promise, and is what starts its clock (DTS-14); a refusal changes nothing. */
const decideException = (policy: Policy, current: Case, event: EventOf<"exceptionDecided">): Case => {
  const decision = { approved: event.approved, at: event.at, remark: event.remark };
  const exceptions = current.exceptions.map((one) => (one.id === event.exception ? { ...one, decision } : one));
  const promised = current.exceptions.find(({ id }) => id === event.exception)?.promised;
  const rule = policy.exceptions.find(({ clock }) => clock === event.clock);
  const promise = policy.clocks.find(({ id }) => id === rule?.promise);
  if (!event.approved || promised === undefined || promise === undefined) return { ...current, exceptions };
  return {
    ...current,
    exceptions,
    facts: promise.until === undefined ? current.facts : { ...current.facts, [promise.until]: promised },
    happened: { [promise.start]: event.at, ...current.happened },
  };
};

const evolve = (policy: Policy, current: Case, event: CaseEvent): Case => {
  switch (event.type) {
    case "step":
      return takeStep(policy, current, event);
    case "photoKept":
      return { ...current, photos: [...current.photos, event.photo] };
    case "photoRefused": {
      const { photoId: id, damage, refusal, at } = event;
      return { ...current, refusedPhotos: [...current.refusedPhotos, { id, damage, refusal, at }] };
    }
    case "extensionRequested": {
      const { extension: id, clock, newDue, reason, at } = event;
      return { ...current, extensions: [...current.extensions, { id, clock, newDue, reason, requestedAt: at }] };
    }
    case "extensionDecided": {
      const decision = { approved: event.approved, at: event.at, remark: event.remark };
      return {
        ...current,
        extensions: current.extensions.map((one) => (one.id === event.extension ? { ...one, decision } : one)),
      };
    }
    case "exceptionRecorded": {
      const { exception: id, clock, reason, promised, remark, at } = event;
      const recorded = { id, clock, reason, promised, remark, recordedAt: at };
      return { ...current, exceptions: [...current.exceptions, recorded] };
    }
    case "exceptionDecided":
      return decideException(policy, current, event);
    default:
      return current;
  }
};

/**
 * The case that a timeline tells, under the policy version it was opened with.
 * @throws when the timeline does not begin with `received`: such a record cannot have been written.
 */
export const caseOf = (policy: Policy, timeline: readonly CaseEvent[]): Case => {
  const [first, ...rest] = timeline;
  if (first?.type !== "received") throw new Error("a case begins with its receipt");
  return { ...rest.reduce((so, event) => evolve(policy, so, event), begin(policy, first)), timeline };
};
