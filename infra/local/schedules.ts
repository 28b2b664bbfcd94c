import * as z from "zod";
import { type Assembly, resourcesOf } from "./assembly.ts";
import { parseInstant } from "./clock.ts";
import { readExpression, type Timetable } from "./cron.ts";
import { functionAt } from "./functions.ts";
import { type Names, resolveValue } from "./intrinsics.ts";
import type { LocalFunction } from "./lambda.ts";
import { ACCOUNT, REGION } from "./names.ts";

const Schedule = z.object({
  ScheduleExpression: z.string(),
  ScheduleExpressionTimezone: z.string().default("UTC"),
  State: z.string().default("ENABLED"),
  StartDate: z.string().optional(),
  EndDate: z.string().optional(),
  Target: z.object({ Arn: z.string(), Input: z.string().optional() }),
});
const Rule = z.object({
  ScheduleExpression: z.string().optional(),
  State: z.string().default("ENABLED"),
  Targets: z.array(z.object({ Arn: z.string(), Input: z.string().optional() })).default([]),
});

/** One thing that happens by itself. */
export interface Schedule {
  readonly id: string;
  readonly timetable: Timetable;
  /** Fires as at `at` (ms); answers what the function answered. */
  fire(at: number): Promise<unknown>;
}

const within = (timetable: Timetable, start: number, end: number): Timetable => ({
  nextAfter(ms) {
    const next = timetable.nextAfter(Math.max(ms, start - 1));
    return next !== undefined && next <= end ? next : undefined;
  },
  countBetween: (from, to) => timetable.countBetween(Math.max(from, start - 1), Math.min(to, end + 1)),
});

const bound = (text: string | undefined, otherwise: number): number =>
  text === undefined ? otherwise : parseInstant(text);

let executions = 0;

/** The event when the template gives none, as EventBridge words it. */
const plainEvent = (source: string, id: string, at: number, detail: unknown) => ({
  version: "0",
  id: `00000000-0000-0000-0000-${String(++executions).padStart(12, "0")}`,
  "detail-type": "Scheduled Event",
  source,
  account: ACCOUNT,
  time: new Date(at).toISOString().replace(".000Z", "Z"),
  region: REGION,
  resources: [`arn:aws:scheduler:${REGION}:${ACCOUNT}:schedule/default/${id}`],
  detail,
});

/** The four words that EventBridge Scheduler fills in. */
const fillContext = (input: string, id: string, at: number): string =>
  input
    .replaceAll("<aws.scheduler.scheduled-time>", new Date(at).toISOString().replace(".000Z", "Z"))
    .replaceAll("<aws.scheduler.schedule-arn>", `arn:aws:scheduler:${REGION}:${ACCOUNT}:schedule/default/${id}`)
    .replaceAll("<aws.scheduler.execution-id>", `local-${at}`)
    .replaceAll("<aws.scheduler.attempt-number>", "1");

/** Every enabled schedule of the template, in its order. @throws Error when one points at no function that runs here. */
export function schedulesOf(
  assembly: Assembly,
  names: Names,
  functions: ReadonlyMap<string, LocalFunction>,
): Schedule[] {
  const scheduler = resourcesOf(assembly, "AWS::Scheduler::Schedule").flatMap(([id, resource]): Schedule[] => {
    const { State, Target, StartDate, EndDate, ...when } = Schedule.parse(resolveValue(resource.Properties, names));
    if (State !== "ENABLED") return [];
    const target = functionAt(functions, Target.Arn, `schedule ${id}`);
    const timetable = readExpression(when.ScheduleExpression, when.ScheduleExpressionTimezone);
    return [
      {
        id,
        timetable: within(
          timetable,
          bound(StartDate, Number.NEGATIVE_INFINITY),
          bound(EndDate, Number.POSITIVE_INFINITY),
        ),
        fire: (at) =>
          target.deliver(
            Target.Input === undefined
              ? plainEvent("aws.scheduler", id, at, "{}")
              : JSON.parse(fillContext(Target.Input, id, at)),
          ),
      },
    ];
  });
  const rules = resourcesOf(assembly, "AWS::Events::Rule").flatMap(([id, resource]): Schedule[] => {
    const { ScheduleExpression, State, Targets } = Rule.parse(resolveValue(resource.Properties, names));
    if (ScheduleExpression === undefined || State !== "ENABLED") return [];
    const timetable = readExpression(ScheduleExpression, "UTC");
    return Targets.map((one) => {
      const target = functionAt(functions, one.Arn, `rule ${id}`);
      const event = (at: number) =>
        one.Input === undefined ? plainEvent("aws.events", id, at, {}) : JSON.parse(one.Input);
      return { id, timetable, fire: (at) => target.deliver(event(at)) };
    });
  });
  return [...scheduler, ...rules];
}
