import { Worker } from "node:worker_threads";

/** A stand-in that runs in a thread of its own, so that it does not hold up the main loop and lives in virtual time. */
export interface StandIn {
  readonly port: number;
  stop(): Promise<void>;
}

/** Starts one of the `*-worker.ts` files; it answers `{ port }` once it listens, and ends on the message "stop". */
export function startStandIn(
  file: URL,
  data: Record<string, unknown>,
  onDeath: (why: Error) => void,
): Promise<StandIn> {
  const worker = new Worker(file, { workerData: data, execArgv: [] });
  let stopping = false;
  const ended = new Promise<void>((resolve) => worker.once("exit", () => resolve()));
  return new Promise((resolve, reject) => {
    worker.on("error", (error) => {
      reject(error);
      if (!stopping) onDeath(error);
    });
    worker.once("message", (ready: { port: number }) =>
      resolve({
        port: ready.port,
        async stop() {
          stopping = true;
          worker.postMessage("stop");
          const patience = setTimeout(() => void worker.terminate(), 500);
          await ended;
          clearTimeout(patience);
        },
      }),
    );
  });
}
