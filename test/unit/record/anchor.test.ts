import { describe, expect, test } from "vitest";
import { digest } from "../../../shared/audit/digest.ts";
import { AnchorFile } from "../../../shared/audit/file.ts";
import type { CivilDate } from "../../../shared/calendar/civil-date.ts";
import { type Instant, Instant as InstantSchema } from "../../../shared/kernel/instant.ts";
import { type Anchors, anchorDays } from "../../../shared/record/anchor.ts";
import type { RecordStore } from "../../../shared/record/store.ts";
import { staff } from "../../fixtures/cases.ts";
import { target, world } from "../../fixtures/worlds.ts";

const utc = (text: string): Instant => InstantSchema.parse(`2026-03-${text}:00.000Z`);

/** A shelf on which every day lies once; `full` after so many, as a function that is stopped leaves it. */
const shelf = (full = Number.POSITIVE_INFINITY) => {
  const files = new Map<CivilDate, string>();
  const anchors: Anchors = {
    lastBefore: async (day) =>
      [...files.keys()]
        .filter((one) => one < day)
        .sort()
        .at(-1),
    read: async (day) => files.get(day) ?? expect.unreachable(`no anchor of ${day}`),
    write: async (day, text) => {
      if (files.has(day)) return "exists";
      if (files.size >= full) throw new Error("stopped");
      files.set(day, text);
      return "written";
    },
  };
  const anchorOn = (day: string) =>
    AnchorFile.parse(JSON.parse(files.get(day as CivilDate) ?? expect.unreachable(day)));
  return { files, anchors, anchorOn };
};

const clerk = staff("afterSales");
const name = (n: number) => `case/acme-doors/${target(n).id}`;

type Told = Awaited<ReturnType<typeof world>>;
const RUNS = ["11T00:20", "12T00:20", "13T00:20", "14T00:20"];

/**
 * Two cases: one filed on the 10th and never touched, one noted on the 11th and, just after midnight, on the 12th.
 * `run` is called at the hours of the schedule, as time passes.
 */
const twoCases = async (run: (w: Told, at: Instant) => Promise<unknown> = async () => undefined) => {
  const w = await world(undefined, { at: utc("10T02:00") });
  const note = async (at: string, text: string) => {
    w.clock.set(utc(at));
    await w.command({ do: "note", text }, clerk, 2);
  };
  await w.file(undefined, 1);
  await w.file(undefined, 2);
  await run(w, utc("11T00:20"));
  await note("11T09:00", "called");
  await note("12T00:05", "called again");
  for (const at of RUNS.slice(1)) await run(w, utc(at));
  return w;
};
const linkAt = async (w: Awaited<ReturnType<typeof twoCases>>, n: number, place: number) =>
  (await w.load(n)).timeline[place]?.link;

describe("an anchor", () => {
  test("holds the heads of what changed that day, as they were when it ended, and nothing else", async () => {
    const { anchors, anchorOn } = shelf();
    const written: unknown[] = [];
    const w = await twoCases(async ({ deps: { records } }, at) =>
      written.push((await anchorDays({ records, anchors }, at)).anchored),
    );
    expect(written.slice(0, 2)).toEqual([["2026-03-10"], ["2026-03-11"]]);
    expect(anchorOn("2026-03-10").heads).toEqual({
      [name(1)]: { events: 1, head: await linkAt(w, 1, 0) },
      [name(2)]: { events: 1, head: await linkAt(w, 2, 0) },
    });
    expect(anchorOn("2026-03-11").heads).toEqual({ [name(2)]: { events: 2, head: await linkAt(w, 2, 1) } });
  });

  test("names the one before it, and a day without change has one too", async () => {
    const { anchors, anchorOn, files } = shelf();
    await twoCases(({ deps: { records } }, at) => anchorDays({ records, anchors }, at));
    const days = [...files.keys()];
    expect(days).toEqual(["2026-03-10", "2026-03-11", "2026-03-12", "2026-03-13"]);
    expect(days.map((day) => anchorOn(day).previous)).toEqual([
      null,
      ...days.slice(0, -1).map((day) => digest(files.get(day) ?? "")),
    ]);
    expect(anchorOn("2026-03-13").heads).toEqual({});
  });

  test("is written once: twice, days late or stopped in the middle makes the same files", async () => {
    const daily = shelf();
    const first = shelf();
    const w = await twoCases(async ({ deps: { records } }, at) => {
      await anchorDays({ records, anchors: daily.anchors }, at);
      expect((await anchorDays({ records, anchors: daily.anchors }, at)).anchored).toEqual([]);
      if (first.files.size === 0) await anchorDays({ records, anchors: first.anchors }, at);
    });
    const begun = (full?: number) => {
      const own = shelf(full);
      for (const [day, text] of first.files) own.files.set(day, text);
      return own;
    };
    const run = ({ anchors }: ReturnType<typeof shelf>) =>
      anchorDays({ records: w.deps.records, anchors }, utc("14T05:00"));
    const late = begun();
    await run(late);
    expect([...late.files]).toEqual([...daily.files]);

    const stopped = begun(2);
    await expect(run(stopped)).rejects.toThrow("stopped");
    const resumed = shelf();
    for (const [day, text] of stopped.files) resumed.files.set(day, text);
    await run(resumed);
    expect([...resumed.files]).toEqual([...daily.files]);
  });

  test("two runs at once write the same", async () => {
    const w = await twoCases();
    const { anchors, files } = shelf();
    const run = () => anchorDays({ records: w.deps.records, anchors }, utc("14T00:20"));
    await anchorDays({ records: w.deps.records, anchors }, utc("11T00:20"));
    await Promise.all([run(), run()]);
    expect([...files.keys()]).toEqual(["2026-03-10", "2026-03-11", "2026-03-12", "2026-03-13"]);
  });

  test("costs a read for each record of its days, however many there were before", async () => {
    const w = await twoCases();
    for (let n = 3; n < 40; n += 1) await w.file(undefined, n); // all on the 12th
    w.clock.set(utc("13T09:00"));
    await w.command({ do: "note", text: "called" }, clerk, 7);
    let read = 0;
    const records: Pick<RecordStore, "changed" | "load"> = {
      changed: w.deps.records.changed,
      load: (ref) => {
        read += 1;
        return w.deps.records.load(ref);
      },
    };
    const { anchors } = shelf();
    await anchors.write("2026-03-12" as CivilDate, "{}");
    await anchorDays({ records, anchors }, utc("14T00:20"));
    expect(read).toBe(1);
  });
});
