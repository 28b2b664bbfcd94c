import * as z from "zod";
import { digest } from "../audit/digest.ts";
import { CaseEvent } from "../case/event.ts";
import { CaseId, OrgId } from "../kernel/ids.ts";
import { Instant, later } from "../kernel/instant.ts";
import { PolicyRef } from "../policy/policy.ts";
import { OutboxEntry } from "./outbox.ts";

/**
 * Everything with a life of its own is one item: what happened to it, the mail it has not sent yet, and the one instant
 * at which it must next be looked at. What follows from a command is stored together or not at all.
 */
export const CaseRecord = z.strictObject({
  kind: z.literal("case"),
  org: OrgId,
  id: CaseId,
  /** Counts the writes; a save says which one it read. */
  version: z.number().int().nonnegative(),
  policy: PolicyRef,
  timeline: z.array(CaseEvent),
  outbox: z.array(OutboxEntry),
  wakeAt: Instant.optional(),
  /** Whoever wakes for this, and nobody else; absent: everything but erasing. */
  wakeFor: z.literal("erasure").optional(),
  /** SHA-256 of the tracking token: the token itself is nowhere. */
  tokenHash: z.string(),
  /** SHA-256 of the request that filed it, so that a repeat with another body is told so. */
  requestHash: z.string(),
  /**
   * What binds the digests of this record's timeline (D-05): 128 random bits that leave it with nobody, so that what was
   * erased cannot be found again by trying. A record from before it has one drawn from its token's digest.
   */
  salt: z.string().optional(),
  /** How many of its events the word index knows; the wake-up does the others. */
  indexed: z.number().int().nonnegative().default(0),
  /** How many of them the figures of its regulation know, likewise. */
  figured: z.number().int().nonnegative().default(0),
  /** The store's own: how many of the oldest events each part holds that was moved out of a record grown long. */
  parts: z.array(z.number().int().positive()).default([]),
});
export type CaseRecord = z.infer<typeof CaseRecord>;

/** Events that nobody sees as a change of the case. */
const UNSEEN: ReadonlySet<CaseEvent["type"]> = new Set(["attempted", "opinionTold"]);

/**
 * What a person has seen of a case when they saw it: grows with what happened, not with the mail that was sent meanwhile,
 * nor with what was refused, so that nobody is told of a change that is none.
 */
export const seenVersion = ({ timeline }: Pick<CaseRecord, "timeline">): number =>
  timeline.filter(({ type }) => !UNSEEN.has(type)).length;

/** When something last happened to it; machines' clocks may differ, so the last event need not be the latest. */
export const lastAt = ({ timeline }: Pick<CaseRecord, "timeline">): Instant => {
  const [first, ...rest] = timeline;
  if (first === undefined) throw new Error("a record begins with an event");
  return rest.reduce((last, { at }) => later(last, at), first.at);
};

/** The salt of a record, always the same for it. */
export const saltOf = ({ salt, tokenHash }: Pick<CaseRecord, "salt" | "tokenHash">): string =>
  salt ?? digest(`salt\n${tokenHash}`).slice(0, 32);

/** Every number that leads to a record: the one it has, and what it was called before. */
export const numbersOf = ({ timeline }: Pick<CaseRecord, "timeline">): readonly string[] => [
  ...new Set(
    timeline.flatMap((event) => (event.type === "received" || event.type === "numbered" ? [event.number] : [])),
  ),
];

export type RecordRef = Pick<CaseRecord, "kind" | "org" | "id">;

export const refOf = ({ kind, org, id }: RecordRef): RecordRef => ({ kind, org, id });
