import { describe, expect, test } from "vitest";
import type { Instant } from "../../shared/kernel/instant.ts";
import { obeyAuthor } from "../../shared/record/reports/change.ts";
import { loadReport, type ReportDeps } from "../../shared/record/reports/load.ts";
import { planReports } from "../../shared/record/reports/plan.ts";
import { type ReportWaker, wakeReport } from "../../shared/record/reports/wake.ts";
import { reportOf } from "../../shared/report/report.ts";
import { reportsWaker } from "../../shared/runtime/waking-reports.ts";
import { sh, staff } from "../fixtures/cases.ts";
import { putInspection } from "../fixtures/report-data.ts";
import { reporting } from "../fixtures/reports.ts";
import { ACME } from "../fixtures/worlds.ts";
import { lastWrite } from "./last-write.ts";

const POLICY = "property-service-inspection";
const NORTH = { id: "north", title: { "zh-CN": "北区", en: "North" }, role: "northPeople" };
const id = (schedule: string, period: string, unit?: string): string =>
  [POLICY, schedule, period, ...(unit === undefined ? [] : [unit])].join(".");
const MONTH = id("monthly-report", "2026-09", "north");
const QUARTER = id("hr-quarterly-report", "2026-Q3");
const DAY = sh("2026-10-01 09:05");

type Mortal = ReturnType<typeof lastWrite>;

/** A department whose September is over, and a post that says which letter of which report left. */
const opened = async (at: Instant = sh("2026-09-30 10:00")) => {
  const world = await reporting(POLICY, at, { units: { department: [NORTH] } });
  await putInspection(world, "i-1", {
    ...{ schedule: "supervisor-daily-check", at: sh("2026-09-12 10:00"), department: "北区" },
  });
  const letters: string[] = [];
  const done: string[] = [];
  const waker = (mortal?: Mortal, deps: ReportDeps = world.deps): ReportWaker => {
    const guard: Mortal["guard"] = mortal?.guard ?? ((write) => write);
    return {
      deps: {
        ...deps,
        reports: { ...deps.reports, save: guard(deps.reports.save) },
        files: { ...deps.files, keep: guard(deps.files.keep) },
      },
      post: guard(async ({ record }, letter) => {
        letters.push(`${record.id} ${letter.id}`);
        return { is: "sent", messageId: letter.id };
      }),
      fulfilled: guard(async ({ record }) => void done.push(record.id)),
    };
  };
  const tick = async (times = 2) => {
    for (let n = 0; n < times; n += 1) await reportsWaker(waker())();
  };
  const seen = async (of: string) =>
    (await loadReport(world.deps, { org: ACME, id: of })) ?? expect.unreachable(`no report ${of}`);
  return { ...world, letters, done, waker, tick, seen };
};

const handIn = async ({ deps }: Awaited<ReturnType<typeof opened>>, of: string, by: string, key = "k-1") => {
  const n = (await loadReport(deps, { org: ACME, id: of }))?.report.contents.at(-1)?.n ?? 0;
  return obeyAuthor(deps, { org: ACME, id: of }, { do: "submit", n, key }, staff(by), async () => []);
};

/** What a report tells, and of each letter that it was sent: the same whatever died meanwhile, but for when. */
const told = async (world: Awaited<ReturnType<typeof opened>>, of: string) => {
  const { record, report } = await world.seen(of);
  const { submissions, contents, state, usedIn } = report;
  return {
    ...{ state, usedIn, hashes: contents.map(({ hash, n }) => `${n} ${hash}`) },
    submissions: submissions.map(({ n, content }) => [n, content]),
    letters: record.letters.map(({ id: letter, state: { is } }) => `${letter.split("-")[0]} ${is}`),
  };
};

const compileAll = async (mortal?: Mortal) => {
  const world = await opened();
  await world.tick();
  world.clock.set(DAY);
  await Promise.race([reportsWaker(world.waker(mortal))(), mortal?.death]);
  return world;
};

const handOver = async (mortal?: Mortal) => {
  const world = await opened();
  await world.tick();
  world.clock.set(DAY);
  await world.tick();
  world.letters.length = 0;
  expect((await handIn(world, MONTH, NORTH.role)).ok).toBe(true);
  await Promise.race([wakeReport(world.waker(mortal), { org: ACME, id: MONTH }), mortal?.death]);
  return world;
};

/** How many writes one of them makes when nobody dies. */
const writesOf = async (work: (mortal: Mortal) => Promise<unknown>): Promise<number> => {
  const mortal = lastWrite(Number.POSITIVE_INFINITY, "after");
  await work(mortal);
  return mortal.writes();
};

const steps = (writes: number) =>
  Array.from({ length: writes }, (_, n) => n + 1).flatMap((nth) =>
    (["before", "after"] as const).map((when) => ({ nth, when })),
  );

const whole = { compile: await writesOf(compileAll), handOver: await writesOf(handOver) };

/** Every letter once; one whose sender died with it in hand a second time, when that hand has let go. */
const inOrder = (letters: readonly string[]) => [...new Set(letters)].sort();

