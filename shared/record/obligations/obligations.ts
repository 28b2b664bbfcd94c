import * as z from "zod";
import { OrgId } from "../../kernel/ids.ts";
import { Instant } from "../../kernel/instant.ts";
import { ObligationEvent } from "../../obligation/event.ts";
import { type DutyObject, ObjectId } from "../../obligation/object.ts";
import { PlanEvent } from "../../obligation/plan.ts";
import { PolicyRef } from "../../policy/policy.ts";
import { Slug } from "../../policy/terms.ts";
import type { Page } from "../store.ts";

/** The last day of a visit's window, and the how manieth of it it is. */
export const ObligationId = z.string().regex(/^\d{4}-\d{2}-\d{2}-\d{1,3}$/);

/** A visit as it is stored: one item beside its object, saved over the version that was read. */
export const ObligationRecord = z.strictObject({
  kind: z.literal("visit"),
  org: OrgId,
  object: ObjectId,
  id: ObligationId,
  version: z.number().int().nonnegative(),
  policy: PolicyRef,
  schedule: Slug,
  timeline: z.array(ObligationEvent),
  /** In whose list it stands: a person's, or a role's. */
  list: z.string(),
  opensAt: Instant.optional(),
  wakeAt: Instant.optional(),
});
export type ObligationRecord = z.infer<typeof ObligationRecord>;

/** A yearly plan as it is stored. */
export const PlanRecord = z.strictObject({
  kind: z.literal("visit-plan"),
  org: OrgId,
  policy: Slug,
  schedule: Slug,
  year: z.number().int(),
  version: z.number().int().nonnegative(),
  timeline: z.array(PlanEvent),
});
export type PlanRecord = z.infer<typeof PlanRecord>;

export type ObjectRef = Pick<DutyObject, "org" | "id">;
export type ObligationRef = Pick<ObligationRecord, "org" | "object" | "id">;

/** What is due in a part of the wake index, and when the next is. */
type Due<R> = { readonly refs: readonly R[]; readonly next: Instant | undefined };

/** What a store of visits, of what is visited, and of the plans promises. Whatever is saved is saved over what was read. */
export type ObligationStore = {
  readonly object: (ref: ObjectRef) => Promise<DutyObject | undefined>;
  readonly saveObject: (object: DutyObject) => Promise<"saved" | "overtaken">;
  readonly objects: (org: string, limit: number, cursor?: string) => Promise<Page<DutyObject>>;
  readonly obligation: (ref: ObligationRef) => Promise<ObligationRecord | undefined>;
  /** All visits of an object, of those whose window ends on a day or later alone, in that order. */
  readonly obligationsOf: (ref: ObjectRef, from?: string) => Promise<readonly ObligationRecord[]>;
  /** Version 1 where there is none yet, or N+1 over version N. */
  readonly saveObligation: (record: ObligationRecord) => Promise<"saved" | "overtaken">;
  /** The open visits of a list that open before a moment, the first first. */
  readonly listed: (org: string, list: string, before: Instant, limit: number) => Promise<readonly ObligationRef[]>;
  readonly plan: (key: Pick<PlanRecord, "org" | "policy" | "schedule" | "year">) => Promise<PlanRecord | undefined>;
  readonly savePlan: (record: PlanRecord) => Promise<"saved" | "overtaken">;
  readonly dueObjects: (now: Instant) => Promise<Due<ObjectRef>>;
  readonly dueObligations: (now: Instant) => Promise<Due<ObligationRef>>;
};

/** The role whose list it is; undefined of a person's. */
export const roleOf = (list: string): string | undefined => /^role:(.+)$/.exec(list)?.[1];

/** The list of a person, or of the role that makes a visit when nobody is named. */
export const listOf = (who: { readonly sub: string } | { readonly role: string }): string =>
  "sub" in who ? `person:${who.sub}` : `role:${who.role}`;
