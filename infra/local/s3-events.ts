import * as z from "zod";
import { type Assembly, resourcesOf } from "./assembly.ts";
import { type Names, resolveValue } from "./intrinsics.ts";
import { ACCOUNT, functionNameIn, REGION } from "./names.ts";
import type { Created } from "./s3-guard.ts";

const Rules = z.array(z.object({ Name: z.string(), Value: z.string() })).default([]);
/** The custom resource that CDK writes. */
const Custom = z.object({
  BucketName: z.string(),
  NotificationConfiguration: z.object({
    LambdaFunctionConfigurations: z
      .array(
        z.object({
          Events: z.array(z.string()),
          Filter: z.object({ Key: z.object({ FilterRules: Rules }) }).optional(),
          LambdaFunctionArn: z.string(),
        }),
      )
      .default([]),
  }),
});
/** CloudFormation's own property of a bucket. */
const Native = z.object({
  NotificationConfiguration: z
    .object({
      LambdaConfigurations: z
        .array(
          z.object({
            Event: z.string(),
            Filter: z.object({ S3Key: z.object({ Rules }) }).optional(),
            Function: z.string(),
          }),
        )
        .default([]),
    })
    .optional(),
});

export interface Subscription {
  readonly bucket: string;
  readonly functionName: string;
  wants(event: string, key: string): boolean;
}

const subscription = (
  bucket: string,
  arn: string,
  events: readonly string[],
  rules: z.infer<typeof Rules>,
): Subscription => ({
  bucket,
  functionName: functionNameIn(arn) ?? arn,
  wants: (event, key) =>
    events.some((pattern) => {
      const name = pattern.replace(/^s3:/, "");
      return name === event || (name.endsWith("*") && event.startsWith(name.slice(0, -1)));
    }) &&
    rules.every(({ Name, Value }) => (Name.toLowerCase() === "prefix" ? key.startsWith(Value) : key.endsWith(Value))),
});

/** Who is to be called when an object is made, as the template says it. */
export function subscriptionsOf(assembly: Assembly, names: Names): Subscription[] {
  const custom = resourcesOf(assembly, "Custom::S3BucketNotifications").flatMap(([, resource]) => {
    const { BucketName, NotificationConfiguration } = Custom.parse(resolveValue(resource.Properties, names));
    return NotificationConfiguration.LambdaFunctionConfigurations.map((one) =>
      subscription(BucketName, one.LambdaFunctionArn, one.Events, one.Filter?.Key.FilterRules ?? []),
    );
  });
  const native = resourcesOf(assembly, "AWS::S3::Bucket").flatMap(([id, resource]) => {
    const wanted = Native.parse(resolveValue(resource.Properties, names)).NotificationConfiguration;
    return (wanted?.LambdaConfigurations ?? []).map((one) =>
      subscription(names.ref(id) ?? id, one.Function, [one.Event], one.Filter?.S3Key.Rules ?? []),
    );
  });
  return [...custom, ...native];
}

let sequence = 0;

/** The event JSON that S3 sends. The key is form-encoded, as S3 does it: a space is "+", a slash stays. */
export function s3Event(made: Created, size: number, eTag: string, at: number): unknown {
  sequence += 1;
  return {
    Records: [
      {
        eventVersion: "2.1",
        eventSource: "aws:s3",
        awsRegion: REGION,
        eventTime: new Date(at).toISOString(),
        eventName: made.event,
        userIdentity: { principalId: "AWS:LOCAL" },
        requestParameters: { sourceIPAddress: "127.0.0.1" },
        responseElements: { "x-amz-request-id": String(sequence).padStart(16, "0"), "x-amz-id-2": "local" },
        s3: {
          s3SchemaVersion: "1.0",
          configurationId: "local",
          bucket: { name: made.bucket, ownerIdentity: { principalId: ACCOUNT }, arn: `arn:aws:s3:::${made.bucket}` },
          object: {
            key: encodeURIComponent(made.key).replace(/%20/g, "+").replace(/%2F/g, "/"),
            size,
            eTag: eTag.replace(/"/g, ""),
            sequencer: (at * 1_000 + (sequence % 1_000)).toString(16).toUpperCase().padStart(16, "0"),
          },
        },
      },
    ],
  };
}
