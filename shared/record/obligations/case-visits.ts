import type { CivilDate } from "../../calendar/civil-date.ts";
import { endOfDay, startOfDay } from "../../calendar/zone.ts";
import { type OwedVisit, owedVisits } from "../../case/visit/owed.ts";
import { CaseId } from "../../kernel/ids.ts";
import { type Deps, type Loaded, loadCase } from "../change.ts";
import { inTurns } from "../in-turns.ts";
import { openCases } from "../list.ts";
import type { Org } from "../org.ts";

/** So many open cases with a visit are looked into: as many as a query of the list answers. */
const MOST = 500;

/** A visit that a case owes, with its case. */
export type CaseVisit = Loaded & { readonly owed: OwedVisit };

type Port = Pick<Deps, "records" | "orgs" | "now">;

/**
 * The visits that open cases owe by some roles between two days: what became owed by then and is due in those days or
 * later, or at no given time; from today on what is late too. Read from the lists of open cases, so that it costs the same
 * whatever was closed; a case that changed a moment ago is looked at itself.
 */
export const caseVisits = async (
  deps: Port,
  org: Org,
  roles: readonly string[],
  [from, to]: readonly [CivilDate, CivilDate],
): Promise<{ readonly visits: readonly CaseVisit[]; readonly isCut: boolean }> => {
  if (roles.length === 0) return { visits: [], isCut: false };
  const [begin, end] = [startOfDay(from, org.timeZone), endOfDay(to, org.timeZone)];
  const now = deps.now();
  const { rows, cursor } = await openCases(deps, org, { visitors: roles }, { limit: MOST });
  const cases = await inTurns(rows, ({ id }) => loadCase(deps, { kind: "case", org: org.id, id: CaseId.parse(id) }));
  const visits = cases.flatMap((one) =>
    one === undefined
      ? []
      : owedVisits(one.rulebook, one.current, now)
          .filter(({ rule }) => rule.by.some((role) => roles.includes(role)))
          .filter(({ since, due, appointment = due }) => {
            const isLate = begin <= now;
            return since < end && (appointment === undefined || appointment > begin || isLate);
          })
          .map((owed) => ({ ...one, owed })),
  );
  return { visits, isCut: cursor !== undefined };
};
