/**
 * How the CDK behaves, whoever starts it. It is told here and not in cdk.json because the local runner and the tests
 * read no cdk.json; so all three see one template.
 */
export const flags: Readonly<Record<string, unknown>> = {
  "@aws-cdk/core:checkSecretUsage": true,
  "@aws-cdk/core:enablePartitionLiterals": true,
  "@aws-cdk/core:target-partitions": ["aws"],
  "@aws-cdk/aws-apigateway:logGroupDestinationArnWithoutWildcard": true,
  "@aws-cdk/aws-iam:minimizePolicies": true,
  "@aws-cdk/aws-lambda:recognizeLayerVersion": true,
  "@aws-cdk/aws-s3:publicAccessBlockedByDefault": true,
  // Access logs are let in by a bucket policy: there are no ACLs to do it with.
  "@aws-cdk/aws-s3:serverAccessLogsUseBucketPolicy": true,
  // The command line sets these two by itself; the local runner finds the bundles by them.
  "aws:cdk:enable-asset-metadata": true,
  "aws:cdk:enable-path-metadata": true,
};
