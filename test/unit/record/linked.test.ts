import { describe, expect, test } from "vitest";
import { tidings } from "../../../shared/case/links.ts";
import { plusMs } from "../../../shared/kernel/instant.ts";
import { type Deps, loadCase } from "../../../shared/record/change.ts";
import { provisionalOf } from "../../../shared/record/numbering.ts";
import { wakeCase } from "../../../shared/record/wake.ts";
import { sh, staff, step } from "../../fixtures/cases.ts";
import { inventedBody, inventedSource } from "../../fixtures/invented.ts";
import { caseId, target, type World, world } from "../../fixtures/worlds.ts";

const plain = inventedSource() as { intake: object };
const source = inventedSource({
  numbering: { template: "YYYY-MM-NNN", reset: "month", on: "answered", rules: ["INV-01"] },
  intake: { ...plain.intake, duplicates: { same: ["story"], days: 7 } },
});
const desk = staff("desk");

/** Two cases of one customer that say the same, linked; whatever saves the case with the number `dies.at` can be killed. */
const twins = async () => {
  const dies: { at: number | undefined } = { at: undefined };
  const wrap = (deps: Deps): Deps => ({
    ...deps,
    records: {
      ...deps.records,
      save: async (record) => {
        if (dies.at !== undefined && record.id === caseId(dies.at)) throw new Error("killed");
        return deps.records.save(record);
      },
    },
  });
  const here = await world([source], { at: sh("2026-11-02 09:00"), wrap });
  await here.file(inventedBody(), 1);
  await here.tick(); // files its words, by which the second finds it
  await here.file(inventedBody(), 2);
  await here.tick();
  return { ...here, dies };
};
const current = async ({ deps }: World, n: number) =>
  (await loadCase(deps, target(n)))?.current ?? expect.unreachable();
const twinOf = async (here: World, n: number) =>
  (await current(here, n)).duplicates[0] ?? expect.unreachable("no link");
const sayOn = (here: World, n: number, same: boolean) =>
  here.command({ do: "decideDuplicate", of: caseId(3 - n), same }, desk, n);
/** A minute of the schedule, and what its wake-ups died of. */
const minute = async (here: World): Promise<string> => {
  here.clock.set(plusMs(here.clock.now(), 60_000));
  return here.tick().then(
    () => "lived",
    (error: Error) => error.message,
  );
};

describe("whether two cases are one matter is said on one and known on both", () => {
  test("by the next wake-up, under the name of whoever said it, once", async () => {
    const here = await twins();
    await sayOn(here, 2, true);
    expect(await twinOf(here, 1), "a command writes one case").toEqual({
      of: caseId(2),
      number: provisionalOf(caseId(2)),
    });
    const saidAt = here.clock.now();
    await minute(here);
    expect((await twinOf(here, 1)).decision).toEqual({ same: true, at: saidAt, name: "Lin Wei" });
    const before = [(await here.load(1)).version, (await here.load(2)).version];
    await minute(here);
    expect([(await here.load(1)).version, (await here.load(2)).version]).toEqual(before);
  });

  test("killed between the two writes, or before it could note the first: told again, and said once", async () => {
    for (const dead of [1, 2]) {
      const here = await twins();
      await sayOn(here, 2, false);
      here.dies.at = dead;
      expect(await minute(here)).toBe("killed");
      expect((await twinOf(here, 1)).decision?.same, `${dead} could not be saved`).toBe(dead === 1 ? undefined : false);
      here.dies.at = undefined;
      expect(await minute(here)).toBe("lived");
      expect((await twinOf(here, 1)).decision?.same).toBe(false);
      const said = (await here.load(1)).timeline.filter(({ type }) => type === "duplicateDecided");
      expect(said, "once").toHaveLength(1);
      expect(tidings(await current(here, 2))).toEqual([]);
    }
  });

  test.each([
    ["one after the other", 1000],
    ["at the same moment", 0],
  ])("said otherwise on either, %s: both come to the same, and stay there", async (_why, apart) => {
    const here = await twins();
    await sayOn(here, 1, true);
    here.clock.set(plusMs(here.clock.now(), apart));
    await sayOn(here, 2, false);
    for (let n = 0; n < 3; n += 1) await minute(here);
    const expected = apart === 0; // that of the lesser id; else the later word
    expect([(await twinOf(here, 1)).decision?.same, (await twinOf(here, 2)).decision?.same]).toEqual([
      expected,
      expected,
    ]);
  });

  test("said anew, it is told anew", async () => {
    const here = await twins();
    for (const same of [true, false, true]) {
      await sayOn(here, 1, same);
      await minute(here);
      expect((await twinOf(here, 2)).decision?.same).toBe(same);
    }
  });
});

describe("AS-41 a number that comes later", () => {
  test("reaches every case that is linked, also after a kill between the writes", async () => {
    const here = await twins();
    expect(await twinOf(here, 1)).toMatchObject({ number: provisionalOf(caseId(2)) });
    await here.command(step("answer"), desk, 2);
    here.dies.at = 1;
    expect(await minute(here)).toBe("killed");
    here.dies.at = undefined;
    await minute(here);
    expect(await twinOf(here, 1)).toMatchObject({ number: "2026-11-001" });
    await here.command(step("answer"), desk, 1);
    await minute(here);
    expect(await twinOf(here, 2)).toMatchObject({ number: "2026-11-002" });
    expect(tidings(await current(here, 1))).toEqual([]);
  });

  test("a linked case that is gone holds nothing up", async () => {
    const here = await twins();
    const gone = { ...here.deps, records: { ...here.deps.records } };
    const load = gone.records.load;
    gone.records.load = async (ref) => (ref.id === caseId(1) ? undefined : load(ref));
    await here.command(step("answer"), desk, 2);
    await wakeCase(gone, target(2));
    expect(tidings(await current(here, 2))).toEqual([]);
  });
});
