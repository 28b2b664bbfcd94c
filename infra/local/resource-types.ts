import * as z from "zod";
import type { Assembly } from "./assembly.ts";
import { isForMail } from "./event-rules.ts";

/** Resource types that the runner brings to life. */
const RUN = new Set([
  "AWS::DynamoDB::Table",
  "AWS::DynamoDB::GlobalTable",
  "AWS::S3::Bucket",
  "Custom::S3BucketNotifications",
  "AWS::Lambda::Function",
  "AWS::Lambda::EventInvokeConfig",
  "AWS::Lambda::Alias",
  "AWS::Lambda::Version",
  "AWS::ApiGatewayV2::Api",
  "AWS::ApiGatewayV2::Route",
  "AWS::ApiGatewayV2::Integration",
  "AWS::ApiGatewayV2::Stage",
  "AWS::ApiGatewayV2::Authorizer",
  "AWS::Scheduler::Schedule",
  "AWS::Events::Rule",
  "AWS::Cognito::UserPool",
  "AWS::Cognito::UserPoolClient",
  "AWS::Cognito::UserPoolGroup",
  "AWS::Cognito::UserPoolDomain",
]);

/** Permissions, watching, names and addresses: they change nothing of what the system does on one machine. */
const IRRELEVANT = [
  "AWS::IAM::",
  "AWS::Logs::",
  "AWS::CloudWatch::",
  "AWS::KMS::",
  "AWS::SSM::",
  "AWS::SES::",
  "AWS::Route53::",
  "AWS::CertificateManager::",
  "AWS::WAFv2::",
  "AWS::CloudFront::",
  "AWS::Budgets::",
  "AWS::XRay::",
  "AWS::CloudTrail::",
  "AWS::Backup::",
  "AWS::Cognito::ManagedLoginBranding",
  "AWS::Cognito::UserPoolUICustomizationAttachment",
  "AWS::CDK::Metadata",
  "AWS::Lambda::Permission",
  "AWS::Lambda::LayerVersion",
  "AWS::S3::BucketPolicy",
  "AWS::SNS::TopicPolicy",
  "AWS::SQS::QueuePolicy",
  "AWS::Scheduler::ScheduleGroup",
  "AWS::ApiGatewayV2::DomainName",
  "AWS::ApiGatewayV2::ApiMapping",
  "Custom::S3AutoDeleteObjects",
  "Custom::CDKBucketDeployment",
  "Custom::LogRetention",
];

/** Triggers that would silently never fire: without them the system on this machine would be another one. */
const REFUSED: Readonly<Record<string, string>> = {
  "AWS::Lambda::EventSourceMapping": "its function would never be called",
  "AWS::ApiGateway::RestApi": "only HTTP APIs (AWS::ApiGatewayV2) are served",
  "AWS::StepFunctions::StateMachine": "state machines are not run",
  "AWS::CloudFormation::Stack": "nested stacks are not read",
};

/** Queues of what functions gave up: on one machine it is kept as a `.failed` file, and said aloud. */
const deadLetters = ({ Resources }: Assembly): ReadonlySet<string> => {
  const Target = z.object({
    DeadLetterConfig: z.object({ TargetArn: z.object({ "Fn::GetAtt": z.array(z.string()) }) }),
  });
  return new Set(
    Object.values(Resources).flatMap(({ Properties }) => {
      const read = Target.safeParse(Properties);
      return read.success ? read.data.DeadLetterConfig.TargetArn["Fn::GetAtt"].slice(0, 1) : [];
    }),
  );
};

const describe = (type: string, ids: readonly string[]): string => `${type} (${ids.join(", ")})`;

/**
 * Says in one line each which resources of the template do nothing here.
 * @throws Error for those without which the local system would be a different one.
 */
export function reportUnsupported(assembly: Assembly, warn: (line: string) => void): void {
  const types = new Map<string, string[]>();
  const given = deadLetters(assembly);
  for (const [id, { Type, Properties }] of Object.entries(assembly.Resources)) {
    if (given.has(id)) continue;
    types.set(Type, [...(types.get(Type) ?? []), id]);
    if (Type.startsWith("AWS::DynamoDB::") && "StreamSpecification" in Properties)
      warn(`not run here: the stream of table ${id}`);
    if (Type === "AWS::Events::Rule" && "EventPattern" in Properties && !isForMail(Properties.EventPattern))
      warn(
        `not fired here: rule ${id} waits for events of other services; call its function through POST /_local/invoke`,
      );
  }
  for (const [type, ids] of types) {
    const why = REFUSED[type];
    if (why !== undefined) throw new Error(`${describe(type, ids)} cannot run on one machine: ${why}`);
    if (!RUN.has(type) && !IRRELEVANT.some((start) => type.startsWith(start)))
      warn(`not run here: ${describe(type, ids)}`);
  }
}
