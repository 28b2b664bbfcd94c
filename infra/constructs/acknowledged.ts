import { CfnResource, type Stack, Validations } from "aws-cdk-lib";
import type { IConstruct } from "constructs";
import { routes } from "../../shared/api/api.ts";
import type { Route } from "../../shared/api/routes/routes.ts";
import { functionNames, specOf } from "../functions.ts";
import { constructId } from "./duty.ts";

/** A finding of cdk-nag that is right about the stack and wrong about the risk, at the one resource it speaks of. */
export type Acknowledged = { readonly at: string; readonly rule: string; readonly reason: string };

const OPEN: Record<Exclude<Route["auth"], "staff">, string> = {
  none: "Customers have no account: whoever has a complaint may come. Throttled by route, limited in size.",
  token: "The function checks the case's tracking token, which is 128 random bits and stored hashed.",
};

/** Routes that anybody may call, by design; the table of the interface says which. */
const openRoutes = (): Acknowledged[] =>
  Object.entries<Route>(routes).flatMap(([id, { auth }]) =>
    auth === "staff" ? [] : [{ at: `Api/${id}/Resource`, rule: "AwsSolutions-APIG4", reason: OPEN[auth] }],
  );

/** Rights on the objects of one folder of the evidence bucket: a function cannot know their names beforehand. */
const folders = (bucketId: string): Acknowledged[] =>
  functionNames.flatMap((name) => {
    const { read = [], write = [], remove = [] } = specOf(name).needs.EVIDENCE_BUCKET ?? {};
    return [...new Set<string>([...read, ...write, ...remove])].map((folder) => ({
      at: `${constructId(name)}/Role/DefaultPolicy/Resource`,
      rule: `AwsSolutions-IAM5[Resource::<${bucketId}.Arn>/${folder}/*]`,
      reason: `Objects of the folder ${folder}/ and of no other: their names are made when a photo comes.`,
    }));
  });

/** Whoever sends at the account's pace asks SES for it. */
const senders = (): readonly string[] =>
  functionNames.filter((name) => specOf(name).needs.MAIL_CONFIGURATION_SET === "send").map(constructId);

/** Anchors are named by their day: the right is on all of them. */
const anchorFiles = (bucketId: string): Acknowledged => ({
  at: "AnchorSchedule/Role/DefaultPolicy/Resource",
  rule: `AwsSolutions-IAM5[Resource::<${bucketId}.Arn>/anchors/*]`,
  reason: "The anchors of all days: each is written once, and the bucket's lock keeps what was written.",
});

/** The helper that AWS CDK adds by itself to tell a bucket whom to call; it runs while deploying and never else. */
const NOTIFICATIONS = "BucketNotificationsHandler050a0587b7544547bf325f094a3db834/Role/Resource";
/** The helper that copies the web files, likewise. */
const COPY = "Custom::CDKBucketDeployment8693BB64968944B69AAFB0CC9EB8756C256MiB";
const managed =
  "AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole]";

const copying = (bucketId: string): Acknowledged[] => {
  const reason = "AWS CDK's own helper copies the built files while deploying; it sees them and the web bucket alone.";
  const assets = "arn:<AWS::Partition>:s3:::cdk-hnb659fds-assets-<AWS::AccountId>-<AWS::Region>";
  const wide = [
    ...["GetObject*", "GetBucket*", "List*", "DeleteObject*", "Abort*"].map((action) => `Action::s3:${action}`),
    `Resource::${assets}/*`,
    `Resource::<${bucketId}.Arn>/*`,
  ];
  return [
    { at: `${COPY}/ServiceRole/Resource`, rule: managed, reason },
    {
      at: `${COPY}/Resource`,
      rule: "AwsSolutions-L1",
      reason: "AWS CDK's own helper, in the language it is written in.",
    },
    ...wide.map((what) => ({
      at: `${COPY}/ServiceRole/DefaultPolicy/Resource`,
      rule: `AwsSolutions-IAM5[${what}]`,
      reason,
    })),
  ];
};

/** Everything that was looked at and left as it is. What does not occur in a stack is passed over. */
export const acknowledgements = (stack: Stack): readonly Acknowledged[] => {
  const bucketId = (path: string): string => {
    const bucket = find(stack, `${path}/Resource`);
    return CfnResource.isCfnResource(bucket) ? String(stack.resolve(bucket.logicalId)) : "";
  };
  const distribution = "Front/Distribution/Resource";
  return [
    ...openRoutes(),
    ...folders(bucketId("Buckets/Evidence")),
    anchorFiles(bucketId("Buckets/Anchors")),
    ...senders().map((duty) => ({
      at: `${duty}/Role/DefaultPolicy/Resource`,
      rule: "AwsSolutions-IAM5[Resource::*]",
      reason:
        "The right to ask SES for its quota knows no resource; it tells two figures of the account and changes nothing.",
    })),
    {
      at: NOTIFICATIONS,
      rule: managed,
      reason: "AWS CDK's own helper, which runs while deploying; the managed policy lets it write its log.",
    },
    {
      at: "Staff/Pool/Resource",
      rule: "AwsSolutions-COG8",
      reason: "The plus tier costs per user and month; accounts are made by an administrator and need a second factor.",
    },
    {
      at: distribution,
      rule: "AwsSolutions-CFR1",
      reason: "Customers may complain from wherever they are.",
    },
    {
      at: distribution,
      rule: "AwsSolutions-CFR3",
      reason:
        "An access log would hold the paths, and with them the customers' tracking tokens; the API logs the routes.",
    },
    {
      at: distribution,
      rule: "AwsSolutions-CFR4",
      reason:
        "Without a domain of its own a distribution has CloudFront's certificate, whose TLS is CloudFront's to say.",
    },
    {
      at: distribution,
      rule: "AwsSolutions-CFR2",
      reason: "A web firewall costs by the month; the API throttles every route and limits what it takes.",
    },
    ...copying(bucketId("Buckets/Web")),
  ];
};

const find = (stack: Stack, path: string): IConstruct | undefined =>
  path.split("/").reduce<IConstruct | undefined>((at, id) => at?.node.tryFindChild(id), stack);

/** Tells cdk-nag what was looked at, each finding at its own resource. */
export const acknowledge = (stack: Stack): void => {
  for (const { at, rule, reason } of acknowledgements(stack)) {
    const resource = find(stack, at);
    if (resource !== undefined) Validations.of(resource).acknowledge({ id: rule, reason });
  }
};
