import { sameName } from "../../../policy/repetition.ts";
import type { Section } from "../../../report/document.ts";
import { findingsSection, type MadeInspection, rankingSection } from "../../../report/inspected.ts";
import { inspectionsOf } from "../../inspections/lists.ts";
import type { Counting } from "./counting.ts";

/** The inspections of the stretch; a department's own report counts what was found at it alone. */
const made = async ({ deps, org, policy, span, before, unit }: Counting): Promise<readonly MadeInspection[]> => {
  const [from, to] = span.window;
  const all = await inspectionsOf(deps, { org, policy, from, to });
  const names = unit && [unit.id, unit.title["zh-CN"], unit.title.en].map(sameName);
  return all
    .filter(({ current: { filed } }) => filed.doneAt < before && (names?.includes(sameName(filed.department)) ?? true))
    .map(({ record, current: { filed, findings } }) => ({
      id: record.id,
      ...{ schedule: filed.schedule, department: filed.department, subject: filed.subject },
      findings: findings.map(({ n, code, title, state, rectified }) => ({
        n,
        code,
        title,
        state,
        measure: rectified?.measure,
      })),
    }));
};

/** What inspections found. */
export const findingFigures = async (counting: Counting): Promise<Section> =>
  findingsSection(counting.policy, await made(counting));

/** How departments rank, those among them that the company names and nobody checked. */
export const ranking = async (counting: Counting): Promise<Section> => {
  const { deps, org, policy } = counting;
  const units = (await deps.orgs.org(org))?.units ?? {};
  const own = new Set(policy.roles.map(({ id }) => id));
  const known = Object.entries(units).flatMap(([role, all]) =>
    own.has(role) ? all.map(({ title }) => title["zh-CN"]) : [],
  );
  return rankingSection([...new Set(known)], await made(counting));
};
