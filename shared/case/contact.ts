import * as z from "zod";
import { say } from "../kernel/text.ts";
import type { IntakeChannel } from "../policy/intake-channel.ts";
import type { Contact } from "./actor.ts";
import { clean } from "./clean.ts";
import type { FieldFault } from "./fault.ts";
import { contactFault, notAnObject } from "./sayings.ts";

const line = (max: number) =>
  z
    .string()
    .transform((text) => clean(text, false))
    .pipe(z.string().min(1).max(max));

const Body = z.strictObject({
  name: line(100),
  email: z.string().trim().max(254).pipe(z.email()).optional(),
  phone: z
    .string()
    .trim()
    .regex(/^\+?[0-9][0-9 ()-]{3,28}[0-9]$/)
    .optional(),
  address: line(200).optional(),
});

const unreachable: FieldFault = {
  path: "/contact",
  code: "required",
  says: say("请填写电子邮箱、电话或地址中的一项", "give an e-mail, a phone number or an address"),
};

type Read = { readonly contact?: Contact; readonly faults: readonly FieldFault[] };

/**
 * The contact block that every form has. Who files on the web gives an e-mail, without which no promise can be kept by
 * mail; who calls, writes or comes gives whatever reaches them.
 */
export const readContact = (raw: unknown, channel: IntakeChannel): Read => {
  const given = z.record(z.string(), z.unknown()).safeParse(raw ?? {});
  if (!given.success) return { faults: [notAnObject("/contact")] };
  const filled = Object.fromEntries(Object.entries(given.data).filter(([, value]) => value !== "" && value !== null));
  const read = Body.safeParse(filled);
  if (read.success) {
    const contact = read.data;
    if (channel === "web")
      return contact.email === undefined ? { faults: [contactFault("email", true)] } : { contact, faults: [] };
    const reached = contact.email ?? contact.phone ?? contact.address;
    return reached === undefined ? { faults: [unreachable] } : { contact, faults: [] };
  }
  const places = read.error.issues.flatMap((issue) =>
    issue.code === "unrecognized_keys" ? issue.keys.map((key) => [...issue.path, key]) : [issue.path],
  );
  const names = [...new Set(places.map((path) => String(path[0] ?? "")))];
  const alsoMissing = channel === "web" && filled.email === undefined && !names.includes("email") ? ["email"] : [];
  return { faults: [...names, ...alsoMissing].map((name) => contactFault(name, filled[name] === undefined)) };
};
