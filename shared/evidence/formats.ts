import { holds } from "../policy/holds.ts";
import type { EvidenceRule } from "../policy/intake.ts";
import type { Policy } from "../policy/policy.ts";
import type { Facts } from "../policy/terms.ts";
import { PHOTO_TYPES, type PhotoType } from "./evidence.ts";

const TYPES = {
  jpg: "image/jpeg",
  png: "image/png",
  webp: "image/webp",
  heic: "image/heic",
} as const satisfies Record<NonNullable<EvidenceRule["formats"]>[number], PhotoType>;

/** What a case takes pictures in, and the clause that leaves others out (BCE-06). */
export type Formats = { readonly types: readonly PhotoType[]; readonly rule?: string | undefined };

/** All that are known, unless a rule that holds of the case names some; of several such rules, whatever any of them takes. */
export const formatsOf = (policy: Policy, facts: Facts): Formats => {
  const choosy = policy.evidence.filter(
    ({ formats, when }) => formats !== undefined && holds(policy, when, facts).is === true,
  );
  if (choosy.length === 0) return { types: PHOTO_TYPES };
  const types = choosy.flatMap(({ formats = [] }) => formats.map((format) => TYPES[format]));
  return { types: PHOTO_TYPES.filter((type) => types.includes(type)), rule: choosy[0]?.rules.at(-1) };
};

/** `image/jpeg` as people say it: jpg. */
export const formatNames = (types: readonly PhotoType[]): string =>
  Object.entries(TYPES)
    .filter(([, type]) => types.includes(type))
    .map(([name]) => name)
    .join(", ");
