import { Duration } from "aws-cdk-lib";
import { Queue, QueueEncryption } from "aws-cdk-lib/aws-sqs";
import type { Construct } from "constructs";
import type { FunctionSpec } from "../function-spec.ts";
import { type Alarms, PERIOD } from "./alarms.ts";

/** As long as SQS keeps anything; what is told of mails names addresses, and goes then. */
const KEPT = Duration.days(14);

/** Whether Lambda itself tries a start again and gives up at last: nobody waits for an answer, and no next minute asks anew. */
export const isToldOnce = ({ trigger }: Pick<FunctionSpec, "trigger">): boolean =>
  trigger.on === "upload" || trigger.on === "mailBack";

/** Where an event lies that a function could not take, after its last attempt: one alone rings. docs/deploy.md sends it again. */
export const lostEvents = (
  scope: Construct,
  alarms: Alarms,
  { alarm, name, impact }: { readonly alarm: string; readonly name: string; readonly impact: string },
): Queue => {
  const queue = new Queue(scope, "Lost", {
    encryption: QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    retentionPeriod: KEPT,
  });
  alarms.add({
    name: `${alarm}-lost`,
    metric: queue.metricApproximateNumberOfMessagesVisible({ period: PERIOD, statistic: "Maximum" }),
    atLeast: 1,
    says: `functions/${name}.ts gave an event up after its last attempt.`,
    impact,
  });
  return queue;
};
