import { existsSync, readFileSync } from "node:fs";
import * as z from "zod";
import type { Clock } from "./clock.ts";
import { replaceFile } from "./durable.ts";
import type { Activity } from "./lambda.ts";
import type { Schedule } from "./schedules.ts";

/**
 * Fires the schedules: once they are due while the clock runs, and all of those in between, in order, when it is
 * advanced.
 *
 * Skipping. A schedule of one minute fires 525,600 times a year, nearly always for nothing. So a function that a schedule
 * starts may answer an object with `idleUntil` (ISO instant): "if nothing else happens here, I have nothing to do
 * before then". During an advance its firings before that instant are left out. The promise ends as soon as anything
 * else is invoked: a request to a function, an S3 event, or another schedule's firing that did not report itself idle.
 * A function that answers `idleUntil` must not have changed anything that another schedule waits for.
 * `every: true` fires them all; the outcome has to be the same, and tests hold the product to that.
 */
export interface Timekeeper {
  readonly activity: Activity;
  /** Lets the clock run and fires from now on. */
  start(schedules: readonly Schedule[]): void;
  /** Moves the clock to `target` (ms). One at a time; others wait their turn. @throws RangeError when it lies behind. */
  advance(target: (now: number) => number, every: boolean): Promise<Advanced>;
  stop(): Promise<void>;
}

export interface Advanced {
  readonly from: string;
  readonly to: string;
  readonly fired: number;
  readonly skipped: number;
}

interface Job extends Schedule {
  next: number;
}

const NEVER = Number.POSITIVE_INFINITY;
const Idle = z.object({ idleUntil: z.iso.datetime({ offset: true }) });

export function createTimekeeper(options: {
  clock: Clock;
  /** Where the last firing of each schedule is written, so that one missed while the stack was down is made up once. */
  file?: string;
  /** Resolves when no S3 event is on its way any more. */
  settled: () => Promise<void>;
  /** Time passes only while the clock is advanced. */
  still?: boolean;
}): Timekeeper {
  const { clock, file, settled, still = false } = options;
  let invocations = 0;
  let open = 0;
  let jobs: Job[] = [];
  let timer: NodeJS.Timeout | undefined;
  let turn: Promise<unknown> = Promise.resolve();
  let stopped = false;
  const flying = new Set<Promise<unknown>>();
  const last = new Map<string, number>(
    file !== undefined && existsSync(file)
      ? Object.entries(z.record(z.string(), z.number()).parse(JSON.parse(readFileSync(file, "utf8"))))
      : [],
  );

  const after = (job: Schedule, ms: number): number => job.timetable.nextAfter(ms) ?? NEVER;

  /** A failed firing has been said and tried again by the function's own side; the clock goes on. */
  async function fire(job: Job, at: number): Promise<unknown> {
    const answer = await job.fire(at).catch(() => undefined);
    if (stopped) return undefined; // cut short: the next start makes it up
    last.set(job.id, at);
    if (file !== undefined) replaceFile(file, JSON.stringify(Object.fromEntries(last)));
    return answer;
  }

  function tick(): void {
    const now = clock.now();
    for (const job of jobs.filter((one) => one.next <= now)) {
      const at = job.next;
      job.next = after(job, now);
      const flight: Promise<unknown> = fire(job, at).finally(() => flying.delete(flight));
      flying.add(flight);
    }
    clock.save();
    wait();
  }

  function wait(): void {
    clearTimeout(timer);
    const next = Math.min(...jobs.map((job) => job.next), NEVER);
    if (!stopped) timer = setTimeout(tick, Math.min(Math.max(next - clock.now(), 1), 60_000));
    timer?.unref();
  }

  function goOn(): void {
    if (still) return;
    clock.run();
    wait();
  }

  async function run(target: number, every: boolean): Promise<{ fired: number; skipped: number }> {
    const skip = new Map<Job, number>();
    const indexOf = new Map(jobs.map((job, index) => [job, index]));
    let quiet = invocations;
    let fired = 0;
    let skipped = 0;
    /** Ends every promise of idleness; those whose turn at this very instant is still to come get it. */
    const wakeAll = (at: number, index: number) => {
      for (const [job, from] of skip) {
        const back = after(job, (indexOf.get(job) ?? 0) > index ? at - 1 : at);
        skipped += job.timetable.countBetween(from, Math.min(back, job.next));
        job.next = Math.min(back, job.next);
      }
      skip.clear();
    };
    for (;;) {
      if (invocations !== quiet || open > 0) wakeAll(clock.now(), jobs.length);
      quiet = invocations;
      const job = jobs.reduce<Job | undefined>(
        (first, one) => (first && first.next <= one.next ? first : one),
        undefined,
      );
      if (stopped || job === undefined || job.next > target) break;
      const at = Math.max(job.next, clock.now());
      const from = skip.get(job);
      if (from !== undefined) skipped += job.timetable.countBetween(from, job.next);
      skip.delete(job);
      clock.holdAt(at);
      job.next = after(job, at);
      const answer = await fire(job, at);
      await settled();
      fired += 1;
      const idle = every ? undefined : Idle.safeParse(answer).data;
      if (idle !== undefined && invocations === quiet + 1 && open === 0) {
        const resume = after(job, Math.max(at, Date.parse(idle.idleUntil) - 1));
        skip.set(job, at);
        job.next = resume;
      } else wakeAll(at, indexOf.get(job) ?? 0);
      quiet = invocations;
    }
    for (const [job, from] of skip) {
      const resume = after(job, target);
      skipped += job.timetable.countBetween(from, Math.min(resume, job.next));
      job.next = Math.min(resume, job.next);
    }
    return { fired, skipped };
  }

  return {
    activity: {
      began() {
        invocations += 1;
        open += 1;
      },
      ended() {
        open -= 1;
      },
    },
    start(schedules) {
      const now = clock.now();
      jobs = schedules.map((schedule) => {
        const before = last.get(schedule.id) ?? now;
        last.set(schedule.id, Math.min(before, now));
        return { ...schedule, next: after(schedule, Math.min(before, now)) };
      });
      goOn();
    },
    advance(targetOf, every) {
      const mine = turn.then(async () => {
        const from = clock.now();
        const target = targetOf(from);
        if (!(target >= from))
          throw new RangeError(`the clock stands at ${new Date(from).toISOString()} and never goes backwards`);
        clearTimeout(timer);
        clock.holdAt(from);
        try {
          await Promise.all(flying);
          await settled();
          const counts = await run(target, every);
          if (!stopped) clock.holdAt(target);
          return { from: new Date(from).toISOString(), to: clock.iso(), ...counts };
        } finally {
          goOn();
        }
      });
      turn = mine.catch(() => undefined);
      return mine;
    },
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await turn;
    },
  };
}
