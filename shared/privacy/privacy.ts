import type { Actor, Answers, Contact, StepAnswers } from "../case/actor.ts";
import { actsAs } from "../case/roles.ts";
import type { Policy } from "../policy/policy.ts";
import type { PrivacyRule } from "../policy/records.ts";
import type { Fact } from "../policy/terms.ts";

/** How much of a value is left; the first hides most. */
const MASKS = ["hidden", "initial", "last-four"] as const satisfies readonly PrivacyRule["mask"][];
export type Mask = (typeof MASKS)[number];

/** What a reader may not read in full, by field; `contact` is the block that every form has. */
export type Masks = ReadonlyMap<string, Mask>;

/**
 * Which data of a case somebody sees masked: what a rule of the policy protects and does not let one of their roles read
 * (COU-10, IPP-01). Where two rules protect the same, the stricter holds.
 */
export const maskFor = ({ privacy }: Policy, by: Actor): Masks => {
  const closed = privacy.filter(({ readableBy }) => !actsAs(by, readableBy));
  const masks = MASKS.toReversed().flatMap((mask) =>
    closed.filter((rule) => rule.mask === mask).flatMap(({ fields }) => fields.map((name) => [name, mask] as const)),
  );
  return new Map(masks); // the strictest stands last and wins
};

/** What is left where several regulations protect the same: of each field the least. */
export const strictest = (all: readonly Masks[]): Masks =>
  new Map(MASKS.toReversed().flatMap((mask) => all.flatMap((one) => [...one].filter(([, is]) => is === mask))));

/** As many dots for one character as for forty: how long it was is nobody's business either. */
const DOTS = "••••";

/** A value as a mask leaves it. Never more than half of it is shown, so that a short name does not stand there whole. */
export const masked = (mask: Mask, value: Fact): string => {
  const letters = [...String(value)];
  const most = Math.min(mask === "initial" ? 1 : 4, Math.floor(letters.length / 2));
  if (mask === "hidden" || most === 0) return DOTS;
  return mask === "initial" ? `${letters.slice(0, most).join("")}${DOTS}` : `${DOTS}${letters.slice(-most).join("")}`;
};

/** Whether a value is one of ours that hides another. */
export const isMasked = (value: Fact): boolean => typeof value === "string" && value.includes(DOTS);

const under = <T extends Fact>(masks: Masks, field: string, value: T): T | string => {
  const mask = masks.get(field);
  return mask === undefined ? value : masked(mask, value);
};

/** Answers as a reader may see them. */
export const maskAnswers = (masks: Masks, answers: Answers): Answers =>
  Object.fromEntries(Object.entries(answers).map(([name, value]) => [name, under(masks, name, value)]));

/** The answers of a step likewise: a list of blocks is masked block by block, all of each where the list itself is. */
export const maskStep = (masks: Masks, answers: StepAnswers): StepAnswers =>
  Object.fromEntries(
    Object.entries(answers).map(([name, value]) => {
      if (!Array.isArray(value)) return [name, under(masks, name, value)];
      const mask = masks.get(name);
      const all = (block: Answers): Masks =>
        mask === undefined ? masks : new Map(Object.keys(block).map((part) => [part, mask]));
      return [name, value.map((block) => maskAnswers(all(block), block))];
    }),
  );

/** The contact block as a reader may see it; what is not there stays away. */
export const maskContact = (masks: Masks, { name, ...ways }: Contact): Contact => ({
  name: under(masks, "contact", name),
  ...Object.fromEntries(
    Object.entries(ways).flatMap(([way, value]) =>
      value === undefined ? [] : [[way, under(masks, "contact", value)]],
    ),
  ),
});

/** Whoever wrote a mail, likewise. */
export const maskSender = <T extends { readonly name: string; readonly address: string }>(
  masks: Masks,
  from: T,
): T => ({
  ...from,
  name: from.name === "" ? "" : under(masks, "contact", from.name),
  address: under(masks, "contact", from.address),
});

/**
 * The person of a case as a list shows them to everybody: lists are masked whoever reads them (D-06), so that nothing
 * else need lie beside the record.
 */
export const personInList = ({ privacy }: Policy, { name, phone }: Contact): { reporter: string; phone?: string } => {
  const hidden = privacy.some(({ fields, mask }) => fields.includes("contact") && mask === "hidden");
  return {
    reporter: masked(hidden ? "hidden" : "initial", name),
    ...(phone === undefined ? {} : { phone: masked(hidden ? "hidden" : "last-four", phone) }),
  };
};
