import { Duration, RemovalPolicy } from "aws-cdk-lib";
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type BucketProps,
  HttpMethods,
  ObjectLockRetention,
  ObjectOwnership,
} from "aws-cdk-lib/aws-s3";
import { Construct } from "constructs";
import { ASIDE, INCOMING } from "./mail-in.ts";
import type { Settings } from "./settings.ts";

const closed = {
  blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
  encryption: BucketEncryption.S3_MANAGED,
  enforceSSL: true,
  minimumTLSVersion: 1.2,
  objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
} as const satisfies BucketProps;

const abortUploads = { id: "half-uploads", abortIncompleteMultipartUploadAfter: Duration.days(1) };

/** What a mail was good for lies with its case long before; what belongs to none is nobody's to keep. */
const mailsGo = [INCOMING, ASIDE].map((prefix) => ({
  id: `mails-under-${prefix.slice(0, -1)}`,
  prefix,
  expiration: Duration.days(30),
  noncurrentVersionExpiration: Duration.days(1),
}));

/** Longer than any regulation keeps a paper; nobody can shorten it, not even the owner of the account. */
const ANCHOR_YEARS = 10;

/** The photos, the anchors, the static files, and who read them. Nothing in them is public. */
export class Buckets extends Construct {
  /**
   * Originals are evidence: every version is kept and none expires. People see derived copies; what could not be read
   * lies in quarantine.
   */
  readonly evidence: Bucket;
  /** The heads of all timelines day by day: what is written here stays as it is (decision 006). A trial has no lock, so that it can go away. */
  readonly anchors: Bucket;
  readonly web: Bucket;

  constructor(scope: Construct, id: string, { removal }: Pick<Settings, "removal">) {
    super(scope, id);
    const trial = removal === "destroy";
    const kept = {
      removalPolicy: trial ? RemovalPolicy.DESTROY : RemovalPolicy.RETAIN,
      autoDeleteObjects: trial,
    };
    const logs = new Bucket(this, "Logs", {
      ...closed,
      ...kept,
      lifecycleRules: [abortUploads, { id: "old-logs", expiration: Duration.days(90) }],
    });
    this.evidence = new Bucket(this, "Evidence", {
      ...closed,
      ...kept,
      versioned: true,
      lifecycleRules: [abortUploads, ...mailsGo],
      serverAccessLogsBucket: logs,
      serverAccessLogsPrefix: "evidence/",
    });
    this.anchors = new Bucket(this, "Anchors", {
      ...closed,
      ...kept,
      versioned: true,
      ...(trial
        ? {}
        : {
            objectLockEnabled: true,
            objectLockDefaultRetention: ObjectLockRetention.compliance(Duration.days(365 * ANCHOR_YEARS)),
          }),
      lifecycleRules: [abortUploads],
      serverAccessLogsBucket: logs,
      serverAccessLogsPrefix: "anchors/",
    });
    this.web = new Bucket(this, "Web", {
      ...closed,
      // Built files can be copied again; a bucket that is not empty stays all the same.
      removalPolicy: trial ? RemovalPolicy.DESTROY : RemovalPolicy.RETAIN,
      autoDeleteObjects: trial,
      lifecycleRules: [abortUploads],
      serverAccessLogsBucket: logs,
      serverAccessLogsPrefix: "web/",
    });
  }
  /** Lets the pages at this address send and show photos; the signed request itself says which one, and for how long. */
  admit(address: string): void {
    this.evidence.addCorsRule({
      allowedOrigins: [address],
      allowedMethods: [HttpMethods.POST, HttpMethods.GET],
      allowedHeaders: ["*"],
      maxAge: 3600,
    });
  }
}
