import { Duration, RemovalPolicy } from "aws-cdk-lib";
import { LogGroup, RetentionDays } from "aws-cdk-lib/aws-logs";
import type { IBucket } from "aws-cdk-lib/aws-s3";
import { BucketDeployment, CacheControl, Source } from "aws-cdk-lib/aws-s3-deployment";
import type { Construct } from "constructs";
import type { SignIn } from "./staff.ts";

/**
 * Copies the built console and documents to the web bucket while deploying, with the console's settings among them. What
 * an older release left stays: a page that is open in somebody's browser may still ask for it.
 */
export const webFiles = (scope: Construct, folder: string, bucket: IBucket, signIn: SignIn): BucketDeployment =>
  new BucketDeployment(scope, "WebFiles", {
    destinationBucket: bucket,
    sources: [Source.asset(folder), Source.jsonData("console/config.json", signIn)],
    prune: false,
    memoryLimit: 256,
    cacheControl: [CacheControl.maxAge(Duration.minutes(5)), CacheControl.mustRevalidate()],
    logGroup: new LogGroup(scope, "WebFilesLog", {
      retention: RetentionDays.ONE_MONTH,
      removalPolicy: RemovalPolicy.DESTROY,
    }),
  });
