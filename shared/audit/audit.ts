import * as z from "zod";

/** A SHA-256 in hex. */
export const Digest = z.string().regex(/^[0-9a-f]{64}$/);

/** What binds one value: 128 bits in hex, drawn from the record's salt and the value's place. */
const LeafSalt = z.string().regex(/^[0-9a-f]{32}$/);

/**
 * What an event carries of its proof (D-05). All of it is optional: what was stored before has none, and gets its link
 * when its record is next written.
 */
export const proof = {
  /** SHA-256 of the link before it and of the event in its canonical form. */
  link: Digest.optional(),
  /** Values that are not told here, or no longer: their digests by JSON pointer, in which the link still finds them. */
  withheld: z.record(z.string(), Digest).optional(),
  /** What binds single values that are told though the record's salt is not, or is gone. */
  salts: z.record(z.string(), LeafSalt).optional(),
};

/** An event of any record, as far as its proof is concerned: everything else about it is told or withheld alike. */
export type Provable = {
  readonly type: string;
  readonly at: string;
  readonly link?: string | undefined;
  readonly withheld?: Readonly<Record<string, string>> | undefined;
  readonly salts?: Readonly<Record<string, string>> | undefined;
};

/** Whose timeline a chain is: the same events under another record have other links. */
export type ChainOf = { readonly kind: string; readonly org: string; readonly id: string };
