import { inspectionProblems } from "./problems-inspections.ts";
import { officeProblems } from "./problems-kpis.ts";
import { registerProblems } from "./problems-registers.ts";
import { reportProblems } from "./problems-reports.ts";

/** Which refusals the routes of records that are no cases can answer with. */
export const keptProblems = { ...inspectionProblems, ...officeProblems, ...registerProblems, ...reportProblems };
