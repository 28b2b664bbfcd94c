import * as z from "zod";
import { type Assembly, resourcesOf } from "./assembly.ts";
import { type Names, resolveValue } from "./intrinsics.ts";
import { functionNameIn } from "./names.ts";
import type { SesEvent } from "./ses-events.ts";

const Rule = z.object({
  EventPattern: z.record(z.string(), z.unknown()).optional(),
  State: z.string().default("ENABLED"),
  Targets: z.array(z.object({ Arn: z.string() })).default([]),
});
const Destination = z.object({
  ConfigurationSetName: z.string(),
  EventDestination: z.object({
    Enabled: z.boolean().default(true),
    MatchingEventTypes: z.array(z.string()),
    EventBridgeDestination: z.unknown().optional(),
  }),
});

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * Whether an event is what a pattern waits for: each field of it, by one of the values that are listed; a field that is a
 * list itself by any of its own. @throws on more than that (prefixes, numbers, …): it is not understood here.
 */
function matches(pattern: unknown, event: unknown): boolean {
  if (isObject(pattern))
    return isObject(event) && Object.entries(pattern).every(([name, part]) => matches(part, event[name]));
  if (!Array.isArray(pattern) || pattern.some(isObject))
    throw new Error(`the event pattern ${JSON.stringify(pattern)} is not understood on one machine`);
  return (Array.isArray(event) ? event : [event]).some((value) => pattern.includes(value));
}

/** Whether a rule waits for what the mail service tells. */
export const isForMail = (pattern: unknown): boolean =>
  isObject(pattern) && Array.isArray(pattern.source) && pattern.source.includes("aws.ses");

/**
 * Takes what SES tells of a mail and hands it to the functions whose rules wait for it, where the mail's configuration set
 * says that EventBridge is told of such.
 */
export function mailEvents(
  assembly: Assembly,
  names: Names,
  send: (functionName: string, event: unknown) => void,
): (event: SesEvent) => void {
  const told = resourcesOf(assembly, "AWS::SES::ConfigurationSetEventDestination").flatMap(([, resource]) => {
    const { ConfigurationSetName: set, EventDestination: to } = Destination.parse(
      resolveValue(resource.Properties, names),
    );
    return to.Enabled && to.EventBridgeDestination !== undefined
      ? to.MatchingEventTypes.map((type) => `${set} ${type.toLowerCase()}`)
      : [];
  });
  const rules = resourcesOf(assembly, "AWS::Events::Rule").flatMap(([, resource]) => {
    const { EventPattern, State, Targets } = Rule.parse(resolveValue(resource.Properties, names));
    return State === "ENABLED" && isForMail(EventPattern) ? Targets.map(({ Arn }) => ({ EventPattern, Arn })) : [];
  });
  return (event) => {
    const { eventType, mail } = event.detail as { eventType: string; mail: SesEvent["detail"]["mail"] };
    const [set = ""] = mail.tags["ses:configuration-set"];
    if (!told.includes(`${set} ${eventType.toLowerCase()}`)) return;
    for (const { EventPattern, Arn } of rules)
      if (matches(EventPattern, event)) send(functionNameIn(Arn) ?? Arn, event);
  };
}
