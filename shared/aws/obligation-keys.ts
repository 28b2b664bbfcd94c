import type { Instant } from "../kernel/instant.ts";
import type { ObjectRef, ObligationRecord, ObligationRef, PlanRecord } from "../record/obligations/obligations.ts";
import { placeToWake } from "./survey-keys.ts";
import { join, type Key, queueKeys, queuePk } from "./table.ts";

/* The keys of visits, of what is visited and of the yearly plans; the questions that they answer stand in table.ts. */

/** What a company visits. */
export const objectsPk = (org: string): string => join("ORG", org, "VISITED");

export const objectKey = ({ org, id }: ObjectRef): Key => ({ pk: objectsPk(org), sk: id });

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
