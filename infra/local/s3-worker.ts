import { subscribe } from "node:diagnostics_channel";
import { parentPort, workerData } from "node:worker_threads";
import { startFauxqs } from "fauxqs";
import * as z from "zod";
import { surviveLostConnections } from "./connection-loss.ts";
import { installVirtualDate } from "./virtual-date.ts";

const data = z
  .object({
    path: z.string().optional(),
    buckets: z.array(z.string()),
    maxBytes: z.number(),
    clock: z.instanceof(SharedArrayBuffer),
  })
  .parse(workerData);

installVirtualDate(data.clock);
surviveLostConnections();

/** The two things of the web server inside fauxqs that have no option: where it listens, and how much it reads. */
interface Fastify {
  listen(options: { port: number; host: string }): Promise<string>;
  addHook(name: "onRoute", hook: (route: { bodyLimit?: number }) => void): void;
}
subscribe("fastify.initialization", (message) => {
  const { fastify } = message as { fastify: Fastify }; // the documented shape of this channel's message
  const listen = fastify.listen.bind(fastify);
  fastify.listen = (options) => listen({ ...options, host: "127.0.0.1" }); // it asks for 0.0.0.0: open to the network
  fastify.addHook("onRoute", (route) => {
    route.bodyLimit = data.maxBytes; // its own limit, 11 MiB, is below what a phone's photo may be
  });
});

// SQLite rather than loose files: an object and its description are written together or not at all.
const s3 = await startFauxqs({
  port: 0,
  logger: false,
  ...(data.path === undefined ? {} : { dataDir: data.path }),
});
for (const bucket of data.buckets) s3.createBucket(bucket);
parentPort?.on("message", () => void s3.stop().then(() => process.exit(0)));
parentPort?.postMessage({ port: s3.port });
