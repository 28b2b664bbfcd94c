import { type Case, caseOf } from "../case/case.ts";
import { categoryOf } from "../case/category.ts";
import { isRunning, type Rulebook, readClocks } from "../case/clocks.ts";
import { evidenceOf } from "../case/evidence.ts";
import { isFinal } from "../case/final.ts";
import { giftedBy } from "../case/routing/assign.ts";
import { standing } from "../case/routing/routing.ts";
import { visitorsOf } from "../case/visit/owed.ts";
import { isOwed } from "../case/window.ts";
import type { Instant } from "../kernel/instant.ts";
import { type CaseKind, kindOf } from "../policy/case-kind.ts";
import type { Policy, PolicyRef } from "../policy/policy.ts";
import { personInList } from "../privacy/privacy.ts";
import type { CaseRecord } from "./record.ts";

/** What a list shows of a case, kept beside the record so that a list costs what it shows. */
export type CaseRow = {
  readonly id: string;
  readonly policy: PolicyRef;
  readonly number: string;
  readonly state: string;
  readonly receivedAt: Instant;
  readonly closedAt?: Instant | undefined;
  /** The earliest running deadline; undefined when none runs. */
  readonly clock?: string | undefined;
  readonly due?: Instant | undefined;
  /** Not `kind`, which is what a record is. */
  readonly caseKind: CaseKind;
  /** `unclassified` while it waits for one. */
  readonly category?: string | undefined;
  readonly evidenceComplete: boolean;
  /** The role that has it. */
  readonly desk?: string | undefined;
  /** The member of staff who has it in hand. */
  readonly handler?: { readonly sub: string; readonly name: string } | undefined;
  /** Who filed it, masked: what a list shows to everybody (D-06). */
  readonly reporter: string;
  readonly phone?: string | undefined;
  /** The roles that have a visit to make for it. */
  readonly visitors?: readonly string[] | undefined;
};

/**
 * The role on whose desk a case lies: the one that it was given to last, whether taken over yet or not; else the one that
 * received it. Undefined where a policy has no intake. Every list of a department follows it.
 */
export const deskOf = ({ policy }: Rulebook, { routing }: Case): string | undefined =>
  standing(routing)?.role ?? policy.intake?.receivedBy;

/** Every desk on which a case of a policy may lie: where its list is gathered from. */
export const desksOf = (policy: Policy): readonly string[] =>
  policy.intake === undefined
    ? []
    : [...new Set([policy.intake.receivedBy, ...policy.routing.flatMap((rule) => giftedBy(policy, rule))])];

/** Who has a case in hand: whoever took it over, else the member of staff who took its last step. */
const handlerOf = ({ timeline, routing }: Case): CaseRow["handler"] => {
  const holder = standing(routing)?.taken?.by;
  if (holder?.sub !== undefined) return { sub: holder.sub, name: holder.name };
  const by = timeline.findLast(({ type }) => type === "step")?.by;
  return by?.kind === "staff" ? { sub: by.sub, name: by.name } : undefined;
};

/** A case as one row of a list. A due does not depend on the hour, so the row is right until the record changes. */
export const rowOf = (rulebook: Rulebook, record: CaseRecord): CaseRow => {
  const { policy } = rulebook;
  const current = caseOf(policy, record.timeline);
  const { facts, receivedAt, closedAt, number, state } = current;
  const last = record.timeline.at(-1)?.at ?? receivedAt;
  const first = readClocks(rulebook, current, last)
    .filter((reading) => isRunning(reading) && isOwed(reading) && reading.due !== undefined)
    .toSorted((a, b) => ((a.due ?? "") < (b.due ?? "") ? -1 : 1))[0];
  const visitors = visitorsOf(policy, current);
  return {
    id: record.id,
    policy: record.policy,
    number,
    state,
    receivedAt,
    closedAt,
    clock: first?.clock.id,
    due: first?.due,
    caseKind: kindOf(policy, current),
    category: categoryOf(policy, facts),
    evidenceComplete: evidenceOf(policy, current).complete,
    desk: deskOf(rulebook, current),
    handler: handlerOf(current),
    ...personInList(policy, current.contact),
    ...(visitors.length === 0 ? {} : { visitors }),
  };
};

/** Sorts behind every due: a case that waits for nothing dated. */
export const UNDATED = "9999";

/** How urgent an open case is: by its earliest due, then by its receipt. */
export const urgencyOf = ({ due, receivedAt }: Pick<CaseRow, "due" | "receivedAt">): string =>
  `${due ?? UNDATED}~${receivedAt}`;

/** The list of what was closed in a month of UTC; no role is called so. */
export const closedList = (month: string): string => `closed:${month}`;

/** Whether a case lies on a desk: open, and received by somebody. */
export const isQueued = ({ policy }: Rulebook, row: CaseRow): row is CaseRow & { readonly desk: string } =>
  row.desk !== undefined && !isFinal(policy, row.state);
