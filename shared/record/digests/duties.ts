import { addDays, type CivilDate } from "../../calendar/civil-date.ts";
import { calendarOf } from "../../calendar/known.ts";
import { civilDate } from "../../calendar/zone.ts";
import type { Line } from "../../digest/digest.ts";
import { owedOf } from "../../obligation/bearer.ts";
import { HOUSE, policyOfHouse } from "../../obligation/house.ts";
import { isOpen } from "../../obligation/obligation.ts";
import { isFrequency, owedUntil } from "../../obligation/owed.ts";
import { isSecret, isUnannounced } from "../../obligation/unannounced.ts";
import type { Policy } from "../../policy/policy.ts";
import type { Schedule } from "../../policy/schedule.ts";
import { rolesSaid } from "../../policy/wording.ts";
import { isReport } from "../../report/due.ts";
import { inTurns } from "../in-turns.ts";
import { loadObligation, type ObligationDeps } from "../obligations/change.ts";
import { obligationsEnding } from "../obligations/ending.ts";
import type { ObligationRow } from "../obligations/obligations.ts";
import type { Asked, Whole } from "./digests.ts";
import { together, wholeOf } from "./shown.ts";

type Reads = Pick<ObligationDeps, "obligations" | "orgs">;

/** A due date gives way to working days; no holidays are longer. */
const ROLLED = 16;
/** A frequency is over with its window (K-7). */
const AT_MIDNIGHT = 1;

/** What was not done by its date is owed for so many days more; read so far back. */
const OWED_DAYS = 31;

/** What a regulation asks for again and again, but reports that have a list of their own. */
const dutiesOf = (policy: Policy): readonly Schedule[] => {
  const calendar = calendarOf(policy.calendar.holidays);
  if (calendar === undefined) return [];
  return policy.schedules.filter((schedule) => {
    const of = owedOf(policy, schedule, calendar);
    return of !== "unstated" && (of === "object" || !isReport(schedule));
  });
};

const rowsOf = (
  { obligations }: Reads,
  { org, policy, now }: Asked,
  { id: schedule, rhythm }: Schedule,
  [from, to]: readonly [CivilDate, CivilDate],
): Promise<readonly ObligationRow[]> => {
  const slack = isFrequency({ rhythm }) ? AT_MIDNIGHT : ROLLED;
  const days = [addDays(from, -slack), addDays(to, slack)] as const;
  return obligationsEnding({ obligations, now: () => now }, { org, policy: policy.id, schedule }, days);
};

/** A duty by the number of what it is owed of: how that is called may be about a person, and a number is not. */
const lineOf = (policy: Policy, schedule: Schedule, row: ObligationRow): readonly [string, Line] => [
  `${row.object} ${schedule.id}`,
  {
    place: `visits?id=${encodeURIComponent(row.object)}`,
    name: policyOfHouse(row.object) === undefined ? row.object : HOUSE,
    what: schedule.title,
    whose: rolesSaid(policy, schedule.by),
    due: row.due,
  },
];

type Days = readonly [CivilDate, CivilDate];

const gathered = async (
  deps: Reads,
  asked: Asked,
  days: (schedule: Schedule, today: CivilDate) => Days,
  wanted: (schedule: Schedule, rows: readonly ObligationRow[]) => Promise<readonly ObligationRow[]>,
): Promise<Whole> => {
  const { policy, now } = asked;
  const today = civilDate(now, policy.calendar.timeZone);
  const lines = await inTurns(dutiesOf(policy), async (schedule) => {
    const rows = await wanted(schedule, await rowsOf(deps, asked, schedule, days(schedule, today)));
    return together(rows.map((row) => lineOf(policy, schedule, row)));
  });
  return wholeOf("duties", lines.flat());
};

/**
 * What was not done in its time: what has a date stays owed for a month, what is owed inside a window is told of once, with
 * the first digest after it. The same work of one object is one line.
 */
export const overdueDuties =
  (deps: Reads) =>
  (asked: Asked): Promise<Whole> => {
    const { since, now, policy } = asked;
    const owed = (schedule: Schedule, { due }: ObligationRow): boolean => {
      const until = owedUntil(schedule, due);
      return until === undefined ? due > since : now < until;
    };
    const back = civilDate(since, policy.calendar.timeZone);
    return gathered(
      deps,
      asked,
      (schedule, today) => [owedUntil(schedule, now) === undefined ? back : addDays(today, -OWED_DAYS), today],
      async (schedule, rows) => rows.filter((row) => row.state === "MISSED" && owed(schedule, row)),
    );
  };

/** What nobody is told beforehand is in no digest before its day (GSS-04). */
const told = async (deps: Reads, { now }: Asked, schedule: Schedule, rows: readonly ObligationRow[]) => {
  if (!isUnannounced(schedule)) return rows;
  const secret = await inTurns(rows, async (row) => {
    const found = await loadObligation(deps, row);
    return found === undefined || isSecret(found, now);
  });
  return rows.filter((_, at) => secret[at] === false);
};

/** What is to be done soon. */
export const dutiesDueSoon =
  (deps: Reads) =>
  (asked: Asked): Promise<Whole> =>
    gathered(
      deps,
      asked,
      (_, today) => [today, civilDate(asked.until, asked.policy.calendar.timeZone)],
      (schedule, rows) =>
        told(
          deps,
          asked,
          schedule,
          rows.filter((row) => isOpen(row) && row.due <= asked.until),
        ),
    );
