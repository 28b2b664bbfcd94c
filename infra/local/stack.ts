import { createWriteStream, mkdirSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { enableCompileCache } from "node:module";
import { join } from "node:path";
import { corsOf, createApi } from "./api.ts";
import { authorizersOf } from "./api-authorizer.ts";
import { createRouter, routesOf } from "./api-routes.ts";
import { createThrottle } from "./api-throttle.ts";
import { readAssembly } from "./assembly.ts";
import { type Clock, openClock } from "./clock.ts";
import { clockTarget, createControl } from "./control.ts";
import { createDeliveries } from "./deliveries.ts";
import { createTables, startDynamoDb } from "./dynamodb.ts";
import { createFaults } from "./faults.ts";
import { createFunctions } from "./functions.ts";
import type { LocalFunction } from "./lambda.ts";
import { namesOf, REGION } from "./names.ts";
import { createOidc } from "./oidc.ts";
import { clientsOf } from "./oidc-clients.ts";
import { createTokens, type Person } from "./oidc-tokens.ts";
import { readPorts, writePorts } from "./ports.ts";
import { reportUnsupported } from "./resource-types.ts";
import { startS3 } from "./s3.ts";
import { schedulesOf } from "./schedules.ts";
import { addressOf, listen, sendJson, shut } from "./server.ts";
import { startSes } from "./ses.ts";
import { createSite } from "./site.ts";
import { type Advanced, createTimekeeper } from "./timekeeper.ts";

export interface StackOptions {
  /** The cloud assembly, usually cdk.out. */
  readonly assembly: string;
  readonly stack: string;
  /** Everything that is kept lies under it: data, mail, clock, ports, logs. One stack at a time may use it. */
  readonly dataDir: string;
  /** 0 or nothing: the port of the last run, or any free one. */
  readonly port?: number;
  /** Virtual time at which fresh data starts, ISO with offset. */
  readonly at?: string;
  /** Keep nothing but the log of the functions. */
  readonly memory?: boolean;
  /** Folders served before the API, by prefix: `{"/console": dir}`. */
  readonly static?: Readonly<Record<string, string>>;
  readonly people?: readonly Person[];
  /** Notices and errors, a line each; to stderr when left out. */
  readonly log?: (line: string) => void;
}

export interface LocalStack {
  readonly url: string;
  readonly inboxUrl: string;
  readonly issuer: string;
  readonly clock: Pick<Clock, "now" | "iso"> & {
    /** As `POST /_local/clock`. @throws Error in a sentence, RangeError when it would go backwards. */
    advance(asked: ({ advance: string } | { to: string }) & { every?: boolean }): Promise<Advanced>;
  };
  /** By logical id and by name. */
  readonly functions: ReadonlyMap<string, LocalFunction>;
  readonly endpoints: { readonly dynamodb: string; readonly s3: string; readonly ses: string };
  /** Physical names by logical id. */
  readonly resources: Readonly<Record<string, string>>;
  /** What a script needs in its environment to speak to this stack through the AWS SDK (S3 in path style). */
  readonly env: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

/** They open nothing but the stand-ins on this machine. */
const KEYS = { accessKeyId: "local", secretAccessKey: "local-secret" };

/**
 * Starts the synthesized stack on this machine, in this one process. It knows CloudFormation resource types; what the
 * product is, it reads from the template. SIGINT and SIGTERM stop it; after SIGKILL the data is as it was answered.
 */
export async function startStack(options: StackOptions): Promise<LocalStack> {
  const log = options.log ?? ((line: string) => console.error(line));
  const assembly = readAssembly(options.assembly, options.stack);
  reportUnsupported(assembly, log);
  mkdirSync(options.dataDir, { recursive: true });
  const lasting = (name: string) => (options.memory ? {} : { file: join(options.dataDir, name) });
  const folder = (name: string) =>
    options.memory ? {} : { folder: join(options.dataDir, name), path: join(options.dataDir, name) };
  const compileCache = enableCompileCache(join(options.dataDir, "compile-cache")).directory;
  const clock = openClock({ ...lasting("clock.json"), ...(options.at ? { at: options.at } : {}), log });

  const closers: (() => unknown)[] = [() => clock.close()];
  const stop = once(async () => {
    process.off("SIGINT", onSignal).off("SIGTERM", onSignal);
    for (const close of closers.reverse()) await close();
  });
  const onSignal = (signal: NodeJS.Signals) => void stop().then(() => process.kill(process.pid, signal));
  process.on("SIGINT", onSignal).on("SIGTERM", onSignal);

  try {
    const portsFile = join(options.dataDir, "ports.json");
    const ports = readPorts(portsFile);
    let handle = (_request: IncomingMessage, response: ServerResponse): unknown =>
      sendJson(response, 503, { message: "the stack is starting" });
    const server = createServer((request, response) => {
      response.setHeader("date", new Date(clock.now()).toUTCString());
      Promise.resolve(handle(request, response)).catch((error: unknown) => {
        log(
          `${request.method} ${request.url}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
        );
        if (response.headersSent) response.destroy();
        else sendJson(response, 500, { message: "Internal Server Error" });
      });
    });
    const api = await listen(server, options.port || ports.api, Boolean(options.port));
    closers.push(() => shut(server));
    const url = addressOf(api);
    const home = [url, url.replace("127.0.0.1", "localhost")];

    const pool = Object.entries(assembly.Resources).find(([, resource]) => resource.Type === "AWS::Cognito::UserPool");
    const issuerOf = (id: string) => `${url}/_local/oidc/${id}`;
    const names = namesOf(assembly, url, issuerOf);
    const issuer = issuerOf(pool ? (names.ref(pool[0]) ?? pool[0]) : "local");

    let functions: ReadonlyMap<string, LocalFunction> = new Map();
    const deliveries = createDeliveries({ ...folder("events"), find: (name) => functions.get(name), complain: log });
    const schedules = () => schedulesOf(assembly, names, functions);
    const timekeeper = createTimekeeper({
      schedules,
      clock,
      ...lasting("schedules.json"),
      settled: deliveries.settled,
    });
    const onDeath = (why: Error) => log(`a stand-in died: ${why.stack ?? why.message}`);

    const dynamodb = await startDynamoDb({ ...folder("dynamodb"), port: ports.dynamodb, clock, onDeath });
    closers.push(dynamodb.stop);
    const [s3, ses, tokens, tables] = await Promise.all([
      startS3({
        assembly,
        names,
        ...folder("s3"),
        port: ports.s3,
        clock,
        keys: KEYS,
        home,
        notify: deliveries.send,
        onDeath,
      }),
      startSes({ ...folder("mail"), port: ports.ses, clock }),
      createTokens({ ...lasting("oidc-key.json"), issuer, now: clock.now }),
      createTables(assembly, names, dynamodb.endpoint),
    ]);
    closers.push(s3.stop, ses.stop);
    writePorts(portsFile, { api, s3: s3.port, ses: ses.port, dynamodb: dynamodb.port });

    const endpoints = { dynamodb: dynamodb.endpoint, s3: s3.endpoint, ses: ses.endpoint };
    const env = {
      AWS_REGION: REGION,
      AWS_DEFAULT_REGION: REGION,
      AWS_ACCESS_KEY_ID: KEYS.accessKeyId,
      AWS_SECRET_ACCESS_KEY: KEYS.secretAccessKey,
      AWS_EC2_METADATA_DISABLED: "true",
      AWS_ENDPOINT_URL_DYNAMODB: endpoints.dynamodb,
      AWS_ENDPOINT_URL_S3: endpoints.s3,
      AWS_ENDPOINT_URL_SES: endpoints.ses,
    };
    const printed = createWriteStream(join(options.dataDir, "functions.log"), { flags: "a" });
    closers.push(() => new Promise((resolve) => printed.end(resolve)));
    const faults = createFaults();
    const print = (name: string, text: string) =>
      void printed.write(text.replace(/^(?=.)/gm, `${clock.iso()} ${name} `));
    const around = { clock: clock.memory, faults, activity: timekeeper.activity, print, complain: log };
    const system = {
      ...env,
      TZ: "UTC",
      NODE_ENV: "production",
      AWS_EXECUTION_ENV: "AWS_Lambda_nodejs24.x",
      ...(compileCache ? { NODE_COMPILE_CACHE: compileCache } : {}),
    };
    functions = createFunctions(assembly, names, system, around);
    closers.push(() => Promise.all([...new Set(functions.values())].map((one) => one.stop())));

    const people = options.people ?? [];
    const oidc = createOidc({ issuer, clients: clientsOf(assembly, names, home), people, tokens });
    const trusted = { keys: tokens.publicKey, issuers: [issuer], now: clock.now };
    const serveApi = createApi({
      route: createRouter(routesOf(assembly, names, functions)),
      authorizers: authorizersOf(assembly, names, trusted, log),
      throttle: createThrottle(assembly, names),
      cors: corsOf(assembly, names),
      now: clock.now,
    });
    const inboxUrl = `${ses.endpoint}/`;
    const resources = Object.fromEntries(Object.keys(assembly.Resources).map((id) => [id, names.ref(id) ?? id]));
    const index = () => ({
      url,
      inbox: inboxUrl,
      issuer,
      endpoints,
      now: clock.iso(),
      tables,
      functions: [...new Set([...functions.values()].map((one) => one.name))],
      people: people.map(({ sub, name, groups }) => ({ sub, name, groups })),
    });
    const control = createControl({
      index,
      inboxUrl: () => inboxUrl,
      clock,
      timekeeper,
      faults,
      functions: () => functions,
      oidc,
    });
    const site = createSite(options.static ?? {});
    handle = (request, response) => {
      const path = new URL(request.url ?? "/", url).pathname;
      const signIn = /^\/_local\/oidc\/[^/]+(\/.*)$/.exec(path)?.[1];
      if (signIn !== undefined) return oidc.handle(request, response, signIn);
      if (path === "/_local" || path.startsWith("/_local/"))
        return control(request, response, path.slice("/_local".length));
      return site(request, response) || serveApi(request, response);
    };
    timekeeper.start();
    deliveries.resume();
    closers.push(timekeeper.stop, () => deliveries.stop());
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
      resources,
      env,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

const once = (action: () => Promise<void>): (() => Promise<void>) => {
  let done: Promise<void> | undefined;
  return () => {
    done ??= action();
    return done;
  };
};
