import { isNamed, type Unit } from "../../../report/author.ts";
import type { Section } from "../../../report/document.ts";
import { findingsSection, inspectionsNamed, type MadeInspection, oneName } from "../../../report/inspected.ts";
import { rankingSection } from "../../../report/ranking.ts";
import { inspectionsOf } from "../../inspections/lists.ts";
import type { Counting } from "./counting.ts";

/** Every unit that the company names for roles of the regulation. */
const unitsKnown = async ({ deps, org, policy }: Counting): Promise<readonly Unit[]> => {
  const units = (await deps.orgs.org(org))?.units ?? {};
  const own = new Set(policy.roles.map(({ id }) => id));
  return Object.entries(units).flatMap(([role, all]) => (own.has(role) ? all : []));
};

/** The inspections of the stretch; a department's own report counts what was found at it alone. */
const made = async (counting: Counting, units: readonly Unit[]): Promise<readonly MadeInspection[]> => {
  const { deps, org, policy, span, before, unit } = counting;
  const [from, to] = span.window;
  const nameOf = oneName(units);
  const all = await inspectionsOf(deps, { org, policy, from, to });
  return all
    .filter(
      ({ current: { filed } }) => filed.doneAt < before && (unit === undefined || isNamed(unit, filed.department)),
    )
    .map(({ record, current: { filed, findings } }) => ({
      id: record.id,
      ...{ schedule: filed.schedule, department: nameOf(filed.department), subject: filed.subject },
      findings: findings.map(({ n, code, title, state, rectified }) => ({
        ...{ n, code, title, state, measure: rectified?.measure },
      })),
    }));
};

/** What inspections found. */
export const findingFigures = async (counting: Counting): Promise<Section> => {
  const { policy, schedule } = counting;
  return findingsSection(policy, inspectionsNamed(policy, schedule), await made(counting, await unitsKnown(counting)));
};

/** How departments rank, those among them that the company names and nobody checked. */
export const ranking = async (counting: Counting): Promise<Section> => {
  const units = await unitsKnown(counting);
  return rankingSection(
    units.map(({ title }) => title),
    await made(counting, units),
  );
};
