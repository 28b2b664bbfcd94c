import { join } from "node:path";
import { Duration, RemovalPolicy } from "aws-cdk-lib";
import { Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { Architecture, type ILayerVersion, LoggingFormat, Runtime } from "aws-cdk-lib/aws-lambda";
import { NodejsFunction, OutputFormat, SourceMapMode } from "aws-cdk-lib/aws-lambda-nodejs";
import { LogGroup, RetentionDays } from "aws-cdk-lib/aws-logs";
import type { IQueue } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import { type FunctionName, specOf } from "../functions.ts";
import { type Alarms, PERIOD } from "./alarms.ts";
import { environmentFor, type Supplies, statementsFor } from "./grants.ts";
import { isToldOnce, lostEvents } from "./lost.ts";

const root = join(import.meta.dirname, "../..");

/** `wake.schedule` → `WakeSchedule`: what it is called in the template. */
export const constructId = (name: string): string =>
  name.replace(/(?:^|[.-])(\w)/g, (_match, letter: string) => letter.toUpperCase());

/**
 * Ways to find credentials that Lambda never takes: it hands them over in the environment, where the SDK looks first.
 * The SDK imports these only when it gets to them; without them a bundle is 108 KB smaller.
 */
const elsewhere = [
  ...["http", "ini", "login", "process", "sso", "web-identity"].map((kind) => `@aws-sdk/credential-provider-${kind}`),
  "@smithy/credential-provider-imds",
];

/** One file of `functions/` as a Lambda: its rights, its log and its alarms, all from its row in `functions.ts`. */
export class Duty extends Construct {
  readonly lambda: NodejsFunction;
  readonly log: LogGroup;
  /** What it could not take; undefined where the next minute asks the same again, or somebody waits for an answer. */
  readonly lost: IQueue | undefined;

  constructor(
    scope: Construct,
    name: FunctionName,
    supplies: Supplies,
    alarms: Alarms,
    layers: Readonly<Record<"sharp", ILayerVersion>>,
  ) {
    super(scope, constructId(name));
    const spec = specOf(name);
    const logGroup = new LogGroup(this, "Log", {
      retention: RetentionDays.THREE_MONTHS,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    this.log = logGroup;
    // A role of our own: AWS's managed one would let every function write to every log.
    const role = new Role(this, "Role", { assumedBy: new ServicePrincipal("lambda.amazonaws.com") });
    logGroup.grantWrite(role);
    for (const statement of statementsFor(spec.needs, supplies)) role.addToPrincipalPolicy(statement);

    const trouble = constructId(name)
      .replace(/(?<=[a-z])(?=[A-Z])/g, "-")
      .toLowerCase();
    this.lost = isToldOnce(spec) ? lostEvents(this, alarms, { alarm: trouble, name, impact: spec.impact }) : undefined;

    this.lambda = new NodejsFunction(this, "Function", {
      description: `functions/${name}.ts`,
      entry: join(root, "functions", `${name}.ts`),
      projectRoot: root,
      depsLockFilePath: join(root, "package-lock.json"),
      handler: "handler",
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: spec.memoryMb,
      timeout: Duration.seconds(spec.timeoutSeconds),
      environment: environmentFor(spec.needs, supplies),
      role,
      ...(this.lost === undefined ? {} : { deadLetterQueue: this.lost }),
      logGroup,
      loggingFormat: LoggingFormat.JSON,
      // Tracing stays off: one function answers one request, so the log line and its requestId already say it all.
      layers: spec.layer === undefined ? [] : [layers[spec.layer]],
      // A setting of the SDK before the last; it would only be one more variable.
      awsSdkConnectionReuse: false,
      bundling: {
        // CommonJS loads 8 to 40 ms faster with SDK clients in it, and gives libheif its __dirname.
        format: OutputFormat.CJS,
        target: "node24",
        mainFields: ["module", "main"],
        minify: true,
        // Chinese as it is and not as escapes, 6 KB less; said to esbuild itself, since the construct's own `charset` does not reach it.
        esbuildArgs: { "--charset": "utf8" },
        // A file of its own, which only a Node that was told to reads: it costs a cold start nothing.
        sourceMap: true,
        sourceMapMode: SourceMapMode.DEFAULT,
        sourcesContent: false,
        // The SDK is bundled: what runs is what the lock file says, not what the runtime happens to hold.
        externalModules: spec.layer === undefined ? elsewhere : [...elsewhere, spec.layer],
        commandHooks: {
          beforeBundling: () => [],
          beforeInstall: () => [],
          // Without a package.json of its own the bundle would be taken for a module where the repository is near.
          afterBundling: (_input, output) => [
            `node -e "require('fs').writeFileSync(process.argv[1], '{}')" "${join(output, "package.json")}"`,
          ],
        },
      },
    });

    alarms.add({
      name: `${trouble}-errors`,
      metric: this.lambda.metricErrors({ period: PERIOD }),
      atLeast: 1,
      says: `functions/${name}.ts is failing.`,
      impact: spec.impact,
    });
    alarms.add({
      name: `${trouble}-throttles`,
      metric: this.lambda.metricThrottles({ period: PERIOD }),
      atLeast: 1,
      says: `functions/${name}.ts is refused to start: the account's limit of concurrent executions is reached.`,
      impact: spec.impact,
    });
  }
}
