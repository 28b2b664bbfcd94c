import * as z from "zod";
import { OrgId } from "../../kernel/ids.ts";
import { Instant } from "../../kernel/instant.ts";
import { PolicyRef } from "../../policy/policy.ts";
import { Slug } from "../../policy/terms.ts";
import { VisitEvent } from "../../visiting/event.ts";
import { ObjectId, type VisitedObject } from "../../visiting/object.ts";
import { PlanEvent } from "../../visiting/plan.ts";
import type { Page } from "../store.ts";

/** The last day of a visit's window, and the how manieth of it it is. */
export const VisitId = z.string().regex(/^\d{4}-\d{2}-\d{2}-\d{1,3}$/);

/** A visit as it is stored: one item beside its object, saved over the version that was read. */
export const VisitRecord = z.strictObject({
  kind: z.literal("visit"),
  org: OrgId,
  object: ObjectId,
  id: VisitId,
  version: z.number().int().nonnegative(),
  policy: PolicyRef,
  schedule: Slug,
  timeline: z.array(VisitEvent),
  /** In whose list it stands: a person's, or a role's. */
  list: z.string(),
  opensAt: Instant.optional(),
  wakeAt: Instant.optional(),
});
export type VisitRecord = z.infer<typeof VisitRecord>;

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

export type ObjectRef = Pick<VisitedObject, "org" | "id">;
export type VisitRef = Pick<VisitRecord, "org" | "object" | "id">;

/** What is due in a part of the wake index, and when the next is. */
type Due<R> = { readonly refs: readonly R[]; readonly next: Instant | undefined };

/** What a store of visits, of what is visited, and of the plans promises. Whatever is saved is saved over what was read. */
export type VisitStore = {
  readonly object: (ref: ObjectRef) => Promise<VisitedObject | undefined>;
  readonly saveObject: (object: VisitedObject) => Promise<"saved" | "overtaken">;
  readonly objects: (org: string, limit: number, cursor?: string) => Promise<Page<VisitedObject>>;
  readonly visit: (ref: VisitRef) => Promise<VisitRecord | undefined>;
  /** All visits of an object, of those whose window ends on a day or later alone, in that order. */
  readonly visitsOf: (ref: ObjectRef, from?: string) => Promise<readonly VisitRecord[]>;
  /** Version 1 where there is none yet, or N+1 over version N. */
  readonly saveVisit: (record: VisitRecord) => Promise<"saved" | "overtaken">;
  /** The open visits of a list that open before a moment, the first first. */
  readonly listed: (org: string, list: string, before: Instant, limit: number) => Promise<readonly VisitRef[]>;
  readonly plan: (key: Pick<PlanRecord, "org" | "policy" | "schedule" | "year">) => Promise<PlanRecord | undefined>;
  readonly savePlan: (record: PlanRecord) => Promise<"saved" | "overtaken">;
  readonly dueObjects: (now: Instant) => Promise<Due<ObjectRef>>;
  readonly dueVisits: (now: Instant) => Promise<Due<VisitRef>>;
};

/** The role whose list it is; undefined of a person's. */
export const roleOf = (list: string): string | undefined => /^role:(.+)$/.exec(list)?.[1];

/** The list of a person, or of the role that makes a visit when nobody is named. */
export const listOf = (who: { readonly sub: string } | { readonly role: string }): string =>
  "sub" in who ? `person:${who.sub}` : `role:${who.role}`;
