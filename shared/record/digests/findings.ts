import { civilDate } from "../../calendar/zone.ts";
import type { Line } from "../../digest/digest.ts";
import { duesOf } from "../../inspection/dues.ts";
import { askOf } from "../../inspection/owed.ts";
import { say } from "../../kernel/text.ts";
import { rolesSaid } from "../../policy/wording.ts";
import { inTurns } from "../in-turns.ts";
import { type InspectionReads, type LoadedInspection, ruled } from "../inspections/change.ts";
import { openUntil } from "../kept.ts";
import type { Asked, Whole } from "./digests.ts";
import { wholeOf } from "./shown.ts";

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

/** The findings of open inspections whose next deadline lies in a span; costs the inspections that are open by then. */
const findings = async (
  deps: InspectionReads,
  { org, policy }: Asked,
  until: Asked["until"],
  wanted: (line: Line) => boolean,
): Promise<Whole> => {
  const open = await openUntil(deps.inspections, org, policy.id, until);
  const lines = await inTurns(open, async (record) => linesOf(await ruled(deps, record)));
  return wholeOf("findings", lines.flat().filter(wanted));
};

/** Findings that were not signed, put right or verified in time (PSI-09, PSI-12). */
export const overdueFindings =
  (deps: InspectionReads) =>
  (asked: Asked): Promise<Whole> =>
    findings(deps, asked, asked.now, ({ due }) => due < asked.now);

/** Findings whose next deadline is soon. */
export const findingsDueSoon =
  (deps: InspectionReads) =>
  (asked: Asked): Promise<Whole> =>
    findings(deps, asked, asked.until, ({ due }) => due >= asked.now && due <= asked.until);
