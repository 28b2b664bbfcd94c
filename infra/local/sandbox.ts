import { Worker } from "node:worker_threads";
import type { Answer, Job, SandboxData } from "./lambda-worker.ts";

/** Why an invocation did not give an answer. */
export class InvocationError extends Error {
  readonly kind: "handler" | "timeout" | "crash";
  constructor(kind: InvocationError["kind"], message: string, stack?: string) {
    super(message);
    this.kind = kind;
    this.name = "InvocationError";
    if (stack !== undefined && stack !== "") this.stack = stack;
  }
}

/** One thread that holds one function and takes one event at a time, as Lambda's execution environment does. */
export interface Sandbox {
  /** False after a timeout, a crash or a kill: throw it away. */
  readonly alive: boolean;
  /** The handler's answer as JSON text. @throws InvocationError */
  run(job: Job): Promise<string>;
  kill(): Promise<void>;
}

/** Starts the thread and loads the function: a cold start. @throws InvocationError when the module does not load. */
export async function openSandbox(
  data: SandboxData,
  env: Readonly<Record<string, string>>,
  write: (text: string) => void,
): Promise<Sandbox> {
  const worker = new Worker(new URL("./lambda-worker.ts", import.meta.url), {
    workerData: data,
    env: { ...env },
    execArgv: [],
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: data.memory },
  });
  worker.stdout.setEncoding("utf8").on("data", write);
  worker.stderr.setEncoding("utf8").on("data", write);
  let alive = true;
  let settle: ((answer: Answer | InvocationError) => void) | undefined;
  const next = () =>
    new Promise<Answer | InvocationError>((resolve) => {
      settle = resolve;
    });
  const die = (why: InvocationError) => {
    alive = false;
    settle?.(why);
    settle = undefined;
  };
  worker.on("message", (answer: Answer) => settle?.(answer));
  worker.on("error", (error: Error & { code?: string }) =>
    die(
      new InvocationError(
        "crash",
        error.code === "ERR_WORKER_OUT_OF_MEMORY" ? "Runtime ran out of memory" : error.message,
        error.stack,
      ),
    ),
  );
  worker.on("exit", (code) => die(new InvocationError("crash", `Runtime exited with code ${code}`)));

  const ready = await next();
  if (ready instanceof InvocationError) throw ready;
  return {
    get alive() {
      return alive;
    },
    async run(job) {
      const waiting = next();
      const patience = setTimeout(() => {
        die(new InvocationError("timeout", `Task timed out after ${(job.timeout / 1000).toFixed(2)} seconds`));
        void worker.terminate();
      }, job.timeout);
      worker.postMessage(job);
      const answer = await waiting;
      clearTimeout(patience);
      settle = undefined;
      if (answer instanceof InvocationError) throw answer;
      if ("error" in answer) throw new InvocationError("handler", answer.error.errorMessage, answer.error.stack);
      if (!("result" in answer)) throw new InvocationError("crash", "Runtime answered out of turn");
      return answer.result;
    },
    async kill() {
      alive = false;
      await worker.terminate();
    },
  };
}
