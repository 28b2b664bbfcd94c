import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import type { Mail } from "../../infra/local/mail-store.ts";
import { SHARDS } from "../../shared/record/store.ts";
import { complaint } from "../fixtures/cases.ts";
import { must } from "../stack/call.ts";
import { officeTime } from "../stack/moments.ts";
import { functionOf, openTest, type TestStack } from "../stack/stack.ts";

/** The waker, called twice, late, or killed on its way: each mail goes out once. */
let demo: TestStack;
afterEach(() => demo.close());

/** A week in which everything happens by itself: acknowledgement, missing photos, reminder, breach. */
const START = "2026-03-10T09:30+08:00";
const END = "2026-03-18T00:00+08:00";
const file = async () => {
  for (const _ of [1, 2, 3]) await demo.file(complaint());
};
const said = (mails: readonly Mail[]) => mails.map(({ to, subject }) => `${to[0]} ${subject}`).sort();
const timed = (mails: readonly Mail[]) =>
  mails.map(({ at, to, subject }) => `${officeTime(at).slice(0, 13)}h ${to[0]} ${subject}`).sort();

const setFault = async (fault: Record<string, unknown>) => {
  const { id } = functionOf(demo.stack, "wake.schedule");
  must(await demo.ask("PUT", "/_local/faults", { body: { function: id, ...fault } }), 200);
};

const week = async (fault?: Record<string, unknown>): Promise<readonly Mail[]> => {
  demo = await openTest({ at: START });
  await file();
  if (fault !== undefined) await setFault(fault);
  await demo.until(END);
  return demo.mails();
};

describe("a week, and the same mails whatever happens to the waker", () => {
  let wanted: readonly string[];
  test("as it should be", async () => {
    const mails = await week();
    expect(mails).toHaveLength(3 * (1 + 1 + 1 + 3));
    wanted = said(mails);
    expect(new Set(wanted).size, "no two alike").toBe(mails.length);
  });

  test.each([
    ["each event delivered twice", { twice: true }],
    ["killed before each of the first twelve runs", { kill: "before", times: 12 }],
    ["killed after each of the first twelve runs, before anybody heard of it", { kill: "after", times: 12 }],
  ])("%s", async (_why, fault) => {
    const mails = await week(fault);
    expect(said(mails)).toEqual(wanted);
    expect(new Set(mails.map(({ messageId }) => messageId)).size).toBe(mails.length);
  });
});

test("called eight times at the same moment it sends each mail once", async () => {
  demo = await openTest({ at: START });
  await file();
  const shards = Array.from({ length: SHARDS }, (_, shard) => shard);
  await Promise.all(
    Array.from({ length: 8 }, () => shards.map((shard) => demo.invoke("wake.schedule", { shard }))).flat(),
  );
  const mails = await demo.mails();
  expect(mails).toHaveLength(3);
  expect(new Set(mails.map(({ messageId }) => messageId)).size).toBe(3);
  await demo.pass("20 minutes");
  expect(await demo.mails()).toHaveLength(3);
});

describe("asleep for days", () => {
  const asleep = async (from: string, to: string): Promise<readonly Mail[]> => {
    const dataDir = mkdtempSync(join(tmpdir(), "aftercare-asleep-"));
    try {
      demo = await openTest({ at: from, dataDir });
      await demo.file();
      await demo.pass("2 minutes");
      await demo.close();
      demo = await openTest({ at: to, dataDir });
      await demo.pass("3 minutes");
      return await demo.mails();
    } finally {
      rmSync(dataDir, { recursive: true, force: true });
    }
  };
  const kinds = (mails: readonly Mail[]) =>
    mails.map(({ to, subject }) => `${to[0]?.split("@")[0]}: ${/提醒|超期|complaint/.exec(subject)?.[0]}`).sort();

  test("a reminder that is still of use comes late, once", async () => {
    const mails = await asleep("2026-09-29T10:00+08:00", "2026-10-10T15:00+08:00");
    expect(kinds(mails)).toEqual(["after-sales: 提醒", "chen: complaint"]);
  });

  test("after the due only the breach is told, once to each", async () => {
    const mails = await asleep("2026-09-29T10:00+08:00", "2026-10-20T15:00+08:00");
    expect(kinds(mails)).toEqual(["after-sales: 超期", "chen: complaint", "director: 超期", "head.after-sales: 超期"]);
  });
});

test("every minute fired gives the mails, and their hours, that skipping gives", async () => {
  const morning = async (every: boolean): Promise<string[]> => {
    demo = await openTest({ at: START });
    await file();
    await demo.until("2026-03-13T07:30+08:00");
    await file(); // photos of these are asked for half an hour later, the others are reminded of at nine
    await demo.until("2026-03-13T10:00+08:00", { every });
    return timed(await demo.mails());
  };
  const skipped = await morning(false);
  await demo.close();
  expect(await morning(true)).toEqual(skipped);
  expect(skipped.filter((line) => line.startsWith("2026-03-13 09h"))).toHaveLength(3);
});
