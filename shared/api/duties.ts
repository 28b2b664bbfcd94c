import * as z from "zod";
import { CivilDate } from "../calendar/civil-date.ts";
import { withOffset } from "../calendar/zone.ts";
import type { Locale } from "../kernel/text.ts";
import type { Policy } from "../policy/policy.ts";
import type { Schedule } from "../policy/schedule.ts";
import { countsOf } from "../record/obligations/ending.ts";
import type { ObligationRow } from "../record/obligations/obligations.ts";

const count = z.number().int();

/** What a schedule asked for in a period, counted and listed. */
export const DutyList = z
  .object({
    policy: z.string(),
    schedule: z.object({ id: z.string(), title: z.string(), rules: z.array(z.string()) }),
    counts: z.object({
      planned: count.meta({ description: "all that were asked for and not waived" }),
      done: count,
      late: count.meta({ description: "done, after the due" }),
      missed: count,
      waived: count,
    }),
    items: z.array(
      z.object({
        objectId: z.string().meta({ description: "`@` and the regulation: the company itself" }),
        visitId: z.string(),
        to: CivilDate.meta({ description: "the last day of its window" }),
        state: z.enum(["PLANNED", "WAIVED", "UNREACHABLE", "REBOOKED", "MISSED", "DONE", "SIGNED"]),
        due: z.string(),
        doneAt: z.string().optional(),
      }),
    ),
  })
  .meta({ id: "ScheduledDuties" });

/** The list as staff see it; of what is unannounced it tells no day but the last of the window. */
export const dutyList = (
  { policy, schedule }: { readonly policy: Policy; readonly schedule: Schedule },
  rows: readonly ObligationRow[],
  locale: Locale,
): z.infer<typeof DutyList> => {
  const { timeZone } = policy.calendar;
  return {
    policy: policy.id,
    schedule: { id: schedule.id, title: schedule.title[locale], rules: [...schedule.rules] },
    counts: countsOf(rows),
    items: rows.map(({ object, id, day, state, due, doneAt }) => ({
      objectId: object,
      visitId: id,
      to: day,
      state,
      due: withOffset(due, timeZone),
      doneAt: doneAt && withOffset(doneAt, timeZone),
    })),
  };
};
