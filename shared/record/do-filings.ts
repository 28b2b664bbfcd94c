import type { Deps, Loaded } from "./change.ts";
import type { FigureDeps } from "./figures/figures.ts";
import { keepParts } from "./figures/keep.ts";
import type { FiledAsFar } from "./filings.ts";
import { fileWords } from "./words.ts";

export type FilingDeps = Deps & FigureDeps;

/** Files what is not filed yet, and says of how many events it then is. Twice, late and killed half way is once. */
type File = (deps: FilingDeps, found: Loaded) => Promise<number>;

/** How each is filed; one that is owed and has no row does not compile. */
const doers: { readonly [C in keyof FiledAsFar]: File } = { indexed: fileWords, figured: keepParts };

/** How far a case is filed by now, and what broke: that it cannot be filed must not keep its letters back. */
export const file = async (
  deps: FilingDeps,
  found: Loaded,
): Promise<{ readonly filed: FiledAsFar; readonly broke?: unknown }> => {
  const { indexed, figured } = found.record;
  let filed: FiledAsFar = { indexed, figured };
  let broke: unknown;
  for (const [counter, doer] of Object.entries(doers)) {
    try {
      filed = { ...filed, [counter]: await doer(deps, found) };
    } catch (error) {
      broke = error;
    }
  }
  return { filed, broke };
};

/** Whether a record was filed no further than another. */
export const sameFiled = (a: FiledAsFar, b: FiledAsFar): boolean =>
  Object.keys(doers).every((counter) => a[counter as keyof FiledAsFar] === b[counter as keyof FiledAsFar]); // the keys of that table
