import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { functionNames, specOf } from "../../infra/functions.ts";
import { type Route, routes } from "../../shared/api/api.ts";
import { SHARDS } from "../../shared/record/store.ts";
import { ofType, placeOf, said, templateWith } from "./template.ts";

const root = join(import.meta.dirname, "../..");
const stack = templateWith();

const only = (type: string) => {
  const found = ofType(stack, type);
  expect(found, type).toHaveLength(1);
  return found[0]![1]; // the one that was just counted
};

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
    const schedules = ofType(stack, "AWS::Scheduler::Schedule").map(([, { Properties }]) => Properties);
    expect(schedules.map(({ Target }) => JSON.parse(Target.Input))).toEqual(
      Array.from({ length: SHARDS }, (_none, shard) => ({ shard })),
    );
    for (const { ScheduleExpression, Target } of schedules) {
      expect(ScheduleExpression).toBe("rate(1 minute)");
      expect(said(stack, Target.Arn)).toBe("<WakeSchedule/Function.Arn>");
    }
  });

  test("an original that arrives starts the photo function; a copy that it makes does not", () => {
    const { BucketName, NotificationConfiguration } = only("Custom::S3BucketNotifications").Properties;
    expect(said(stack, BucketName)).toBe("<Buckets/Evidence>");
    const [configuration, ...rest] = NotificationConfiguration.LambdaFunctionConfigurations;
    expect(rest).toEqual([]);
    expect(configuration.Events).toEqual(["s3:ObjectCreated:*"]);
    expect(configuration.Filter.Key.FilterRules).toEqual([{ Name: "prefix", Value: "original/" }]);
    expect(said(stack, configuration.LambdaFunctionArn)).toBe("<PhotoUpload/Function.Arn>");
  });
});

describe("the API is the table of shared/api/api.ts", () => {
  const drawn = ofType(stack, "AWS::ApiGatewayV2::Route");
  const stage = only("AWS::ApiGatewayV2::Stage").Properties;
  const key = ({ method, path }: Route): string => `${method} ${path}`;

  test("it has these routes and no other", () => {
    expect(drawn.map(([, { Properties }]) => Properties.RouteKey).sort()).toEqual(
      Object.values(routes).map(key).sort(),
    );
  });

  test.each(Object.entries<Route>(routes))("%s: who may call, who answers, how often", (_id, route) => {
    const { Properties } = drawn.find(
      ([
        ,
        {
          Properties: { RouteKey },
        },
      ]) => RouteKey === key(route),
    )![1]; // counted above
    if (route.auth === "staff") {
      expect(Properties.AuthorizationType).toBe("JWT");
      expect(said(stack, Properties.AuthorizerId)).toBe("<Api/Http/Staff>");
    } else {
      expect(Properties.AuthorizationType).toBe("NONE");
      expect(Properties.AuthorizerId).toBeUndefined();
    }
    const integration = Object.entries(stack.Resources).find(([id]) =>
      said(stack, Properties.Target).includes(`<${placeOf(stack, id)}>`),
    );
    const by = `${route.by[0]?.toUpperCase()}${route.by.slice(1)}Http`;
    expect(said(stack, integration?.[1].Properties.IntegrationUri)).toBe(`<${by}/Function.Arn>`);
    expect(stage.RouteSettings[key(route)]).toEqual({
      ThrottlingRateLimit: route.throttle?.rate ?? 50,
      ThrottlingBurstLimit: route.throttle?.burst ?? 100,
    });
  });

  test("a route's settings wait for the route", () => {
    const waits = ofType(stack, "AWS::ApiGatewayV2::Stage")[0]?.[1].DependsOn ?? [];
    expect(waits.filter((id) => stack.Resources[id]?.Type === "AWS::ApiGatewayV2::Route")).toHaveLength(drawn.length);
  });

  test("a tracking token is written down nowhere: the log knows routes, not paths, and the edge keeps none", () => {
    expect(stage.AccessLogSettings.Format).not.toMatch(/\$context\.(?:path|http\.path)/);
    expect(JSON.parse(stage.AccessLogSettings.Format)).toMatchObject({ route: "$context.routeKey" });
    expect(only("AWS::CloudFront::Distribution").Properties.DistributionConfig.Logging).toBeUndefined();
  });

  test("no other origin may call it", () => {
    expect(only("AWS::ApiGatewayV2::Api").Properties.CorsConfiguration).toBeUndefined();
  });

  test("staff are believed by the pool's tokens, or by those of the issuer that was given", () => {
    const { JwtConfiguration } = only("AWS::ApiGatewayV2::Authorizer").Properties;
    expect(said(stack, JwtConfiguration.Issuer)).toBe("<Staff/Pool.ProviderURL>");
    const other = templateWith({ oidcIssuer: "https://id.example.com/staff", oidcAudience: "aftercare" });
    expect(ofType(other, "AWS::ApiGatewayV2::Authorizer")[0]?.[1].Properties.JwtConfiguration).toEqual({
      Issuer: "https://id.example.com/staff",
      Audience: ["aftercare"],
    });
    expect(ofType(other, "AWS::Cognito::UserPool")).toEqual([]);
  });
});

describe("what is kept", () => {
  test("the table can be restored to any second, cannot be deleted by mistake, and forgets what has expired", () => {
    const table = only("AWS::DynamoDB::GlobalTable");
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

  test("evidence keeps every version and never expires", () => {
    const evidence = ofType(stack, "AWS::S3::Bucket").find(([id]) => placeOf(stack, id) === "Buckets/Evidence")?.[1];
    expect(evidence?.Properties.VersioningConfiguration).toEqual({ Status: "Enabled" });
    const rules = evidence?.Properties.LifecycleConfiguration.Rules;
    expect(rules.map((rule: object) => Object.keys(rule).sort())).toEqual([
      ["AbortIncompleteMultipartUpload", "Id", "Status"],
    ]);
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

test("the stack stays far from the 500 resources that one may hold", () => {
  expect(Object.keys(stack.Resources).length).toBeLessThan(300);
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
