import * as z from "zod";
import { OrgId } from "../kernel/ids.ts";
import { Instant } from "../kernel/instant.ts";
import { say } from "../kernel/text.ts";
import { Slug } from "../policy/terms.ts";
import { type DutyObject, HouseId, Planned } from "./object.ts";

/**
 * The company itself as what owes what a regulation asks of nothing in particular (本单位): it is there as soon as the
 * regulation is published to the company, and nobody registers it.
 */
export const House = z.strictObject({
  kind: z.literal("house"),
  org: OrgId,
  id: HouseId,
  version: z.number().int().nonnegative(),
  policy: Slug,
  wakeAt: Instant.optional(),
  planned: Planned.optional(),
});
export type House = z.infer<typeof House>;

/** What people call it. */
export const HOUSE = say("本单位", "The company itself");

export const houseId = (policy: string): string => `@${policy}`;

/** The regulation whose house this is; undefined of anything else. */
export const policyOfHouse = (id: string): string | undefined => /^@(.+)$/.exec(id)?.[1];

/** Before everything: what waits since then is done next. */
export const LONG_AGO = Instant.parse("1970-01-01T00:00:00.000Z");

/** The house as an object that is under no schedule of its own and was always there. */
export const asObject = ({ planned, wakeAt, ...house }: House): DutyObject => ({
  ...house,
  kind: "house",
  schedule: "house",
  also: [],
  title: house.id,
  contact: { name: house.id },
  events: {},
  facts: {},
  listedAt: LONG_AGO,
  changedAt: LONG_AGO,
  standing: [],
  under: [],
  lastDone: {},
  ...(wakeAt && { wakeAt }),
  ...(planned && { planned }),
});

/** What is stored of it. */
export const asHouse = ({ org, id, version, policy, wakeAt, planned }: DutyObject): House => ({
  kind: "house",
  org,
  id,
  version,
  policy,
  ...(wakeAt && { wakeAt }),
  ...(planned && { planned }),
});
