import type { ITableV2 } from "aws-cdk-lib/aws-dynamodb";
import { PolicyStatement } from "aws-cdk-lib/aws-iam";
import type { IBucket } from "aws-cdk-lib/aws-s3";
import type { Variable } from "../../shared/runtime/env.ts";
import type { Needs } from "../needs.ts";
import type { Mail } from "./mail.ts";

/** What the functions may be given. */
export type Supplies = {
  readonly table: ITableV2;
  readonly evidence: IBucket;
  readonly anchors: IBucket;
  readonly mail: Mail;
  /** `https://…`, without a slash at the end. */
  readonly address: string;
};

/** The value of each variable; a variable that `shared/runtime/env.ts` gains is missing here until it compiles. */
const values = ({ table, evidence, anchors, mail, address }: Supplies): Record<Variable, string> => ({
  TABLE: table.tableName,
  EVIDENCE_BUCKET: evidence.bucketName,
  ANCHOR_BUCKET: anchors.bucketName,
  MAIL_CONFIGURATION_SET: mail.configurationSetName,
  PUBLIC_URL: address,
});

/** The environment of a function: exactly the variables that it needs. */
export const environmentFor = (needs: Needs, supplies: Supplies): Record<string, string> => {
  const all = values(supplies);
  return Object.fromEntries(
    Object.entries(all).filter(([name]) => name in needs && needs[name as Variable] !== undefined), // keys of a Record<Variable, …>
  );
};

const allow = (actions: readonly string[], resources: readonly string[]): PolicyStatement[] =>
  actions.length === 0 || resources.length === 0
    ? []
    : [new PolicyStatement({ actions: [...actions], resources: [...resources] })];

/** What a function may do, each action spelled out. No wildcard stands for an action, and one only for objects of a folder. */
export const statementsFor = (needs: Needs, { table, evidence, anchors, mail }: Supplies): PolicyStatement[] => {
  const folder = (name: string): string => evidence.arnForObjects(`${name}/*`);
  const { TABLE = {}, EVIDENCE_BUCKET = {}, ANCHOR_BUCKET: add, MAIL_CONFIGURATION_SET: send } = needs;
  return [
    ...allow(
      (TABLE.items ?? []).map((action) => `dynamodb:${action}`),
      [table.tableArn],
    ),
    ...allow(
      ["dynamodb:Query"],
      (TABLE.ask ?? []).map((index) => (index === "words" ? table.tableArn : `${table.tableArn}/index/${index}`)),
    ),
    ...allow(["s3:GetObject"], (EVIDENCE_BUCKET.read ?? []).map(folder)),
    ...allow(["s3:PutObject"], (EVIDENCE_BUCKET.write ?? []).map(folder)),
    ...(EVIDENCE_BUCKET.remove === undefined
      ? []
      : [
          ...allow(["s3:DeleteObject", "s3:DeleteObjectVersion"], EVIDENCE_BUCKET.remove.map(folder)),
          ...allow(["s3:ListBucketVersions"], [evidence.bucketArn]),
        ]),
    ...(add === undefined
      ? []
      : [
          ...allow(["s3:GetObject", "s3:PutObject"], [anchors.arnForObjects("anchors/*")]),
          ...allow(["s3:ListBucket"], [anchors.bucketArn]),
        ]),
    // SES asks for the right on whom the mail comes from and on the set it is sent with; the quota has no resource.
    ...(send === undefined
      ? []
      : [
          ...allow(["ses:SendRawEmail"], mail.senderArns),
          ...(send === "send" ? allow(["ses:GetSendQuota"], ["*"]) : []),
        ]),
  ];
};
