import * as z from "zod";
import { Digest, proof } from "./audit.ts";

/** One event as an export tells it: everything that its reader may know, and the digests of the rest. */
const ToldEvent = z.looseObject({ ...proof, type: z.string(), at: z.string() });

/** The whole timeline of one record with its proof: what `audit verify` needs, and nothing that only we know. */
export const AuditFile = z.strictObject({
  format: z.literal("aftercare-audit/1"),
  case: z.strictObject({ kind: z.string(), org: z.string(), id: z.string(), number: z.string() }),
  policy: z.strictObject({ id: z.string(), version: z.number(), hash: z.string() }),
  /** Left out for a reader who may not know everything: whoever has it can try what stands behind a digest. */
  salt: z.string().optional(),
  count: z.number().int().nonnegative(),
  head: Digest,
  events: z.array(ToldEvent),
});
export type AuditFile = z.infer<typeof AuditFile>;

/** The heads of all records that changed on one day; each names the one before it, so that they are a chain themselves. */
export const AnchorFile = z.strictObject({
  format: z.literal("aftercare-anchor/1"),
  /** The day in UTC. */
  date: z.iso.date(),
  /** SHA-256 of the file before it; null for the first. */
  previous: Digest.nullable(),
  /** By `<kind>/<org>/<id>`: how many events a record had when the day ended, and its head then. */
  heads: z.record(z.string(), z.strictObject({ events: z.number().int().positive(), head: Digest })),
});
export type AnchorFile = z.infer<typeof AnchorFile>;

/** Under which name a record stands in an anchor. */
export const anchored = ({ kind, org, id }: { kind: string; org: string; id: string }): string =>
  `${kind}/${org}/${id}`;
