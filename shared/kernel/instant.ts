import * as z from "zod";

/**
 * A moment in time, always UTC and always spelt with milliseconds and `Z`. One spelling makes text order the order of
 * time, which is what a sort key has, so `<` on instants is safe.
 */
export const Instant = z.iso
  .datetime({ offset: true, abort: true }) // without `abort` the line below would meet text that is no time, and throw
  .overwrite((at) => new Date(at).toISOString())
  .refine((at) => at.length === 24) // beyond the years 0000 to 9999 the spelling grows a sign, and text order ends
  .brand<"Instant">();
export type Instant = z.infer<typeof Instant>;

/** Asked each time it is needed, so that nobody freezes it at module load. */
export type Now = () => Instant;

/** Milliseconds since 1970-01-01T00:00Z. */
export const toMs = (at: Instant): number => Date.parse(at);

/** @throws RangeError when `ms` is not a representable time. */
export const fromMs = (ms: number): Instant => new Date(ms).toISOString() as Instant; // the one spelling, by construction

/** A moment as the header of a mail spells it (RFC 5322): `Tue, 10 Mar 2026 01:30:00 +0000`. */
export const mailDate = (at: Instant): string => new Date(at).toUTCString().replace("GMT", "+0000");

export const plusMs = (at: Instant, ms: number): Instant => fromMs(toMs(at) + ms);
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;

/** The later of the two. */
export const later = (a: Instant, b: Instant): Instant => (a < b ? b : a);

/** The earliest of those that are defined; undefined when none is. */
export const earliest = (...all: readonly (Instant | undefined)[]): Instant | undefined =>
  all.filter((at) => at !== undefined).sort()[0];
