import type { Case } from "../case.ts";
import type { Claim } from "./claim.ts";
import type { Compensation } from "./sum.ts";

/** What a formula is fed with; money as `2000.00`, the share of damage in per cent. */
export type Figures = {
  readonly insured?: string | undefined;
  readonly percent?: number | undefined;
  readonly value?: string | undefined;
  readonly claimed?: string | undefined;
};
type Money = "insured" | "value" | "claimed";

type Feed = { readonly needs: readonly (keyof Figures)[]; readonly may: readonly (keyof Figures)[] };

/** What each formula needs, and what else it looks at. */
const FEEDS: Readonly<Record<Compensation["formula"], Feed>> = {
  "ratio-of-insured": { needs: ["insured", "percent"], may: [] },
  "actual-value-at-most": { needs: ["value"], may: ["claimed"] },
  "as-agreed": { needs: ["claimed"], may: [] },
  "freight-refund": { needs: ["value"], may: ["claimed"] },
  none: { needs: [], may: ["claimed"] },
};

/** Figures that the form has given, taken where nothing else is said: not the claim for what a formula is not about. */
const ON_FORM: Readonly<Partial<Record<Compensation["formula"], readonly Money[]>>> = {
  "ratio-of-insured": ["insured"],
  "actual-value-at-most": ["value", "claimed"],
};

const onForm = ({ facts }: Case, { rules }: Claim, { formula }: Compensation): Figures =>
  Object.fromEntries(
    (ON_FORM[formula] ?? []).flatMap((name) => {
      const known = facts[rules.figures[name] ?? ""];
      return typeof known === "string" ? [[name, known]] : [];
    }),
  );

/** What a head still has to be told, and what it may be told, where the form has not said it. */
export const asked = (current: Case, claim: Claim, head: Compensation, given: Figures = {}): Feed => {
  const known = fed(current, claim, head, given);
  const open = (names: readonly (keyof Figures)[]) => names.filter((name) => known[name] === undefined);
  const { needs, may } = FEEDS[head.formula];
  return { needs: open(needs), may: [...needs.filter((name) => known[name] !== undefined), ...may] };
};

/** What a head is worked out from: what was said, and else what the form has given. */
export const fed = (current: Case, claim: Claim, head: Compensation, given: Figures): Figures => {
  const known: Figures = onForm(current, claim, head);
  const { needs, may } = FEEDS[head.formula];
  return Object.fromEntries(
    [...needs, ...may].flatMap((name) => {
      const value = given[name] ?? known[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
};
