import * as z from "zod";
import { type ListField, plainFields, type StepField } from "../policy/field.ts";
import { holds } from "../policy/holds.ts";
import type { Policy } from "../policy/policy.ts";
import type { Facts } from "../policy/terms.ts";
import type { Answers, StepAnswers } from "./actor.ts";
import { readAnswers } from "./answers.ts";
import type { FieldFault } from "./fault.ts";
import { missing, notAList, tooMany } from "./sayings.ts";

type Place = { readonly at: string; readonly facts: Facts };
type Read<T> = { readonly answers: T; readonly faults: readonly FieldFault[] };

const Blocks = z.array(z.record(z.string(), z.unknown()));

const readList = (policy: Policy, field: ListField, raw: unknown, { at, facts }: Place): Read<readonly Answers[]> => {
  const path = `${at}/${field.id}`;
  const given = Blocks.safeParse(raw ?? []);
  if (!given.success) return { answers: [], faults: [notAList(field, path)] };
  if (given.data.length > field.max) return { answers: [], faults: [tooMany(field, path)] };
  if (field.required && given.data.length === 0) return { answers: [], faults: [missing(field, path)] };
  const blocks = given.data.map((block, nth) =>
    readAnswers(policy, field.fields, block, { at: `${path}/${nth}`, facts }),
  );
  return { answers: blocks.map(({ answers }) => answers), faults: blocks.flatMap(({ faults }) => faults) };
};

/**
 * Reads the answers to what a step asks, its lists block by block (`/parts/0/quantity`), naming every field at fault.
 * The fields of a block may be asked because of the facts, of the step's other answers and of each other (BUS-26).
 */
export const readStepAnswers = (
  policy: Policy,
  fields: readonly StepField[],
  raw: Readonly<Record<string, unknown>>,
  { at = "", facts }: { readonly at?: string; readonly facts: Facts },
): Read<StepAnswers> => {
  const lists = fields.filter((field) => field.type === "list");
  const rest = Object.fromEntries(Object.entries(raw).filter(([name]) => !lists.some(({ id }) => id === name)));
  const plain = readAnswers(policy, plainFields(fields), rest, { at, facts });
  const known = { ...facts, ...plain.answers };
  const asked = lists.filter(({ when }) => holds(policy, when, known).is === true);
  const read = asked.map((field) => ({ field, ...readList(policy, field, raw[field.id], { at, facts: known }) }));
  const filled = read.filter(({ answers }) => answers.length > 0);
  return {
    answers: { ...plain.answers, ...Object.fromEntries(filled.map(({ field, answers }) => [field.id, [...answers]])) },
    faults: [...plain.faults, ...read.flatMap(({ faults }) => faults)],
  };
};
