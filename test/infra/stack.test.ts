import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { functionNames, specOf } from "../../infra/functions.ts";
import { SHARDS } from "../../shared/record/store.ts";
import { ofType, only, placeOf, said, templateWith } from "./template.ts";

const root = join(import.meta.dirname, "../..");
const stack = templateWith();

describe("functions", () => {
  test("every file of functions/ has a row, and every row a file", () => {
    const files = readdirSync(join(root, "functions")).map((file) => file.replace(/\.ts$/, ""));
    expect(files.sort()).toEqual([...functionNames].sort());
  });

  test.each(functionNames)("%s is deployed and told what it needs, no more", (name) => {
    const found = ofType(stack, "AWS::Lambda::Function").filter(
      ([, { Properties }]) => Properties.Description === `functions/${name}.ts`,
    );
    expect(found).toHaveLength(1);
    const { Properties } = found[0]![1]; // counted above
    const needs = Object.keys(specOf(name).needs).sort();
    expect(Object.keys(Properties.Environment?.Variables ?? {}).sort()).toEqual(needs);
    expect(Properties).toMatchObject({
      Runtime: "nodejs24.x",
      Architectures: ["arm64"],
      LoggingConfig: { LogFormat: "JSON" },
      MemorySize: specOf(name).memoryMb,
      Timeout: specOf(name).timeoutSeconds,
    });
    expect(Properties.Layers ?? []).toHaveLength(specOf(name).layer === undefined ? 0 : 1);
  });

  test("links in mails start with the address that customers see", () => {
    const wake = ofType(stack, "AWS::Lambda::Function").find(
      ([, { Properties }]) => Properties.Description === "functions/wake.schedule.ts",
    );
    expect(said(stack, wake?.[1].Properties.Environment.Variables.PUBLIC_URL)).toBe(
      "https://<Front/Distribution.DomainName>",
    );
    const own = templateWith({
      domain: "care.example.com",
      certificateArn: "arn:aws:acm:us-east-1:111111111111:certificate/a",
    });
    expect(own.Outputs.Address?.Value).toBe("https://care.example.com");
  });

  test("the wake function is started for every shard, once a minute", () => {
    const schedules = ofType(stack, "AWS::Scheduler::Schedule")
      .filter(([id]) => placeOf(stack, id).startsWith("Wake/"))
      .map(([, { Properties }]) => Properties);
    expect(schedules.map(({ Target }) => JSON.parse(Target.Input))).toEqual(
      Array.from({ length: SHARDS }, (_none, shard) => ({ shard })),
    );
    for (const { ScheduleExpression, Target } of schedules) {
      expect(ScheduleExpression).toBe("rate(1 minute)");
      expect(said(stack, Target.Arn)).toBe("<WakeSchedule/Function.Arn>");
    }
  });

  test("the anchor function is started once a day, after midnight of UTC", () => {
    const [, daily] = ofType(stack, "AWS::Scheduler::Schedule").find(
      ([id]) => placeOf(stack, id) === "AnchorScheduleTimer/Schedule",
    )!; // what is not there fails the next line
    expect(daily.Properties.ScheduleExpression).toBe("cron(20 0 * * ? *)");
    expect(daily.Properties.ScheduleExpressionTimezone, "UTC unless told otherwise").toBeUndefined();
    expect(said(stack, daily.Properties.Target.Arn)).toBe("<AnchorSchedule/Function.Arn>");
  });

  test("an original that arrives starts the photo function, a mail that function of its own; what they make starts nothing", () => {
    const { BucketName, NotificationConfiguration } = only(stack, "Custom::S3BucketNotifications").Properties;
    expect(said(stack, BucketName)).toBe("<Buckets/Evidence>");
    const configurations: readonly Pick<typeof NotificationConfiguration, string>[] =
      NotificationConfiguration.LambdaFunctionConfigurations;
    expect(
      configurations.map(({ Events, Filter, LambdaFunctionArn }) => [
        Events,
        Filter.Key.FilterRules,
        said(stack, LambdaFunctionArn),
      ]),
    ).toEqual([
      [["s3:ObjectCreated:*"], [{ Name: "prefix", Value: "incoming/" }], "<MailInUpload/Function.Arn>"],
      [["s3:ObjectCreated:*"], [{ Name: "prefix", Value: "original/" }], "<PhotoUpload/Function.Arn>"],
    ]);
  });

  test("mail to the domain is looked through and put into the bucket, by SES of this account alone", () => {
    const of = templateWith({ mailDomain: "mail.example.com" });
    const { Rule } = only(of, "AWS::SES::ReceiptRule").Properties;
    expect(Rule).toMatchObject({ Enabled: true, ScanEnabled: true, Recipients: ["mail.example.com"] });
    expect(Rule.Actions).toHaveLength(1);
    expect(Rule.Actions[0].S3Action.ObjectKeyPrefix).toBe("incoming/");
    expect(said(of, Rule.Actions[0].S3Action.BucketName)).toBe("<Buckets/Evidence>");
    const [, policy] = ofType(of, "AWS::S3::BucketPolicy").find(
      ([id]) => placeOf(of, id) === "Buckets/Evidence/Policy",
    )!; // what is not there fails the next line
    const bySes = policy.Properties.PolicyDocument.Statement.find(
      ({ Principal }: { Principal: { Service?: string } }) => Principal.Service === "ses.amazonaws.com",
    );
    expect(bySes).toMatchObject({ Effect: "Allow", Action: "s3:PutObject" });
    expect(said(of, bySes.Resource)).toBe("<Buckets/Evidence.Arn>/incoming/*");
    expect(Object.keys(bySes.Condition.StringEquals)).toEqual(["aws:SourceAccount"]);
  });
});