describe("the morning on which reports open", () => {
  test("has as many writes as are killed below", () => {
    expect(whole).toEqual({ compile: 20, handOver: 9 });
  });

  test.each(steps(whole.compile))(
    "killed right $when write $nth leaves nothing behind and loses nothing",
    async (one) => {
      const alive = await compileAll();
      await alive.tick();
      const world = await compileAll(lastWrite(one.nth, one.when));
      await world.tick();
      world.clock.set(sh("2026-10-01 09:21"));
      await world.tick();
      expect(inOrder(world.letters)).toEqual(inOrder(alive.letters));
      expect(world.letters.length - alive.letters.length).toBeLessThanOrEqual(1);
      for (const of of [MONTH, QUARTER]) expect(await told(world, of)).toEqual(await told(alive, of));
      expect(world.reports.all().every(({ wakeAt = "" }) => wakeAt > "2026-10-01T01:21" || wakeAt === "")).toBe(true);
    },
  );
});

describe("a report that was handed in", () => {
  test.each(steps(whole.handOver))("killed right $when write $nth is handed over all the same, once", async (one) => {
    const alive = await handOver();
    await alive.tick();
    const world = await handOver(lastWrite(one.nth, one.when));
    await world.tick();
    world.clock.set(sh("2026-10-01 09:21"));
    await world.tick();
    expect(await told(world, MONTH)).toEqual(await told(alive, MONTH));
    expect(await told(world, QUARTER)).toEqual(await told(alive, QUARTER));
    expect(new Set(world.done)).toEqual(new Set([MONTH]));
    expect(inOrder(world.letters)).toEqual(inOrder(alive.letters));
    expect(world.letters.length - alive.letters.length).toBeLessThanOrEqual(1);
  });
});

describe("schedules", () => {
  test("AS-118 that fire twice at once compile one content, and mail each letter once", async () => {
    const world = await opened();
    await world.tick();
    world.clock.set(DAY);
    await Promise.all([1, 2, 3].map(() => reportsWaker(world.waker())()));
    await world.tick();
    const { report } = await world.seen(MONTH);
    expect(report.contents).toHaveLength(1);
    expect(world.letters.filter((one) => one.startsWith(MONTH))).toEqual([`${MONTH} draft-northPeople`]);
    expect(world.letters).toHaveLength(new Set(world.letters).size);
    expect((await handIn(world, MONTH, NORTH.role)).ok).toBe(true);
    await Promise.all([1, 2, 3].map(() => wakeReport(world.waker(), { org: ACME, id: MONTH })));
    expect((await handIn(world, MONTH, NORTH.role)).ok).toBe(true); // the same key once more
    await world.tick();
    const handed = world.letters.filter((one) => one.startsWith(`${MONTH} submitted`));
    expect([handed.length, (await world.seen(MONTH)).report.submissions.length]).toEqual([1, 1]);
  });

  test("that fire days late compile what the day would have, and both of its mornings are one", async () => {
    const onTime = await opened();
    await onTime.tick();
    onTime.clock.set(DAY);
    await onTime.tick();
    const late = await opened();
    await late.tick();
    late.clock.set(sh("2026-10-13 18:00"));
    await late.tick();
    const hashes = async (world: typeof late) => (await told(world, MONTH)).hashes;
    expect(await hashes(late)).toEqual(await hashes(onTime));
    expect(late.letters.filter((one) => one.startsWith(MONTH))).toEqual([`${MONTH} draft-northPeople`]);
  });

  test("out of order: what is further up is woken before, amid and after what it is made from", async () => {
    const world = await opened();
    await world.tick();
    const wake = (of: string) => wakeReport(world.waker(), { org: ACME, id: of });
    await wake(QUARTER); // before its day: nothing is to be done
    expect((await world.seen(QUARTER)).report.state).toBe("DUE");
    world.clock.set(DAY);
    await wake(QUARTER);
    await wake(MONTH);
    expect((await handIn(world, MONTH, NORTH.role)).ok).toBe(true);
    expect((await handIn(world, QUARTER, "adminHr")).ok).toBe(true);
    await wake(QUARTER); // takes the month in though its own hand-over has not run
    await wake(MONTH);
    await wake(QUARTER);
    expect((await world.seen(MONTH)).report).toMatchObject({ state: "CONSOLIDATED", usedIn: [QUARTER] });
    const { record, report } = await world.seen(QUARTER);
    expect(report.state).toBe("SUBMITTED");
    expect(reportOf(record.timeline).contents.at(-1)?.why).not.toBe("input"); // what was handed in is not made anew
  });

  test("that die while they plan are planned on, and nothing is planned twice", async () => {
    for (const nth of [1, 2, 3]) {
      const world = await opened();
      const { guard, death } = lastWrite(nth, "before");
      const reports = { ...world.deps.reports, save: guard(world.deps.reports.save) };
      await Promise.race([planReports({ ...world.deps, reports }, ACME), death]);
      expect(world.reports.all()).toHaveLength(nth - 1);
      await planReports(world.deps, ACME);
      expect(await planReports(world.deps, ACME)).toBe(0);
      expect(new Set(world.reports.all().map((one) => one.id)).size).toBe(world.reports.all().length);
    }
  });
});
