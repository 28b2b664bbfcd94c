import * as z from "zod";
import { accept, type Result, refuse } from "../kernel/result.ts";
import { holds } from "../policy/holds.ts";
import type { Intake } from "../policy/intake.ts";
import type { IntakeChannel } from "../policy/intake-channel.ts";
import type { Policy } from "../policy/policy.ts";
import type { Answers, Contact } from "./actor.ts";
import { readAnswers } from "./answers.ts";
import { claimantFaults } from "./claim/claimant.ts";
import { readContact } from "./contact.ts";
import type { FieldFault } from "./fault.ts";
import { damagesNeeded, notAnObject, tooManyDamages } from "./sayings.ts";

/** A complaint as it was understood (《投诉申请单》 of DFA-01 and its like). */
export type Filing = { readonly contact: Contact; readonly answers: Answers; readonly damages: Answers[] };

const Loose = z.record(z.string(), z.unknown());

const readDamages = (
  policy: Policy,
  intake: Intake,
  raw: unknown,
  facts: Answers,
): { damages: Answers[]; faults: FieldFault[] } => {
  const block = intake.damages;
  const faults: FieldFault[] = [];
  if (block === undefined) return { damages: [], faults };
  const given = z.array(Loose).safeParse(raw ?? []);
  if (!given.success) return { damages: [], faults: [notAnObject("/damages")] };
  if (given.data.length > block.max) return { damages: [], faults: [tooManyDamages(block.max)] };
  const damages = given.data.map((one, place) => {
    const read = readAnswers(policy, block.fields, one, { at: `/damages/${place}`, facts });
    faults.push(...read.faults);
    return read.answers;
  });
  const needed = block.requiredWhen !== undefined && holds(policy, block.requiredWhen, facts).is === true;
  if (needed && damages.length === 0) faults.push(damagesNeeded(block.title, intake.rules[0]));
  return { damages, faults };
};

/** Where a filing came from, and where in the body its fields stand. */
type From = { readonly channel?: IntakeChannel; readonly at?: string };

/**
 * Reads the JSON body of a complaint against the policy's form: flat fields, a `contact` block and a list of `damages`.
 * Refused with every field at fault.
 */
export const readFiling = (
  policy: Policy,
  intake: Intake,
  body: unknown,
  { channel = "web", at = "" }: From = {},
): Result<Filing, readonly FieldFault[]> => {
  const given = Loose.safeParse(body);
  if (!given.success) return refuse([notAnObject("")]);
  const { contact: rawContact, damages: rawDamages, ...rest } = given.data;
  const contact = readContact(rawContact, channel);
  const fields = readAnswers(
    policy,
    intake.fields,
    intake.damages ? rest : { ...rest, ...(rawDamages === undefined ? {} : { damages: rawDamages }) },
    { at },
  );
  const damages = readDamages(policy, intake, rawDamages, fields.answers);
  const faults = [...contact.faults, ...fields.faults, ...claimantFaults(policy, fields.answers), ...damages.faults];
  if (contact.contact === undefined || faults.length > 0) return refuse(faults);
  return accept({ contact: contact.contact, answers: fields.answers, damages: damages.damages });
};