describe("what is kept", () => {
  test("the table can be restored to any second, cannot be deleted by mistake, and forgets what has expired", () => {
    const table = only(stack, "AWS::DynamoDB::GlobalTable");
    expect(table.DeletionPolicy).toBe("Retain");
    expect(table.Properties).toMatchObject({
      BillingMode: "PAY_PER_REQUEST",
      TimeToLiveSpecification: { AttributeName: "expiresAt", Enabled: true },
      Replicas: [
        {
          DeletionProtectionEnabled: true,
          PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
        },
      ],
    });
  });

  test("each bucket is closed, encrypted, and spoken to over TLS only", () => {
    const buckets = ofType(stack, "AWS::S3::Bucket");
    expect(buckets.map(([id]) => placeOf(stack, id)).sort()).toEqual([
      "Buckets/Anchors",
      "Buckets/Evidence",
      "Buckets/Logs",
      "Buckets/Web",
    ]);
    for (const [id, { Properties, DeletionPolicy }] of buckets) {
      expect(DeletionPolicy).toBe("Retain");
      expect(Object.values(Properties.PublicAccessBlockConfiguration)).toEqual([true, true, true, true]);
      expect(Properties.BucketEncryption).toBeDefined();
      const policy = ofType(stack, "AWS::S3::BucketPolicy").find(([, { Properties: of }]) => of.Bucket.Ref === id)?.[1];
      expect(policy?.Properties.PolicyDocument.Statement).toContainEqual(
        expect.objectContaining({
          Effect: "Deny",
          Action: "s3:*",
          Condition: { Bool: { "aws:SecureTransport": "false" } },
        }),
      );
    }
  });

  test("evidence keeps every version and never expires, but for mails after a month", () => {
    const evidence = ofType(stack, "AWS::S3::Bucket").find(([id]) => placeOf(stack, id) === "Buckets/Evidence")?.[1];
    expect(evidence?.Properties.VersioningConfiguration).toEqual({ Status: "Enabled" });
    const rules = evidence?.Properties.LifecycleConfiguration.Rules;
    expect(rules.map((rule: object) => Object.keys(rule).sort())).toEqual([
      ["AbortIncompleteMultipartUpload", "Id", "Status"],
      ["ExpirationInDays", "Id", "NoncurrentVersionExpiration", "Prefix", "Status"],
      ["ExpirationInDays", "Id", "NoncurrentVersionExpiration", "Prefix", "Status"],
    ]);
    expect(rules[1]).toMatchObject({ Prefix: "incoming/", ExpirationInDays: 30 });
    expect(rules[2]).toMatchObject({ Prefix: "aside/", ExpirationInDays: 30 });
  });

  test("anchors lie under a lock that nobody opens for ten years, but for a trial's", () => {
    const anchors = (of: typeof stack) =>
      ofType(of, "AWS::S3::Bucket").find(([id]) => placeOf(of, id) === "Buckets/Anchors")?.[1].Properties;
    expect(anchors(stack)).toMatchObject({
      ObjectLockEnabled: true,
      ObjectLockConfiguration: { Rule: { DefaultRetention: { Mode: "COMPLIANCE", Days: 3650 } } },
      VersioningConfiguration: { Status: "Enabled" },
    });
    expect(anchors(templateWith({ removal: "destroy" }))).not.toHaveProperty("ObjectLockEnabled");
  });

  test("only a trial may be deleted with what is in it", () => {
    const trial = templateWith({ removal: "destroy" });
    expect(ofType(trial, "AWS::DynamoDB::GlobalTable")[0]?.[1]).toMatchObject({
      DeletionPolicy: "Delete",
      Properties: { Replicas: [{ DeletionProtectionEnabled: false }] },
    });
    expect(ofType(stack, "Custom::S3AutoDeleteObjects")).toEqual([]);
    expect(ofType(trial, "Custom::S3AutoDeleteObjects").length).toBeGreaterThan(0);
  });
});

test("the stack stays far from the 500 resources that one may hold", () => {
  expect(Object.keys(stack.Resources).length).toBeLessThan(480);
});

test.each([
  { why: "a name without its certificate", context: { domain: "care.example.com" }, says: /domain and certificateArn/ },
  { why: "an issuer without its audience", context: { oidcIssuer: "https://id.example.com" }, says: /oidcAudience/ },
  { why: "a misspelt removal", context: { removal: "delete" }, says: /removal/ },
  {
    why: "a developer's console that is not on this machine",
    context: { localConsole: "http://care.example.com/" },
    says: /localConsole/,
  },
])("a setting that is wrong stops the synthesis: $why", ({ context, says }) => {
  expect(() => templateWith(context)).toThrow(says);
});
