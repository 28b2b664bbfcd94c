import type { Shows } from "../../../policy/duty.ts";
import type { Section } from "../../../report/document.ts";
import { campaignFigures } from "./campaigns.ts";
import { clockRuns, closedCases, receivedCases, sanctions } from "./cases.ts";
import type { Counting } from "./counting.ts";
import { dutyFigures } from "./duties.ts";
import { entryFigures } from "./entries.ts";
import { findingFigures, ranking } from "./inspections.ts";
import { kpiFigures } from "./kpis.ts";

type Source = (counting: Counting) => Promise<Section>;

/** Where each thing that a report shows is read: what the regulation asks for costs its own stretch, and nothing else. */
const SOURCES: Readonly<Record<Shows, Source>> = {
  cases: receivedCases,
  clocks: clockRuns,
  closed: closedCases,
  sanctions,
  kpis: kpiFigures,
  findings: findingFigures,
  ranking,
  duties: dutyFigures,
  entries: entryFigures,
  campaigns: campaignFigures,
};

/** What the engine counts for a line of a report. */
export const counted = (shows: Shows, counting: Counting): Promise<Section> => SOURCES[shows](counting);
