import { parentPort, workerData } from "node:worker_threads";
import dynalite from "dynalite";
import * as z from "zod";
import { surviveLostConnections } from "./connection-loss.ts";
import { listen } from "./server.ts";
import { installVirtualDate } from "./virtual-date.ts";

const data = z
  .object({ path: z.string().optional(), port: z.number(), clock: z.instanceof(SharedArrayBuffer) })
  .parse(workerData);

installVirtualDate(data.clock);
surviveLostConnections();

// LevelDB hands each write to the operating system before it is answered, so a killed process loses nothing.
const server = dynalite({
  ...(data.path === undefined ? {} : { path: data.path }),
  createTableMs: 0,
  deleteTableMs: 0,
  updateTableMs: 0,
});
// The SDK corrects its own clock by this header; Node would fill in real time.
server.prependListener("request", (_request, response) => response.setHeader("date", new Date().toUTCString()));

const port = await listen(server, data.port);
parentPort?.on("message", () => {
  server.close(() => process.exit(0));
  server.closeAllConnections();
});
parentPort?.postMessage({ port });
