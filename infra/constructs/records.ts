import { RemovalPolicy } from "aws-cdk-lib";
import { AttributeType, Billing, ProjectionType, TableEncryptionV2, TableV2 } from "aws-cdk-lib/aws-dynamodb";
import type { Construct } from "constructs";
import { indexes, table } from "../../shared/aws/table.ts";
import type { Settings } from "./settings.ts";

const text = (name: string) => ({ name, type: AttributeType.STRING });

/** The one table: it costs what is asked of it, and any second of the last 35 days can be restored. */
export const recordsTable = (scope: Construct, { removal }: Pick<Settings, "removal">): TableV2 =>
  new TableV2(scope, "Records", {
    partitionKey: text(table.pk),
    sortKey: text(table.sk),
    billing: Billing.onDemand(),
    // Encrypted with DynamoDB's own key: one of ours would cost a KMS call on a cold path and guard nothing more here.
    encryption: TableEncryptionV2.dynamoOwnedKey(),
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
    timeToLiveAttribute: table.expiresAt,
    deletionProtection: removal === "keep",
    removalPolicy: removal === "keep" ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    globalSecondaryIndexes: Object.entries(indexes).map(([indexName, { pk, sk, columns }]) => ({
      indexName,
      partitionKey: text(pk),
      sortKey: text(sk),
      ...(columns === undefined
        ? { projectionType: ProjectionType.KEYS_ONLY }
        : { projectionType: ProjectionType.INCLUDE, nonKeyAttributes: [...columns] }),
    })),
  });
