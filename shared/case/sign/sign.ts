import * as z from "zod";
import { PhotoId } from "../../kernel/ids.ts";
import { Instant, later } from "../../kernel/instant.ts";
import { accept, refuse } from "../../kernel/result.ts";
import { say } from "../../kernel/text.ts";
import type { Policy } from "../../policy/policy.ts";
import type { Signoff } from "../../policy/records.ts";
import { Name, Slug } from "../../policy/terms.ts";
import type { Act, Asked } from "../act.ts";
import { keyed } from "../actor.ts";
import { bringing, brought } from "../bring.ts";
import type { Case } from "../case.ts";
import { clean } from "../clean.ts";
import type { FieldFault, Refusal } from "../fault.ts";
import { isFinal } from "../final.ts";
import { contentHash } from "./content.ts";
import { METHODS, type Method } from "./methods.ts";
import { notTheirs } from "./signers.ts";
import { missingSigners, type SignoffReading, signoffsOf } from "./signoffs.ts";
import { badSignedAt, badSigner, nameNeeded, nothingToSign, photoNeeded, tooEarly, unknownPhoto } from "./words.ts";

/** A signature and what was signed: by its SHA-256, so that an alteration shows (D-05). Never changed once stored. */
export const signed = z.strictObject({
  ...keyed,
  ...brought,
  type: z.literal("signed"),
  signoff: Slug,
  /** The role or party in which they signed, and their name. */
  role: Name,
  name: z.string(),
  method: z.enum(METHODS),
  signedAt: Instant,
  /** When that happened which is signed: another offer needs another signature (CHN-08). */
  of: Instant,
  hash: z.string(),
  photo: PhotoId.optional(),
  remark: z.string().optional(),
});

export type SignCommand = {
  readonly do: "sign";
  readonly signoff: string;
  /** One of the sign-off's roles or parties; a customer need not say which party they are. */
  readonly by?: string | undefined;
  readonly name: string;
  readonly method: Method;
  readonly signedAt?: string | undefined;
  readonly photoId?: string | undefined;
  readonly remark?: string | undefined;
};

/** There is no such sign-off. */
export const unknownSignoff = (policy: Policy): Refusal => {
  const known = policy.signoffs.map(({ id }) => id).join(", ");
  const says = say(`没有此签字项；有：${known}`, `there is no such sign-off; there is: ${known}`);
  return { code: "unknown-signoff", says, rules: [] };
};

/** Why a sign-off cannot be signed now, whoever asks; undefined when it can. */
export const closedSignoff = (
  policy: Policy,
  current: Case,
  { signoff, applies, of }: SignoffReading,
): Refusal | undefined => {
  const { rules } = signoff;
  if (!applies || isFinal(policy, current.state)) {
    return { code: "nothing-to-do", says: nothingToSign(signoff), rules };
  }
  const early = { code: "signature-before-service", says: tooEarly(policy, signoff), rules, audited: true } as const;
  return of === undefined ? early : undefined;
};

/** In which role or party somebody signs when they do not say: a customer as the party that is asked. */
export const signerOf = (policy: Policy, { by }: Signoff, named: string | undefined): string | undefined =>
  named ?? by.find((one) => one === "reporter" || policy.parties.some(({ id }) => id === one)) ?? by[0];

const faultsOf = (current: Case, command: SignCommand, name: string): readonly FieldFault[] => {
  const needsPhoto = command.method === "stamp" || command.method === "scan";
  const photo = current.photos.some(({ id }) => id === command.photoId);
  return [
    ...(name === "" ? [nameNeeded] : []),
    ...(needsPhoto && command.photoId === undefined ? [photoNeeded] : []),
    ...(command.photoId !== undefined && !photo ? [unknownPhoto] : []),
  ];
};

/** When they signed, unless that cannot be: never before what is signed, never in the future. */
const momentOf = (of: Instant, command: SignCommand, { at }: Asked): Instant | "early" | "bad" => {
  if (command.signedAt === undefined) return later(of, at);
  const read = Instant.safeParse(command.signedAt);
  if (!read.success || read.data > at) return "bad";
  return read.data < of ? "early" : read.data;
};

const same = (signature: SignoffReading["signatures"][number], command: SignCommand, name: string): boolean =>
  signature.name === name && signature.method === command.method;

/**
 * Signing or confirming (BUS-12, CHN-08, CCF-19, IPP-10): by somebody of the regulation's list, not before what is
 * signed and not in the future (BUS-13), and once each. The same signature again changes nothing.
 */
export const sign: Act<SignCommand> = {
  decide: ({ policy }, current, command, asked) => {
    const found = signoffsOf(policy, current).find((one) => one.signoff.id === command.signoff);
    if (found === undefined) return refuse(unknownSignoff(policy));
    const { signoff, signatures } = found;
    const { rules } = signoff;
    const role = signerOf(policy, signoff, command.by);
    if (role === undefined || !signoff.by.includes(role)) {
      return refuse({ code: "bad-fields", fields: [badSigner(policy, signoff)], rules });
    }
    const foreign = notTheirs(policy, asked.by, role, rules);
    const closed = foreign ?? closedSignoff(policy, current, found);
    if (closed !== undefined) return refuse(closed);
    const of = found.of ?? asked.at;
    const name = clean(command.name, false);
    const faults = faultsOf(current, command, name);
    if (faults.length > 0) return refuse({ code: "bad-fields", fields: faults, rules });
    const signedAt = momentOf(of, command, asked);
    if (signedAt === "bad") return refuse({ code: "bad-fields", fields: [badSignedAt], rules });
    if (signedAt === "early") {
      return refuse({ code: "signature-before-service", says: tooEarly(policy, signoff), rules, audited: true });
    }
    const before = signatures.find((one) => one.role === role);
    if (before !== undefined) {
      const says = say("此人已签字，签字不能更改", "this has been signed, and a signature does not change");
      return same(before, command, name) ? accept([]) : refuse({ code: "already-signed", says, rules });
    }
    const complete = missingSigners(signoff, [...signatures, { role }]).length === 0;
    const done = complete && missingSigners(signoff, signatures).length > 0;
    const hash = contentHash(policy, current, signoff, of);
    const { key, method } = command;
    const photo = current.photos.find(({ id }) => id === command.photoId)?.id;
    const remark = clean(command.remark ?? "", true) || undefined;
    const word = { signoff: signoff.id, role, name, method, signedAt, of, hash, photo, remark };
    const then = bringing(policy, current, done ? signoff.event : undefined);
    return accept([{ type: "signed", ...asked, key, ...word, ...then }]);
  },
  led: (_policy, event, { signoff, name, method }) =>
    event.type === "signed" &&
    event.signoff === signoff &&
    event.name === clean(name, false) &&
    event.method === method,
};
