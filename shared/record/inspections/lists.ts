import type { Window } from "../../calendar/period.ts";
import { endOfDay, startOfDay } from "../../calendar/zone.ts";
import { type CommonProblem, commonProblems, daysCounted } from "../../inspection/common-problem.ts";
import type { Finding } from "../../inspection/finding.ts";
import type { OrgId } from "../../kernel/ids.ts";
import type { Policy } from "../../policy/policy.ts";
import { filedBetween } from "../kept.ts";
import { type InspectionDeps, type InspectionReads, type LoadedInspection, ruled } from "./change.ts";
import type { ActionRecord } from "./inspections.ts";

type Asked = { readonly org: OrgId; readonly policy: Policy };

/** The inspections of a regulation that were made on these days (both included), the first first; costs what lies in those months. */
export const inspectionsOf = async (
  deps: InspectionReads,
  { org, policy, from, to }: Asked & { readonly from: Window[0]; readonly to: Window[1] },
): Promise<readonly LoadedInspection[]> => {
  const { timeZone } = policy.calendar;
  const days = [startOfDay(from, timeZone), endOfDay(to, timeZone)] as const;
  const records = await filedBetween(deps.inspections, org, policy.id, days);
  return Promise.all(records.map((record) => ruled(deps, record)));
};

/** A finding with the inspection that found it. */
export type FoundIn = { readonly inspection: LoadedInspection; readonly finding: Finding };

/** The findings among inspections. */
export const findingsIn = (inspections: readonly LoadedInspection[]): readonly FoundIn[] =>
  inspections.flatMap((inspection) => inspection.current.findings.map((finding) => ({ inspection, finding })));

/** What the inspections of these days (both included) found, the first first. */
export const findingsOf = async (
  deps: InspectionReads,
  asked: Asked & { readonly from: Window[0]; readonly to: Window[1] },
): Promise<readonly FoundIn[]> => findingsIn(await inspectionsOf(deps, asked));

/** A common problem and the action on it, once one is planned. */
export type Demand = CommonProblem & { readonly id: string; readonly action: ActionRecord | undefined };

type DemandDeps = InspectionReads &
  Pick<InspectionDeps, "actions"> & {
    /** The name of the action on a code in a period. */
    readonly actionIdFor: (org: string, of: readonly string[]) => string;
  };

/** The common problems of a stretch of days with what is done about them (AS-35). */
export const problemsOf = async (
  deps: DemandDeps,
  { org, policy, period }: Asked & { readonly period: Window },
): Promise<readonly Demand[]> => {
  const [from, to] = daysCounted(policy, period);
  const found = await findingsOf(deps, { org, policy, from, to });
  const counted = found.map(({ inspection: { current }, finding: { code, title } }) => {
    const { department, doneAt } = current.filed;
    return { code, title, department, doneAt };
  });
  return Promise.all(
    commonProblems(policy, counted, period).map(async (problem) => {
      const id = deps.actionIdFor(org, [policy.id, problem.corrective.id, problem.period, problem.code]);
      return { ...problem, id, action: await deps.actions.one({ org, id }) };
    }),
  );
};

/** The common problems of a stretch of days on which nobody has planned an action: what stands in the way of a report. */
export const demandsOf = async (
  deps: DemandDeps,
  asked: Asked & { readonly period: Window },
): Promise<readonly Demand[]> => (await problemsOf(deps, asked)).filter(({ action }) => action === undefined);
