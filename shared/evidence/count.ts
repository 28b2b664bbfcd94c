import type { Instant } from "../kernel/instant.ts";
import { holds } from "../policy/holds.ts";
import type { EvidenceRule } from "../policy/intake.ts";
import type { Policy } from "../policy/policy.ts";
import type { Facts } from "../policy/terms.ts";
import type { Photo, PhotoFlag } from "./evidence.ts";

export type EvidenceNeed = {
  readonly rule: EvidenceRule;
  /** 1 is the first damage of the form; 0 is the case as a whole. */
  readonly damage: number;
  readonly have: number;
  readonly need: number;
};

export type EvidenceReading = { readonly complete: boolean; readonly needs: readonly EvidenceNeed[] };

type Seen = { readonly facts: Facts; readonly damages: number; readonly photos: readonly Photo[] };

const distinct = (photos: readonly Photo[]): number => new Set(photos.map(({ sha256 }) => sha256)).size;

const needsOf = (rule: EvidenceRule, seen: Seen): EvidenceNeed[] => {
  // a case that was reclassified may describe no damage at all: its photos are then those of the case as a whole
  const places =
    rule.per === "case" || seen.damages === 0 ? [0] : Array.from({ length: seen.damages }, (_, place) => place + 1);
  return places.map((damage) => ({
    rule,
    damage,
    have: distinct(rule.per === "case" ? seen.photos : seen.photos.filter((photo) => photo.damage === damage)),
    need: rule.atLeast,
  }));
};

/**
 * Which photos a case still owes: distinct contents per damage item, so five photos of two damages do not make up for
 * a sixth (DFA-32, D-04). A rule whose condition does not hold of the facts asks nothing.
 */
export const countEvidence = (policy: Policy, seen: Seen): EvidenceReading => {
  const needs = policy.evidence
    .filter((rule) => rule.when === undefined || holds(policy, rule.when, seen.facts).is === true)
    .flatMap((rule) => needsOf(rule, seen));
  return { complete: needs.every(({ have, need }) => have >= need), needs };
};

/** What of it is still missing. */
export const missingOf = ({ needs }: Pick<EvidenceReading, "needs">): readonly EvidenceNeed[] =>
  needs.filter(({ have, need }) => have < need);

/** The steps that stay closed while evidence is missing (DFA-32, DFA-33); the clocks run on. */
export const blockedSteps = (reading: EvidenceReading): readonly string[] =>
  missingOf(reading).flatMap(({ rule }) => rule.blocks);

/** A photo taken after the moment on the form that the rule names (DFA-29); the flag is for people, it still counts. */
const tooLate = (rules: readonly EvidenceRule[], facts: Facts, capturedAt: Instant): boolean =>
  rules.some(({ capturedBefore }) => {
    const limit = capturedBefore === undefined ? undefined : facts[capturedBefore];
    return typeof limit === "string" && capturedAt > limit;
  });

/** What is worth knowing about each photo, in the order in which they arrived. */
export const flagsOf = (
  policy: Policy,
  facts: Facts,
  photos: readonly Photo[],
): ReadonlyMap<string, readonly PhotoFlag[]> => {
  const seen = new Set<string>();
  return new Map(
    photos.map((photo) => {
      const flags: PhotoFlag[] = seen.has(photo.sha256) ? ["DUPLICATE"] : [];
      seen.add(photo.sha256);
      if (photo.capturedAt !== undefined && tooLate(policy.evidence, facts, photo.capturedAt))
        flags.push("AFTER_PICKUP");
      return [photo.id, flags];
    }),
  );
};
