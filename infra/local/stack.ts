import { createWriteStream, mkdirSync } from "node:fs";
import { enableCompileCache } from "node:module";
import { join } from "node:path";
import { corsOf, createApi } from "./api.ts";
import { authorizersOf } from "./api-authorizer.ts";
import { createRouter, routesOf } from "./api-routes.ts";
import { createThrottle } from "./api-throttle.ts";
import { readAssembly } from "./assembly.ts";
import { openClock } from "./clock.ts";
import { clockTarget, createControl } from "./control.ts";
import { createDeliveries } from "./deliveries.ts";
import { createTables, startDynamoDb } from "./dynamodb.ts";
import { mailEvents } from "./event-rules.ts";
import { createFaults } from "./faults.ts";
import { openFront } from "./front.ts";
import { createFunctions } from "./functions.ts";
import type { LocalFunction } from "./lambda.ts";
import { createLifecycle } from "./lifecycle.ts";
import type { LocalStack, StackOptions } from "./local-stack.ts";
import { namesOf, REGION } from "./names.ts";
import { createOidc } from "./oidc.ts";
import { clientsOf } from "./oidc-clients.ts";
import { createTokens } from "./oidc-tokens.ts";
import { readPorts, writePorts } from "./ports.ts";
import { reportUnsupported } from "./resource-types.ts";
import { startS3 } from "./s3.ts";
import { schedulesOf } from "./schedules.ts";
import { addressOf } from "./server.ts";
import { startSes } from "./ses.ts";
import { createReceipt } from "./ses-receipt.ts";
import { createSite } from "./site.ts";
import { siteHeaders } from "./site-headers.ts";
import { createTimekeeper } from "./timekeeper.ts";

/** They open nothing but the stand-ins on this machine. */
const KEYS = { accessKeyId: "local", secretAccessKey: "local-secret" };

/** What the AWS SDK finds in the environment; it leads every client to this machine. */
const sdkEnvironment = (endpoints: LocalStack["endpoints"]): Record<string, string> => ({
  AWS_REGION: REGION,
  AWS_DEFAULT_REGION: REGION,
  AWS_ACCESS_KEY_ID: KEYS.accessKeyId,
  AWS_SECRET_ACCESS_KEY: KEYS.secretAccessKey,
  AWS_EC2_METADATA_DISABLED: "true",
  AWS_ENDPOINT_URL_DYNAMODB: endpoints.dynamodb,
  AWS_ENDPOINT_URL_S3: endpoints.s3,
  AWS_ENDPOINT_URL_SES: endpoints.ses,
});

/**
 * Starts the synthesized stack on this machine, in this one process. It knows CloudFormation resource types; what the
 * product is, it reads from the template. SIGINT and SIGTERM stop it; after SIGKILL the data is as it was answered.
 * @throws Error in a sentence when the template holds what cannot run here, or the data does not fit the template.
 */
