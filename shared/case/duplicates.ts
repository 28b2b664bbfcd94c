import * as z from "zod";
import { CaseId } from "../kernel/ids.ts";
import { HOUR, Instant, plusMs } from "../kernel/instant.ts";
import { accept, refuse } from "../kernel/result.ts";
import { say } from "../kernel/text.ts";
import { Field } from "../policy/field.ts";
import type { Intake } from "../policy/intake.ts";
import type { Facts } from "../policy/terms.ts";
import type { Act } from "./act.ts";
import { common, keyed } from "./actor.ts";
import type { Case } from "./case.ts";
import type { Evolve } from "./evolve.ts";
import type { Opens } from "./open.ts";
import { mayNot } from "./roles.ts";

/** Another case that is perhaps the same matter, and what somebody said of that. */
export const DUPLICATE_EVENTS = [
  z.strictObject({ ...common, type: z.literal("duplicateSuspected"), of: CaseId, number: z.string() }),
  z.strictObject({
    ...keyed,
    type: z.literal("duplicateDecided"),
    of: CaseId,
    same: z.boolean(),
    /** It was said on the other case, at this moment. */
    heardOf: Instant.optional(),
  }),
] as const;

export type Duplicate = {
  readonly of: CaseId;
  readonly number: string;
  readonly decision?: { readonly same: boolean; readonly at: Instant; readonly name: string } | undefined;
};

export type DecideDuplicate = { readonly do: "decideDuplicate"; readonly of: string; readonly same: boolean };

/** The earliest receipt that still counts, and whether two matters say the same where the regulation looks. */
export const since = ({ days }: NonNullable<Intake["duplicates"]>, receivedAt: Instant): Instant =>
  plusMs(receivedAt, -days * 24 * HOUR);

export const alike = ({ same }: NonNullable<Intake["duplicates"]>, one: Facts, other: Facts): boolean =>
  same.every((name) => one[name] !== undefined && spelt(one[name]) === spelt(other[name]));

const spelt = (fact: Facts[string] | undefined): string =>
  String(fact ?? "")
    .normalize("NFKC")
    .toLowerCase()
    .replace(/\s+/g, "");

export const duplicateSuspected: Evolve<"duplicateSuspected"> = (_policy, current, { of, number }) => ({
  ...current,
  duplicates: [...current.duplicates, { of, number }],
});

export const duplicateDecided: Evolve<"duplicateDecided"> = (_policy, current, { of, same, at, by, heardOf }) => {
  const decision = { same, at: heardOf ?? at, name: by.kind === "staff" ? by.name : by.kind };
  return { ...current, duplicates: current.duplicates.map((one) => (one.of === of ? { ...one, decision } : one)) };
};

/** Whoever may leave a note says whether two cases are one matter; nothing else follows from it, and it may be corrected. */
export const decideDuplicate: Act<DecideDuplicate> = {
  decide: ({ policy }, current, { of, same, key }, asked) => {
    const foreign = mayNot(policy, asked.by, "note");
    if (foreign !== undefined) return refuse(foreign);
    const found = current.duplicates.find((one) => one.of === of);
    if (found === undefined) {
      return refuse({ code: "unknown-duplicate", says: say("没有此关联案件", "no such case is linked"), rules: [] });
    }
    if (found.decision?.same === same) return accept([]);
    return accept([{ type: "duplicateDecided", ...asked, key, of: found.of, same }]);
  },
  led: (_policy, event, { of, same }) => event.type === "duplicateDecided" && event.of === of && event.same === same,
};

const sameness = Field.parse({
  id: "same",
  type: "flag",
  required: true,
  label: say("为同一事项", "It is the same matter"),
});

export const openDuplicates: Opens = ({ policy }, { duplicates }: Case, by) =>
  mayNot(policy, by, "note") !== undefined
    ? []
    : duplicates
        .filter(({ decision }) => decision === undefined)
        .map(({ of, number }) => ({
          act: "decideDuplicate",
          of: number,
          title: say(`与案件${number}是否同一事项`, `Is ${number} the same matter?`),
          rules: [],
          path: `duplicates/${of}`,
          given: {},
          fields: [sameness],
        }));
