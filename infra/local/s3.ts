import { type Assembly, resourcesOf } from "./assembly.ts";
import type { Clock } from "./clock.ts";
import type { Names } from "./intrinsics.ts";
import { corsRules } from "./s3-cors.ts";
import { s3Event, subscriptionsOf } from "./s3-events.ts";
import { type Created, createGuard, MOST_BYTES } from "./s3-guard.ts";
import type { Credentials } from "./s3-presigned.ts";
import { connectUpstream, objectPath } from "./s3-upstream.ts";
import { addressOf, listen, shut } from "./server.ts";
import { startStandIn } from "./worker-thread.ts";

export interface S3 {
  readonly endpoint: string;
  readonly port: number;
  /** Puts an object there as another service of AWS does, and tells whoever wants to hear of it. */
  put(bucket: string, key: string, body: Buffer): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Starts fauxqs in a thread and the guard before it. `notify` is called once for each function that wants to hear of a
 * new object, before the uploader has its answer; it has to write the event down, not to deliver it.
 */
export async function startS3(options: {
  assembly: Assembly;
  names: Names;
  folder?: string;
  port: number;
  clock: Clock;
  keys: Credentials;
  home: readonly string[];
  notify: (functionName: string, event: unknown) => void;
  onDeath: (why: Error) => void;
}): Promise<S3> {
  const { assembly, names, clock } = options;
  const buckets = resourcesOf(assembly, "AWS::S3::Bucket").map(([id]) => names.ref(id) ?? id);
  const data = { path: options.folder, buckets, maxBytes: MOST_BYTES + 1, clock: clock.memory };
  const standIn = await startStandIn(new URL("./s3-worker.ts", import.meta.url), data, options.onDeath);
  const upstream = connectUpstream(standIn.port);
  const subscriptions = subscriptionsOf(assembly, names);
  const created = async (made: Created): Promise<void> => {
    const wanted = subscriptions.filter((one) => one.bucket === made.bucket && one.wants(made.event, made.key));
    if (wanted.length === 0) return;
    const { headers } = await upstream.ask("HEAD", objectPath(made.bucket, made.key), {});
    const event = s3Event(made, Number(headers["content-length"] ?? 0), String(headers.etag ?? ""), clock.now());
    for (const { functionName } of wanted) options.notify(functionName, event);
  };
  const server = createGuard({
    upstream,
    keys: options.keys,
    cors: corsRules(assembly, names),
    home: options.home,
    now: clock.now,
    created,
  });
  const port = await listen(server, options.port);
  return {
    endpoint: addressOf(port),
    port,
    async put(bucket, key, body) {
      const { status } = await upstream.ask("PUT", objectPath(bucket, key), { "content-length": body.length }, body);
      if (status !== 200) throw new Error(`the bucket ${bucket} answered ${status}`);
      await created({ bucket, key, event: "ObjectCreated:Put" });
    },
    async stop() {
      await shut(server);
      upstream.close();
      await standIn.stop();
    },
  };
}
