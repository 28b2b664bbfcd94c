import type { Shows } from "../../../policy/duty.ts";
import { casesSection } from "../../../report/cases.ts";
import { closedSection, sanctionsSection } from "../../../report/closed.ts";
import type { Section } from "../../../report/document.ts";
import { clockRuns, closedCases, receivedCases } from "./cases.ts";
import type { Counting } from "./counting.ts";
import { findingFigures, ranking } from "./inspections.ts";
import { kpiFigures } from "./kpis.ts";

type Source = (counting: Counting) => Promise<Section>;

/** Where each thing that a report shows is read: what the regulation asks for costs its own stretch, and nothing else. */
const SOURCES: Readonly<Record<Shows, Source>> = {
  cases: async (counting) => casesSection(counting.policy, await receivedCases(counting), counting.before),
  clocks: clockRuns,
  closed: async (counting) => closedSection(counting.policy, await closedCases(counting)),
  sanctions: async (counting) => sanctionsSection(counting.policy, await closedCases(counting)),
  kpis: kpiFigures,
  findings: findingFigures,
  ranking,
};

/** What the engine counts for a line of a report. */
export const counted = (shows: Shows, counting: Counting): Promise<Section> => SOURCES[shows](counting);
