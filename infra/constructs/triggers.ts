import { Stack } from "aws-cdk-lib";
import { PolicyStatement, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import { type Bucket, EventType } from "aws-cdk-lib/aws-s3";
import { LambdaDestination } from "aws-cdk-lib/aws-s3-notifications";
import { CfnSchedule } from "aws-cdk-lib/aws-scheduler";
import { Construct } from "constructs";
import { SHARDS } from "../../shared/record/store.ts";

/** The scheduler in the role in which it may start one function. */
const starterOf = (scope: Construct, lambda: IFunction): Role => {
  const { account } = Stack.of(scope);
  const role = new Role(scope, "Role", {
    assumedBy: new ServicePrincipal("scheduler.amazonaws.com", {
      conditions: { StringEquals: { "aws:SourceAccount": account } },
    }),
  });
  role.addToPolicy(new PolicyStatement({ actions: ["lambda:InvokeFunction"], resources: [lambda.functionArn] }));
  return role;
};

/** Starts the function once a minute for each shard of the wake index, with `{"shard": n}`. */
export class EveryShard extends Construct {
  constructor(scope: Construct, id: string, lambda: IFunction, rate: string) {
    super(scope, id);
    const role = starterOf(this, lambda);
    for (let shard = 0; shard < SHARDS; shard += 1) {
      const schedule = new CfnSchedule(this, `Shard${shard}`, {
        scheduleExpression: `rate(${rate})`,
        flexibleTimeWindow: { mode: "OFF" },
        target: {
          arn: lambda.functionArn,
          roleArn: role.roleArn,
          input: JSON.stringify({ shard }),
          // The next minute asks the same question: there is nothing to repeat.
          retryPolicy: { maximumRetryAttempts: 0, maximumEventAgeInSeconds: 60 },
        },
      });
      schedule.node.addDependency(role);
    }
  }
}

/** When a function is started that no shard and no object asks for. */
export const everyMinute = "rate(1 minute)";
export const everyHour = "rate(1 hour)";
/** Once a day at a time of UTC, `00:20`. */
export const everyDayAt = (at: string): string => {
  const [hour, minute] = at.split(":").map(Number);
  return `cron(${minute} ${hour} * * ? *)`;
};

/** Starts the function by a timetable with an empty event, and again for some hours when it fails. */
export class Timer extends Construct {
  constructor(scope: Construct, id: string, lambda: IFunction, timetable: string) {
    super(scope, id);
    const role = starterOf(this, lambda);
    const schedule = new CfnSchedule(this, "Schedule", {
      scheduleExpression: timetable,
      flexibleTimeWindow: { mode: "OFF" },
      target: {
        arn: lambda.functionArn,
        roleArn: role.roleArn,
        input: "{}",
        retryPolicy: { maximumRetryAttempts: 3, maximumEventAgeInSeconds: 6 * 3600 },
      },
    });
    schedule.node.addDependency(role);
  }
}

/** Starts the function for each object that is created under the prefix. */
export const onUpload = (bucket: Bucket, lambda: IFunction, prefix: string): void => {
  bucket.addEventNotification(EventType.OBJECT_CREATED, new LambdaDestination(lambda), { prefix });
};
