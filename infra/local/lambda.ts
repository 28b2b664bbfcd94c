import { randomUUID } from "node:crypto";
import type { Faults } from "./faults.ts";
import type { SandboxData } from "./lambda-worker.ts";
import { InvocationError, openSandbox, type Sandbox } from "./sandbox.ts";

/** What happens in functions, for those who must know whether anything did (schedules.ts). */
export interface Activity {
  began(): void;
  ended(): void;
}

export interface FunctionSpec {
  readonly id: string;
  readonly name: string;
  readonly file: string;
  readonly format: "commonjs" | "module";
  readonly exported: string;
  readonly env: Readonly<Record<string, string>>;
  readonly timeoutSeconds: number;
  readonly memory: number;
  readonly concurrency: number;
  /** How often an asynchronous event is tried again after an error. */
  readonly retries: number;
}

export interface LocalFunction {
  readonly id: string;
  readonly name: string;
  /** Waits for the answer, as an API does. @throws InvocationError */
  invoke(event: unknown): Promise<unknown>;
  /** An asynchronous event: tried again after an error, at once, as often as Lambda would. @throws the last error */
  deliver(event: unknown): Promise<unknown>;
  stop(): Promise<void>;
}

export interface Surroundings {
  readonly clock: SharedArrayBuffer;
  readonly faults: Faults;
  readonly activity: Activity;
  /** What the handlers print. */
  readonly print: (name: string, text: string) => void;
  /** What went wrong. */
  readonly complain: (line: string) => void;
}

const killed = () => new InvocationError("crash", "Runtime was killed (a fault that was asked for)");

/** A function of the template: sandboxes are made when events need them, kept for the next, at most `concurrency`. */
export function createFunction(spec: FunctionSpec, around: Surroundings): LocalFunction {
  const idle: Sandbox[] = [];
  const all = new Set<Sandbox>();
  const queue: (() => void)[] = [];
  let running = 0;
  let stopped = false;
  const { file, format, exported, name, memory } = spec;
  const data: SandboxData = { file, format, exported, name, memory, clock: around.clock };

  async function take(): Promise<Sandbox> {
    for (let sandbox = idle.pop(); sandbox; sandbox = idle.pop()) if (sandbox.alive) return sandbox;
    const sandbox = await openSandbox(data, spec.env, (text) => around.print(name, text));
    if (stopped) {
      await sandbox.kill();
      throw new InvocationError("crash", "the stack has stopped");
    }
    all.add(sandbox);
    return sandbox;
  }

  async function runOnce(text: string, kill: "before" | "after" | undefined): Promise<string> {
    const sandbox = await take();
    try {
      if (kill === "before") {
        await sandbox.kill();
        throw killed();
      }
      const result = await sandbox.run({ id: randomUUID(), event: text, timeout: spec.timeoutSeconds * 1000 });
      if (kill === "after") {
        await sandbox.kill();
        throw killed();
      }
      return result;
    } finally {
      if (sandbox.alive) idle.push(sandbox);
      else all.delete(sandbox);
    }
  }

  async function invoke(event: unknown): Promise<unknown> {
    if (stopped) throw new InvocationError("crash", "the stack has stopped");
    around.activity.began();
    if (running < spec.concurrency) running += 1;
    else await new Promise<void>((resolve) => queue.push(resolve)); // whoever finishes hands its place over
    try {
      const text = JSON.stringify(event);
      const fault = around.faults.take([spec.id, name]);
      const result = await runOnce(text, fault?.kill);
      if (fault?.twice) await runOnce(text, undefined);
      return JSON.parse(result);
    } catch (error) {
      if (!stopped)
        around.complain(`${name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
      throw error;
    } finally {
      const next = queue.shift();
      if (next) next();
      else running -= 1;
      around.activity.ended();
    }
  }

  return {
    id: spec.id,
    name,
    invoke,
    async deliver(event) {
      for (let attempt = 0; ; attempt++) {
        try {
          return await invoke(event);
        } catch (error) {
          if (attempt >= spec.retries || stopped) throw error;
        }
      }
    },
    async stop() {
      stopped = true;
      for (const next of queue.splice(0)) next();
      await Promise.all([...all].map((sandbox) => sandbox.kill()));
    },
  };
}
