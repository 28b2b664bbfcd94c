/**
 * Virtual time inside one thread. This file is loaded by every worker before anything else, so it imports nothing.
 *
 * Two cells are shared by all threads: the distance to real time, and the instant at which time stands still (0 = it runs).
 * While the clock is advanced time stands still at each firing, so that a run gives the same dates on any machine.
 * `Intl.DateTimeFormat().format()` without a date, timers and `performance` stay on real time: pass the date.
 */
export const clockCells = (memory: SharedArrayBuffer): BigInt64Array => new BigInt64Array(memory, 0, 2);

export const OFFSET = 0;
export const FROZEN = 1;

const RealDate = Date;

/** Milliseconds since 1970 in virtual time. Reads `FROZEN` first: the writer sets the offset before it lets time run. */
export function virtualNow(cells: BigInt64Array): number {
  const frozen = Number(Atomics.load(cells, FROZEN));
  return frozen === 0 ? RealDate.now() + Number(Atomics.load(cells, OFFSET)) : frozen;
}

/** Replaces the global `Date` of this thread, for `Date.now()`, `new Date()` and `Date()`; everything else is as before. */
export function installVirtualDate(memory: SharedArrayBuffer): void {
  const cells = clockCells(memory);
  function virtualDate(...args: unknown[]): unknown {
    if (new.target === undefined) return new RealDate(virtualNow(cells)).toString();
    return Reflect.construct(RealDate, args.length === 0 ? [virtualNow(cells)] : args, new.target);
  }
  virtualDate.prototype = RealDate.prototype;
  virtualDate.now = () => virtualNow(cells);
  virtualDate.parse = RealDate.parse;
  virtualDate.UTC = RealDate.UTC;
  Object.defineProperty(virtualDate, "name", { value: "Date" });
  Object.defineProperty(virtualDate, "length", { value: 7 });
  Object.defineProperty(RealDate.prototype, "constructor", { value: virtualDate, writable: true, configurable: true });
  Object.defineProperty(globalThis, "Date", { value: virtualDate, writable: true, configurable: true });
}
