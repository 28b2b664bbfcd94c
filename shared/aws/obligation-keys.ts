import type { Instant } from "../kernel/instant.ts";
import { policyOfHouse } from "../obligation/house.ts";
import type {
  ObjectRef,
  ObligationRecord,
  ObligationRef,
  PlanRecord,
  ScheduleRef,
} from "../record/obligations/obligations.ts";
import { placeToWake } from "./survey-keys.ts";
import { join, type Key, ledgerPk, queueKeys, queuePk } from "./table.ts";

/* The keys of obligations, of what they are owed of and of the yearly plans; the questions that they answer stand in table.ts. */

/** What a company visits. */
export const objectsPk = (org: string): string => join("ORG", org, "VISITED");

/** The company itself stands apart, so that a list of what it visits never shows it. */
export const objectKey = ({ org, id }: ObjectRef): Key => ({
  pk: policyOfHouse(id) === undefined ? objectsPk(org) : join("ORG", org, "HOUSE"),
  sk: id,
});

/** The objects under one schedule. */
export const underPk = ({ org, policy, schedule }: ScheduleRef): string => join("ORG", org, "UNDER", policy, schedule);

/** The partition of the ledger that holds what a schedule asks for with a window that ends in a month. */
export const endingPk = ({ org, policy, schedule }: ScheduleRef, month: string): string =>
  ledgerPk(org, `duty:${policy}:${schedule}`, month);

/** Where an obligation stands there, by the last day of its window; for good, as its id is. */
export const endingKeys = (record: ObligationRecord) => ({
  ledgerPk: endingPk({ org: record.org, policy: record.policy.id, schedule: record.schedule }, record.id.slice(0, 7)),
  ledgerSk: join(record.id.slice(0, 10), nameOf(record)),
});

/** The obligation at a place of that list. */
export const endingAt = (org: string, ledgerSk: string): ObligationRef => namedBy(org, ledgerSk.split("#")[1] ?? "");

/** The partition of the visits of one object, in the order in which their windows end. */
export const obligationsPk = ({ org, id }: ObjectRef): string => join("ORG", org, "visited", id);

export const obligationKey = ({ org, object, id }: ObligationRef): Key => ({
  pk: obligationsPk({ org, id: object }),
  sk: id,
});

export const planKey = ({
  org,
  policy,
  schedule,
  year,
}: Pick<PlanRecord, "org" | "policy" | "schedule" | "year">): Key => ({
  pk: join("ORG", org, "VISIT-PLAN", policy, schedule),
  sk: String(year),
});

/** A visit's own name in the indexes; neither part holds a slash. */
export const nameOf = ({ object, id }: Pick<ObligationRef, "object" | "id">): string => `${object}/${id}`;

const namedBy = (org: string, name: string): ObligationRef => {
  const [object = "", id = ""] = name.split("/");
  return { org: org as ObligationRef["org"], object, id }; // as it was written
};

const desk = (list: string): string => `visits:${list}`;

/** The open visits of a list, the first that opens first. */
export const listPk = (org: string, list: string): string => queuePk(org, desk(list));

export const listKeys = (record: ObligationRecord, opensAt: Instant) =>
  queueKeys(record.org, desk(record.list), opensAt, nameOf(record));

/** The visit at a place of a list. */
export const listedAt = (org: string, queueSk: string): ObligationRef => namedBy(org, queueSk.split("#")[1] ?? "");

/** The visit at a place of the wake index, and since when it waits. */
export const obligationToWake = (wakeSk: string): { readonly at: Instant; readonly ref: ObligationRef } => {
  const { at, org, id } = placeToWake(wakeSk);
  return { at, ref: namedBy(org, id) };
};