export async function startStack(options: StackOptions): Promise<LocalStack> {
  const { dataDir, people = [], log = (line: string) => console.error(line) } = options;
  const assembly = readAssembly(options.assembly, options.stack);
  reportUnsupported(assembly, log);
  mkdirSync(dataDir, { recursive: true });
  const file = (name: string) => (options.memory ? {} : { file: join(dataDir, name) });
  const folder = (name: string) => (options.memory ? {} : { folder: join(dataDir, name) });
  const { directory: compiled } = enableCompileCache(join(dataDir, "compile-cache"));

  const { opened, stop } = createLifecycle();
  try {
    const clock = openClock({ ...file("clock.json"), ...(options.at ? { at: options.at } : {}), log });
    opened(clock.close);
    const portsFile = join(dataDir, "ports.json");
    const last = readPorts(portsFile);
    const front = await openFront({ port: options.port || last.api, insist: Boolean(options.port), clock, log });
    opened(front.stop);
    const url = addressOf(front.port);
    const home = [url, url.replace("127.0.0.1", "localhost")];

    const issuerOf = (pool: string) => `${url}/_local/oidc/${pool}`;
    const names = namesOf(assembly, url, issuerOf);
    const pool = Object.keys(assembly.Resources).find(
      (id) => assembly.Resources[id]?.Type === "AWS::Cognito::UserPool",
    );
    const issuer = issuerOf((pool && names.ref(pool)) ?? "local");

    let functions: ReadonlyMap<string, LocalFunction> = new Map();
    const deliveries = createDeliveries({ ...folder("events"), find: (name) => functions.get(name), complain: log });
    const timekeeper = createTimekeeper({
      clock,
      ...file("schedules.json"),
      settled: deliveries.settled,
      still: options.still ?? false,
    });
    const onDeath = (why: Error) => log(`a stand-in died: ${why.stack ?? why.message}`);

    const receipt = createReceipt({
      assembly,
      names,
      now: clock.now,
      store: async (bucket, key, body) => (await starting.s3).put(bucket, key, body),
    });
    const starting = {
      s3: startS3({
        assembly,
        names,
        ...folder("s3"),
        port: last.s3,
        clock,
        keys: KEYS,
        home,
        notify: deliveries.send,
        onDeath,
      }),
      ses: startSes({
        ...folder("mail"),
        port: last.ses,
        clock,
        timeZone: options.timeZone,
        receipt,
        publish: mailEvents(assembly, names, deliveries.send),
      }),
      tokens: createTokens({ ...file("oidc-key.json"), issuer, now: clock.now }),
    };
    starting.s3.then(
      (s3) => opened(s3.stop),
      () => undefined,
    ); // awaited below; opened even if another one fails first
    starting.ses.then(
      (ses) => opened(ses.stop),
      () => undefined,
    );
    const dynamodb = await startDynamoDb({ ...folder("dynamodb"), port: last.dynamodb, clock, onDeath });
    opened(dynamodb.stop);
    const tables = await createTables(assembly, names, dynamodb.endpoint);
    const [s3, ses, tokens] = await Promise.all([starting.s3, starting.ses, starting.tokens]);
    writePorts(portsFile, { api: front.port, s3: s3.port, ses: ses.port, dynamodb: dynamodb.port });

    const endpoints = { dynamodb: dynamodb.endpoint, s3: s3.endpoint, ses: ses.endpoint };
    const env = sdkEnvironment(endpoints);
    const printed = createWriteStream(join(dataDir, "functions.log"), { flags: "a" });
    opened(() => new Promise((resolve) => printed.end(resolve)));
    const faults = createFaults();
    const print = (name: string, text: string) =>
      void printed.write(text.replace(/^(?=.)/gm, `${clock.iso()} ${name} `));
    const around = { clock: clock.memory, faults, activity: timekeeper.activity, print, complain: log };
    const runtime = { TZ: "UTC", NODE_ENV: "production", AWS_EXECUTION_ENV: "AWS_Lambda_nodejs24.x" };
    functions = createFunctions(
      assembly,
      names,
      { ...env, ...runtime, ...(compiled ? { NODE_COMPILE_CACHE: compiled } : {}) },
      around,
    );
    const schedules = schedulesOf(assembly, names, functions);
    opened(() => Promise.all([...new Set(functions.values())].map((one) => one.stop()).concat(timekeeper.stop())));
    opened(deliveries.stop);

    const oidc = createOidc({ issuer, clients: clientsOf(assembly, names, home), people, tokens });
    const trusted = { keys: tokens.publicKey, issuers: [issuer], now: clock.now };
    const inboxUrl = `${ses.endpoint}/`;
    const index = () => ({
      url,
      inbox: inboxUrl,
      issuer,
      endpoints,
      now: clock.iso(),
      tables,
      functions: [...new Set([...functions.values()].map((one) => one.name))],
      schedules: schedules.map(({ id }) => id),
      people,
    });
    front.serve({
      oidc,
      control: createControl({ index, inboxUrl, clock, timekeeper, faults, functions, oidc }),
      site: createSite(options.static ?? {}, siteHeaders(assembly, names, endpoints.s3)),
      api: createApi({
        route: createRouter(routesOf(assembly, names, functions)),
        authorizers: authorizersOf(assembly, names, trusted, log),
        throttle: options.still ? () => true : createThrottle(assembly, names),
        cors: corsOf(assembly, names),
        now: clock.now,
      }),
    });
    timekeeper.start(schedules);
    deliveries.resume();
    return {
      url,
      inboxUrl,
      issuer,
      clock: {
        now: clock.now,
        iso: clock.iso,
        advance: async (asked) => timekeeper.advance(clockTarget(asked), asked.every ?? false),
      },
      functions,
      endpoints,
      resources: Object.fromEntries(Object.keys(assembly.Resources).map((id) => [id, names.ref(id) ?? id])),
      env,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
