import { Duration, Stack } from "aws-cdk-lib";
import { Metric } from "aws-cdk-lib/aws-cloudwatch";
import { Rule } from "aws-cdk-lib/aws-events";
import { LambdaFunction } from "aws-cdk-lib/aws-events-targets";
import { FilterPattern, type LogGroup, MetricFilter } from "aws-cdk-lib/aws-logs";
import type { Construct } from "constructs";
import { type Alarms, PERIOD } from "./alarms.ts";
import type { Duty } from "./duty.ts";

/**
 * Starts the function for what SES reports of mails that left through our set: another installation in the account hears
 * of its own. What EventBridge cannot hand over for a day lies where Lambda puts what it gives up.
 */
export const onMailBack = (scope: Construct, { lambda, lost }: Duty, configurationSet: string): void => {
  new Rule(scope, "MailBack", {
    eventPattern: {
      source: ["aws.ses"],
      detail: {
        eventType: ["Bounce", "Complaint", "Reject"],
        mail: { tags: { "ses:configuration-set": [configurationSet] } },
      },
    },
    targets: [
      new LambdaFunction(lambda, {
        retryAttempts: 185,
        maxEventAge: Duration.hours(24),
        ...(lost === undefined ? {} : { deadLetterQueue: lost }),
      }),
    ],
  });
};

/** Rings when an address of a company's own staff takes no mail: the functions whose logs these are say so by a code. */
export const watchDesks = (alarms: Alarms, logs: readonly LogGroup[]): void => {
  const where = { metricNamespace: Stack.of(alarms).stackName, metricName: "DESK_UNREACHABLE" };
  for (const logGroup of logs) {
    const filterPattern = FilterPattern.anyTerm(where.metricName);
    new MetricFilter(logGroup, "DeskUnreachable", { logGroup, filterPattern, ...where });
  }
  const { metricNamespace: namespace, metricName } = where;
  alarms.add({
    name: "desk-unreachable",
    metric: new Metric({ namespace, metricName, statistic: "Sum", period: PERIOD }),
    atLeast: 1,
    says: "Mail to a desk of a company comes back, or is kept back because it did.",
    impact: "A department does not read its reminders and escalations, and deadlines pass unnoticed.",
  });
};
