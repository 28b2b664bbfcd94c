import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { caller } from "./call.ts";
import { customer } from "./customer.ts";
import { letters } from "./letters.ts";

const START = join(import.meta.dirname, "../../infra/local/start.ts");

const addressIn = (printed: string, what: string): string | undefined =>
  new RegExp(`^\\s*${what}\\b.*?(http://\\S+)`, "m").exec(printed)?.[1];

/** Reads what a process prints until it has said where it is. @throws with all it said when it ends before. */
const ready = (child: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    let printed = "";
    const heard = (chunk: Buffer) => {
      printed += chunk.toString();
      if (printed.includes("is tracked at")) resolve(printed);
    };
    child.stdout?.on("data", heard);
    child.stderr?.on("data", heard);
    child.once("exit", (code) => reject(new Error(`ended with ${code} before it was ready:\n${printed}`)));
  });

/** `npm start` in a process of its own, that can be killed. */
export const startProcess = async ({ dataDir, at, words = [] }: { dataDir: string; at?: string; words?: string[] }) => {
  const own = ["--port", "0", "--data", dataDir, ...(at === undefined ? [] : ["--at", at])];
  const child = spawn(process.execPath, [START, ...own, ...words], { stdio: ["ignore", "pipe", "pipe"] });
  const printed = await ready(child);
  const url = new URL(addressIn(printed, "OpenAPI") ?? "").origin;
  const ask = caller(url);
  return {
    url,
    ask,
    ...customer(ask, "demo-doors"),
    ...letters(addressIn(printed, "inbox") ?? ""),
    pass: (advance: string) => ask("POST", "/_local/clock", { body: { advance } }),
    /** SIGKILL: nothing in it learns of its end. */
    kill: async (): Promise<void> => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, "exit");
      child.kill("SIGKILL");
      await gone;
    },
  };
};
