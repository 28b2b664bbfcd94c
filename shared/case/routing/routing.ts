import * as z from "zod";
import type { Instant } from "../../kernel/instant.ts";
import { Name, Slug } from "../../policy/terms.ts";
import { keyed } from "../actor.ts";
import type { Person } from "../taking.ts";

/** Who a matter is meant for, where a route says more than a role. */
const Named = z.strictObject({ sub: z.string().optional(), name: z.string() });

/** What can happen to who has a case (ITS-04 … 09, 16, 26 … 28, CAL-03, MCH-13). */
export const ROUTING_EVENTS = [
  z.strictObject({
    ...keyed,
    type: z.literal("assigned"),
    /** Counts the assignments of the case from 1. */
    assignment: z.number().int().positive(),
    route: Slug,
    role: Name,
    person: Named.optional(),
    /** The role in whose place it was given, because nobody of it was there. */
    insteadOf: Name.optional(),
    note: z.string().optional(),
  }),
  z.strictObject({ ...keyed, type: z.literal("assignmentTaken"), assignment: z.number().int().positive() }),
  z.strictObject({
    ...keyed,
    type: z.literal("assignmentReturned"),
    assignment: z.number().int().positive(),
    reason: z.string(),
  }),
  /** What must be there before a route opens was given: the customer's authorisation, a slip drawn from a file. */
  z.strictObject({
    ...keyed,
    type: z.literal("needRecorded"),
    route: Slug,
    need: z.number().int().positive(),
    text: z.string(),
  }),
  /** What a department holds of a matter that several are asked about. */
  z.strictObject({
    ...keyed,
    type: z.literal("opinionGiven"),
    route: Slug,
    role: Name,
    text: z.string(),
    /** Whether it agrees with those before it; absent of the first. */
    agrees: z.boolean().optional(),
  }),
] as const;

/** One time that a case was given to a role, and what became of it. */
export type Assignment = {
  readonly assignment: number;
  readonly route: string;
  readonly role: string;
  readonly person?: z.infer<typeof Named> | undefined;
  readonly insteadOf?: string | undefined;
  readonly note?: string | undefined;
  readonly at: Instant;
  readonly by: Person;
  readonly taken?: { readonly at: Instant; readonly by: Person } | undefined;
  readonly returned?: { readonly at: Instant; readonly by: Person; readonly reason: string } | undefined;
};

export type Opinion = {
  readonly route: string;
  readonly role: string;
  readonly name: string;
  readonly text: string;
  readonly agrees?: boolean | undefined;
  readonly at: Instant;
};

type MetNeed = {
  readonly route: string;
  readonly need: number;
  readonly text: string;
  readonly at: Instant;
  readonly name: string;
};

/** Who has a case, as its timeline tells it. */
export type Routing = {
  readonly assignments: readonly Assignment[];
  readonly needs: readonly MetNeed[];
  readonly opinions: readonly Opinion[];
};

export const unrouted: Routing = { assignments: [], needs: [], opinions: [] };

/** The assignment that counts: the last, unless it was given back. */
export const standing = ({ assignments }: Routing): Assignment | undefined =>
  assignments.findLast(({ returned }) => returned === undefined);

/** Given to somebody who has not said yet that they have it. */
export const awaited = (routing: Routing): Assignment | undefined => {
  const last = routing.assignments.at(-1);
  return last?.taken === undefined && last?.returned === undefined ? last : undefined;
};

/**
 * Who answers for a case now: whoever last said that they have it, else who was asked first, until the next person says so
 * . Undefined for what nobody has taken on yet: then its desk does.
 */
export const responsibleFor = (
  { assignments }: Routing,
  firstContact: Person | undefined,
): { readonly person: Person; readonly since?: Instant } | undefined => {
  const last = assignments.findLast(({ taken, returned }) => taken !== undefined && returned === undefined);
  if (last?.taken !== undefined) return { person: last.taken.by, since: last.taken.at };
  return firstContact === undefined ? undefined : { person: firstContact };
};
