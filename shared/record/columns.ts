import type { Instant } from "../kernel/instant.ts";

/** What a list shows of an open case, kept beside the record so that a list costs what it shows. */
export type QueueRow = {
  readonly id: string;
  readonly number: string;
  readonly state: string;
  readonly receivedAt: Instant;
  /** The earliest running binding clock; undefined when none runs. */
  readonly clock?: string | undefined;
  readonly due?: Instant | undefined;
  readonly breached: boolean;
  readonly category?: string | undefined;
  readonly evidenceComplete: boolean;
};
