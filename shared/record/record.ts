import * as z from "zod";
import { CaseEvent } from "../case/event.ts";
import { CaseId, OrgId } from "../kernel/ids.ts";
import { Instant } from "../kernel/instant.ts";
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
  /** SHA-256 of the tracking token: the token itself is nowhere. */
  tokenHash: z.string(),
  /** SHA-256 of the request that filed it, so that a repeat with another body is told so. */
  requestHash: z.string(),
  /** The store's own: how many of the oldest events each part holds that was moved out of a record grown long. */
  parts: z.array(z.number().int().positive()).default([]),
});
export type CaseRecord = z.infer<typeof CaseRecord>;

/**
 * What a person has seen of a case when they saw it: grows with what happened, not with the mail that was sent meanwhile,
 * nor with what was refused, so that nobody is told of a change that is none.
 */
export const seenVersion = ({ timeline }: Pick<CaseRecord, "timeline">): number =>
  timeline.filter(({ type }) => type !== "attempted").length;

export type RecordRef = Pick<CaseRecord, "kind" | "org" | "id">;

export const refOf = ({ kind, org, id }: RecordRef): RecordRef => ({ kind, org, id });
