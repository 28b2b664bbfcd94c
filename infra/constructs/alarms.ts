import { Duration, Stack } from "aws-cdk-lib";
import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from "aws-cdk-lib/aws-cloudwatch";
import { SnsAction } from "aws-cdk-lib/aws-cloudwatch-actions";
import { Topic } from "aws-cdk-lib/aws-sns";
import { EmailSubscription } from "aws-cdk-lib/aws-sns-subscriptions";
import { Construct } from "constructs";
import type { Settings } from "./settings.ts";

type Trouble = {
  /** The alarm is called `<stack>-<name>`; docs/deploy.md says under this name what to do. */
  readonly name: string;
  readonly metric: IMetric;
  /** What is wrong, as a sentence. */
  readonly says: string;
  /** What a customer or an employee loses meanwhile, as a sentence. */
  readonly impact: string;
} & (
  | { readonly atLeast: number; readonly periods?: number }
  /** Silence is the trouble: no data is as bad as too little. */
  | { readonly lessThan: number; readonly periods: number }
);

/** The alarms, and whom they wake. One cannot be made without what it costs a customer. */
export class Alarms extends Construct {
  readonly #topic: Topic | undefined;

  constructor(scope: Construct, id: string, { alarmEmail }: Pick<Settings, "alarmEmail">) {
    super(scope, id);
    if (alarmEmail === undefined) return;
    this.#topic = new Topic(this, "Topic", { enforceSSL: true });
    this.#topic.addSubscription(new EmailSubscription(alarmEmail));
  }

  add(trouble: Trouble): Alarm {
    const silent = "lessThan" in trouble;
    const alarm = new Alarm(this, trouble.name, {
      alarmName: `${Stack.of(this).stackName}-${trouble.name}`,
      alarmDescription: `${trouble.says} Impact: ${trouble.impact}`,
      metric: trouble.metric,
      threshold: silent ? trouble.lessThan : trouble.atLeast,
      evaluationPeriods: trouble.periods ?? 1,
      comparisonOperator: silent
        ? ComparisonOperator.LESS_THAN_THRESHOLD
        : ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: silent ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
    });
    if (this.#topic !== undefined) {
      alarm.addAlarmAction(new SnsAction(this.#topic));
      alarm.addOkAction(new SnsAction(this.#topic));
    }
    return alarm;
  }
}

/** How long one point of every alarm's curve is. */
export const PERIOD = Duration.minutes(5);
