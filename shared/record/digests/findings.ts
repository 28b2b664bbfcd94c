import { civilDate } from "../../calendar/zone.ts";
import type { Line } from "../../digest/digest.ts";
import { duesOf } from "../../inspection/dues.ts";
import { askOf } from "../../inspection/owed.ts";
import { say } from "../../kernel/text.ts";
import { rolesSaid } from "../../policy/wording.ts";
import { inTurns } from "../in-turns.ts";
import { type InspectionReads, type LoadedInspection, ruled } from "../inspections/change.ts";
import { openUntil } from "../kept.ts";
import { byDue } from "./shown.ts";

/** What each finding waits for first: to be signed, put right or verified, by the clock that runs for it. */
const linesOf = (found: LoadedInspection): readonly Line[] =>
  found.current.findings.flatMap((finding) => {
    const [first] = duesOf(found, finding);
    const asked = askOf(found, found.current, finding);
    if (first === undefined || asked === undefined) return [];
    const { title, due, grade } = first;
    return [
      {
        place: `inspections?id=${encodeURIComponent(found.record.id)}`,
        name: civilDate(found.current.filed.doneAt, found.policy.calendar.timeZone),
        what: say(`${title["zh-CN"]}：${finding.title["zh-CN"]}`, `${title.en}: ${finding.title.en}`),
        whose: rolesSaid(found.policy, asked.roles),
        due,
        ...(grade === "advisory" ? { advisory: true as const } : {}),
      },
    ];
  });

/**
 * The findings of open inspections by their next deadline: to be signed, put right or verified (PSI-09, PSI-12); costs the
 * inspections that are open by then.
 */
export const findingWork = (deps: InspectionReads) =>
  byDue("findings", async ({ org, policy }, until) => {
    const open = await openUntil(deps.inspections, org, policy.id, until);
    return (await inTurns(open, async (record) => linesOf(await ruled(deps, record)))).flat();
  });
