import * as z from "zod";
import { withOffset } from "../calendar/zone.ts";
import type { Case } from "../case/case.ts";
import type { Rulebook } from "../case/clocks.ts";
import { METHODS } from "../case/sign/methods.ts";
import { isParty } from "../case/sign/signers.ts";
import { type SignoffReading, signoffsOf } from "../case/sign/signoffs.ts";
import { people } from "../policy/explain-words.ts";
import type { Telling } from "./lines/line.ts";
import { lineOf } from "./lines/lines.ts";

const Person = z.object({ id: z.string(), title: z.string() });

/** What somebody must sign or confirm in this case, who has, and what it is about. */
export const SignoffView = z
  .object({
    signoff: z.string(),
    title: z.string(),
    rules: z.array(z.string()),
    state: z.enum(["not-yet", "waiting", "objected", "signed"]),
    needs: z.enum(["any", "all"]),
    by: z.array(Person.extend({ signed: z.boolean() })),
    about: z.array(z.string()).meta({ description: "what is signed, in the words that its reader may see" }),
    signatures: z.array(
      z.object({
        by: Person,
        name: z.string(),
        method: z.enum(METHODS),
        signedAt: z.string(),
        recordedAt: z.string(),
        hash: z.string().meta({ description: "SHA-256 of what was signed" }),
        photoId: z.string().optional(),
        remark: z.string().optional(),
      }),
    ),
    objection: z.object({ at: z.string(), reason: z.string() }).optional(),
  })
  .meta({ id: "Signoff" });
export type SignoffView = z.infer<typeof SignoffView>;

const stateOf = ({ of, missing, objection }: SignoffReading): SignoffView["state"] => {
  if (missing.length === 0) return "signed";
  if (of === undefined) return "not-yet";
  return objection === undefined ? "waiting" : "objected";
};

/** What this case asks to be signed; the customer sees what is theirs to sign, and who of them has. */
export const signoffViews = (
  { policy }: Rulebook,
  current: Case,
  { reader, roles = [], locale }: Pick<Telling, "reader" | "roles" | "locale">,
): SignoffView[] => {
  const zone = policy.calendar.timeZone;
  const theirs = (role: string) => reader === "staff" || isParty(policy, role);
  const person = (id: string) => ({ id, title: people(policy, [id])[0]?.[locale] ?? id });
  return signoffsOf(policy, current)
    .filter(({ signoff, applies }) => applies && signoff.by.some(theirs))
    .map((reading) => {
      const { signoff, of, signatures, objection } = reading;
      const about = current.told.findLast(
        (event) => event.type === "step" && event.event === signoff.after && event.at === of,
      );
      return {
        signoff: signoff.id,
        title: signoff.title[locale],
        rules: signoff.rules,
        state: stateOf(reading),
        needs: signoff.needs,
        by: signoff.by
          .filter(theirs)
          .map((id) => ({ ...person(id), signed: signatures.some(({ role }) => role === id) })),
        about: about === undefined ? [] : (lineOf(about, { policy, current, reader, roles, locale })?.detail ?? []),
        signatures: signatures
          .filter(({ role }) => theirs(role))
          .map(({ role, name, method, signedAt, at, hash, photo, remark }) => ({
            by: person(role),
            name,
            method,
            signedAt: withOffset(signedAt, zone),
            recordedAt: withOffset(at, zone),
            hash,
            photoId: photo,
            remark,
          })),
        objection: objection && { at: withOffset(objection.at, zone), reason: objection.reason },
      };
    });
};
