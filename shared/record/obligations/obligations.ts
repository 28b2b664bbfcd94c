import * as z from "zod";
import type { CivilDate } from "../../calendar/civil-date.ts";
import { OrgId } from "../../kernel/ids.ts";
import { Instant } from "../../kernel/instant.ts";
import { ObligationEvent } from "../../obligation/event.ts";
import { BearerId, type DutyObject } from "../../obligation/object.ts";
import type { ObligationState } from "../../obligation/obligation.ts";
import { PlanEvent } from "../../obligation/plan.ts";
import { PolicyRef } from "../../policy/policy.ts";
import { Slug } from "../../policy/terms.ts";
import type { Page } from "../store.ts";

/** The last day of its window, the how manieth of it it is, and its schedule; visits were first kept without that. */
export const ObligationId = z.string().regex(/^\d{4}-\d{2}-\d{2}-\d{1,3}(\.[a-z][a-z0-9-]{0,80})?$/);

/** An obligation as it is stored: one item beside its object, saved over the version that was read. */
export const ObligationRecord = z.strictObject({
  kind: z.enum(["visit", "duty"]),
  org: OrgId,
  object: BearerId,
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

/** An obligation in the list of what a schedule asks for: how it stands, without its history. */
export type ObligationRow = ObligationRef & {
  readonly schedule: string;
  /** The last day of its window. */
  readonly day: CivilDate;
  readonly state: ObligationState;
  readonly due: Instant;
  readonly doneAt?: Instant | undefined;
};

/** Whose rows: of one schedule of a regulation. */
export type ScheduleRef = { readonly org: string; readonly policy: string; readonly schedule: string };

/** What a store of obligations, of what they are owed of, and of the plans promises. Whatever is saved is saved over what was read. */
export type ObligationStore = {
  readonly object: (ref: ObjectRef) => Promise<DutyObject | undefined>;
  readonly saveObject: (object: DutyObject) => Promise<"saved" | "overtaken">;
  readonly objects: (org: string, limit: number, cursor?: string) => Promise<Page<DutyObject>>;
  readonly obligation: (ref: ObligationRef) => Promise<ObligationRecord | undefined>;
  /** What an object owes, of those alone whose window ends between two days, both included, in that order. */
  readonly obligationsOf: (ref: ObjectRef, from?: string, to?: string) => Promise<readonly ObligationRecord[]>;
  /** Version 1 where there is none yet, or N+1 over version N. */
  readonly saveObligation: (record: ObligationRecord) => Promise<"saved" | "overtaken">;
  /** What a schedule asks for whose windows end in a month (`2026-11`), as it stands; a change of a moment ago may be missing. */
  readonly ending: (of: ScheduleRef, month: string) => Promise<readonly ObligationRow[]>;
  /** Lists an object under a schedule, or takes it off; the same again changes nothing. */
  readonly list: (of: ScheduleRef, object: string, isListed: boolean) => Promise<void>;
  /** The objects that are listed under a schedule. */
  readonly under: (of: ScheduleRef, limit: number, cursor?: string) => Promise<Page<string>>;
  /** What is open in a list that opens before a moment, the first first. */
  readonly listed: (org: string, list: string, before: Instant, limit: number) => Promise<readonly ObligationRef[]>;
  readonly plan: (key: Pick<PlanRecord, "org" | "policy" | "schedule" | "year">) => Promise<PlanRecord | undefined>;
  readonly savePlan: (record: PlanRecord) => Promise<"saved" | "overtaken">;
  readonly dueObjects: (now: Instant) => Promise<Due<ObjectRef>>;
  readonly dueObligations: (now: Instant) => Promise<Due<ObligationRef>>;
};

/** The roles whose list it is; none of a person's. */
export const rolesOf = (list: string): readonly string[] => /^role:(.+)$/.exec(list)?.[1]?.split("+") ?? [];

/** The list of a person, or of the roles that do it when nobody is named. */
export const listOf = (who: { readonly sub: string } | { readonly roles: readonly string[] }): string =>
  "sub" in who ? `person:${who.sub}` : `role:${who.roles.join("+")}`;
