import { type Facts, factsOf } from "./facts.ts";
import { hashOf, type Ledger, ledgerOf } from "./ledger.ts";
import { type Lived, live, type Year } from "./live.ts";
import { disagreements, recount } from "./recount.ts";
import { allShown, type Shown } from "./shown.ts";

/** A year that was lived, written down, and counted again. */
export type Told = {
  readonly facts: Facts;
  readonly ledger: Ledger;
  readonly hash: string;
  readonly shown: Shown;
  /** In words, what the recount makes of it otherwise. */
  readonly disagreements: readonly string[];
  /** What the local runner had to complain about. */
  readonly complaints: readonly string[];
  /** How often schedules fired, and how often they were left out because nothing was due. */
  readonly fired: number;
  readonly skipped: number;
  /** What somebody of a company was refused, and how often. */
  readonly refused: Readonly<Record<string, number>>;
  /** Seconds of real time, for living it and for counting it again. */
  readonly lived: number;
  readonly counted: number;
};

const secondsSince = (start: number): number => Math.round((performance.now() - start) / 100) / 10;

type Telling = {
  /** Where the recount keeps its data base; in memory when left out. */
  readonly file?: string;
  /** Gets what was stored and shown before it is counted again. */
  readonly keep?: (stored: Pick<Told, "facts" | "shown">) => void;
  /** Hears how far it is. */
  readonly progress?: (line: string) => void;
};

export const tell = async (year: Year, { file, keep, progress }: Telling = {}): Promise<Told> => {
  const start = performance.now();
  const look = async (lived: Lived) => {
    const took = secondsSince(start);
    const { cases, ...stored } = await factsOf(lived);
    const shown = await allShown(lived, { cases, contents: stored.contents });
    const { complaints, fired, skipped, companies } = lived;
    const refused = Object.fromEntries(
      companies.flatMap((one) => [...one.refused].map(([what, n]) => [`${one.house.org} ${what}`, n] as const)),
    );
    return { facts: stored, shown, complaints, fired, skipped, refused, lived: took };
  };
  const { facts, shown, ...about } = await live(year, look, progress);
  keep?.({ facts, shown });
  const ledger = ledgerOf(facts, shown);
  const again = performance.now();
  const wrong = disagreements(shown, recount(facts, file));
  return { ...about, facts, ledger, shown, hash: hashOf(ledger), disagreements: wrong, counted: secondsSince(again) };
};
