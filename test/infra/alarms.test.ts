import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { functionNames, specOf } from "../../infra/functions.ts";
import { ofType, templateWith } from "./template.ts";

const root = join(import.meta.dirname, "../..");
const stack = templateWith();

describe("alarms", () => {
  const alarms = ofType(stack, "AWS::CloudWatch::Alarm").map(([, { Properties }]) => Properties);

  test("each says what a customer or an employee loses", () => {
    for (const { AlarmDescription, AlarmName } of alarms) {
      expect(AlarmDescription, AlarmName).toMatch(/^\S.{20,}\. Impact: \S.{30,}\.$/);
    }
  });

  test("docs/deploy.md says of every alarm what to do, and of no other", () => {
    const page = readFileSync(join(root, "docs/deploy.md"), "utf8");
    const written = [...page.matchAll(/^\| `Aftercare-([a-z0-9-]+)` +\|/gm)].map(([, name]) => `Aftercare-${name}`);
    expect(written.sort()).toEqual(alarms.map(({ AlarmName }) => AlarmName).sort());
  });

  test("each function has one for errors and one for refused starts; silence of the clock is one too", () => {
    for (const name of functionNames) {
      const base = `Aftercare-${name.replace(".", "-")}`;
      expect(alarms.map(({ AlarmName }) => AlarmName)).toEqual(
        expect.arrayContaining([`${base}-errors`, `${base}-throttles`]),
      );
    }
    const silent = alarms.find(({ AlarmName }) => AlarmName === "Aftercare-wake-silent");
    expect(silent).toMatchObject({
      MetricName: "Invocations",
      ComparisonOperator: "LessThanThreshold",
      Period: 300,
      EvaluationPeriods: 3,
      TreatMissingData: "breaching",
    });
  });

  test("what Lambda gives up of an event that is told once lies in a queue, and one alone rings", () => {
    const queues = ofType(stack, "AWS::SQS::Queue").map(([id]) => id);
    const told = functionNames.filter((name) => ["upload", "mailBack"].includes(specOf(name).trigger.on));
    expect(told.length).toBeGreaterThan(2);
    expect(queues).toHaveLength(told.length);
    const dead = ofType(stack, "AWS::Lambda::Function").flatMap(
      ([, { Properties }]) => Properties.DeadLetterConfig ?? [],
    );
    expect(dead.map(({ TargetArn }) => TargetArn["Fn::GetAtt"][0]).sort()).toEqual(queues.sort());
    for (const name of told) {
      const AlarmName = `Aftercare-${name.replace(".", "-")}-lost`;
      expect(alarms.find((one) => one.AlarmName === AlarmName)).toMatchObject({
        MetricName: "ApproximateNumberOfMessagesVisible",
        Threshold: 1,
      });
    }
    const [, rule] = ofType(stack, "AWS::Events::Rule")[0] ?? expect.unreachable("a rule");
    expect(
      rule.Properties.Targets[0].DeadLetterConfig.Arn["Fn::GetAtt"][0],
      "so does what is never handed over",
    ).toMatch(/^MailFeedbackEventLost/);
  });

  test("they write to whoever was named", () => {
    const told = templateWith({ alarmEmail: "desk@example.com" });
    expect(ofType(told, "AWS::SNS::Subscription")[0]?.[1].Properties).toMatchObject({
      Protocol: "email",
      Endpoint: "desk@example.com",
    });
    for (const [, { Properties }] of ofType(told, "AWS::CloudWatch::Alarm")) {
      expect(Properties.AlarmActions).toHaveLength(1);
      expect(Properties.OKActions).toHaveLength(1);
    }
  });
});
