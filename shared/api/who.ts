import type { Actor } from "../case/actor.ts";
import { titles } from "../case/roles.ts";
import type { Locale } from "../kernel/text.ts";
import type { Policy } from "../policy/policy.ts";

const WORDS = {
  "zh-CN": { you: "提交人", system: "系统", we: "经办人" },
  en: { you: "Reporter", system: "Aftercare", we: "Our staff" },
} as const;

/** Who did it, as a reader may know: customers read roles and never names of staff. */
export const whoIs = (policy: Policy, by: Actor, reader: "customer" | "staff", locale: Locale): string => {
  if (by.kind === "reporter") return WORDS[locale].you;
  if (by.kind === "system") return WORDS[locale].system;
  if (by.kind === "holder") return by.name;
  const role = titles(policy, by.roles.slice(0, 1))[0]?.[locale] ?? WORDS[locale].we;
  return reader === "customer" ? role : `${by.name} (${role})`;
};
