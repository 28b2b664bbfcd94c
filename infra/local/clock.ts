import { closeSync, existsSync, openSync, readFileSync, writeSync } from "node:fs";
import * as z from "zod";
import { clockCells, FROZEN, OFFSET, virtualNow } from "./virtual-date.ts";

/** The virtual clock of one running stack. It never goes backwards, not over a restart either. */
export interface Clock {
  /** Shared with every worker; see virtual-date.ts. */
  readonly memory: SharedArrayBuffer;
  /** Milliseconds since 1970, virtual. */
  now(): number;
  /** The same as ISO 8601 in UTC, with milliseconds. */
  iso(): string;
  /** Lets time stand still at `ms`, or at the present when `ms` lies behind it. */
  holdAt(ms: number): void;
  /** Lets time run on from where it stands. */
  run(): void;
  /** Writes the present down, so that a restart cannot lie before it. */
  save(): void;
  close(): void;
}

const Saved = z.object({ offset: z.number(), seen: z.number() });

const readSaved = (file: string): z.infer<typeof Saved> | undefined => {
  if (!existsSync(file)) return undefined;
  const text = readFileSync(file, "utf8");
  return text.trim() === "" ? undefined : Saved.parse(JSON.parse(text));
};

/** ISO 8601 with an offset or Z, in milliseconds. @throws Error naming the text when it is none. */
export function parseInstant(text: string): number {
  const ms = /(?:Z|[+-]\d\d:?\d\d)$/i.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(ms)) throw new Error(`"${text}" is not an instant: write for example 2026-09-29T10:00+08:00`);
  return ms;
}

/**
 * Opens the clock. `file` keeps it over restarts (none: in memory): virtual time goes on running while the stack is
 * down, as time does. `at` sets where fresh data starts; where the data has already got further, `at` is left aside
 * and said so, because records must not see time go backwards. Time stands still until `run()` is called, so that
 * nothing falls due while the stack is starting.
 */
export function openClock(options: { file?: string; at?: string; log: (line: string) => void }): Clock {
  const memory = new SharedArrayBuffer(16);
  const cells = clockCells(memory);
  const saved = options.file === undefined ? undefined : readSaved(options.file);
  const reached = saved && Math.max(Date.now() + saved.offset, saved.seen);
  const asked = options.at === undefined ? undefined : parseInstant(options.at);
  if (asked !== undefined && reached !== undefined && asked < reached)
    options.log(`clock: the data has reached ${new Date(reached).toISOString()}; it goes on from there`);
  const start = Math.max(asked ?? Number.NEGATIVE_INFINITY, reached ?? Number.NEGATIVE_INFINITY);
  Atomics.store(cells, FROZEN, BigInt(Number.isFinite(start) ? start : Date.now()));

  const descriptor =
    options.file === undefined ? undefined : openSync(options.file, existsSync(options.file) ? "r+" : "w");
  // One small write in place: a process that is killed leaves the old text or the new one, and it costs microseconds.
  const save = () => {
    if (descriptor === undefined) return;
    const seen = virtualNow(cells);
    writeSync(descriptor, JSON.stringify({ offset: seen - Date.now(), seen }).padEnd(80), 0);
  };
  save();
  return {
    memory,
    now: () => virtualNow(cells),
    iso: () => new Date(virtualNow(cells)).toISOString(),
    holdAt(ms) {
      Atomics.store(cells, FROZEN, BigInt(Math.max(Math.trunc(ms), virtualNow(cells))));
      save();
    },
    run() {
      Atomics.store(cells, OFFSET, BigInt(virtualNow(cells) - Date.now()));
      Atomics.store(cells, FROZEN, 0n);
      save();
    },
    save,
    close() {
      save();
      if (descriptor !== undefined) closeSync(descriptor);
    },
  };
}
