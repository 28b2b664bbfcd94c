import { readFileSync } from "node:fs";
import { createRequire, flushCompileCache, registerHooks } from "node:module";
import { pathToFileURL } from "node:url";
import { parentPort, workerData } from "node:worker_threads";
import { installVirtualDate } from "./virtual-date.ts";

/** What the pool tells a sandbox when it is made. */
export interface SandboxData {
  readonly file: string;
  /** How Lambda would read the file, whatever package.json lies above it here. */
  readonly format: "commonjs" | "module";
  readonly exported: string;
  readonly name: string;
  readonly memory: number;
  readonly clock: SharedArrayBuffer;
}
export interface Job {
  readonly id: string;
  readonly event: string;
  /** Milliseconds it has left when it starts, real time. */
  readonly timeout: number;
}
export type Answer =
  | { readonly ready: true }
  | { readonly id: string; readonly result: string }
  | {
      readonly id: string;
      readonly error: { readonly errorType: string; readonly errorMessage: string; readonly stack: string };
    };

const port = parentPort;
if (port === null) throw new Error("this file is started as a worker");
const { file, format, exported, name, memory, clock }: SandboxData = workerData; // written by lambda.ts, of this type

installVirtualDate(clock);

async function load(): Promise<Record<string, unknown>> {
  if (format === "module") return import(pathToFileURL(file).href);
  const url = pathToFileURL(file).href;
  registerHooks({
    load: (wanted, context, next) =>
      wanted === url ? { format: "commonjs", source: readFileSync(file), shortCircuit: true } : next(wanted, context),
  });
  return createRequire(url)(file);
}

const handler = (await load())[exported];
if (typeof handler !== "function") throw new Error(`${file} does not export a function "${exported}"`);
flushCompileCache(); // the next cold start of this function need not compile it again

const failure = (error: unknown) => ({
  errorType: error instanceof Error ? error.name : "Error",
  errorMessage: error instanceof Error ? error.message : String(error),
  stack: error instanceof Error ? (error.stack ?? "") : "",
});

port.on("message", async ({ id, event, timeout }: Job) => {
  const deadline = performance.now() + timeout;
  const context = {
    awsRequestId: id,
    functionName: name,
    functionVersion: "$LATEST",
    invokedFunctionArn: `arn:aws:lambda:us-east-1:000000000000:function:${name}`,
    memoryLimitInMB: String(memory),
    logGroupName: `/aws/lambda/${name}`,
    logStreamName: "local",
    callbackWaitsForEmptyEventLoop: true,
    getRemainingTimeInMillis: () => Math.max(0, Math.round(deadline - performance.now())),
  };
  try {
    const result: unknown = await handler(JSON.parse(event), context);
    port.postMessage({ id, result: JSON.stringify(result) ?? "null" });
  } catch (error) {
    port.postMessage({ id, error: failure(error) });
  }
});
port.postMessage({ ready: true });
