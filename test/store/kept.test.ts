import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as z from "zod";
import { tableKept } from "../../shared/aws/kept.ts";
import { OrgId } from "../../shared/kernel/ids.ts";
import type { Instant } from "../../shared/kernel/instant.ts";
import { filedBetween, type KeptStore, keptShape } from "../../shared/record/kept.ts";
import { sh } from "../fixtures/cases.ts";
import { ACME } from "../fixtures/worlds.ts";
import { createTable, dynamos } from "./stand-ins.ts";

const OTHER = OrgId.parse("other-doors");

const Entry = z.strictObject({ ...keptShape, kind: z.literal("entry"), says: z.string() });
type Entry = z.infer<typeof Entry>;

const entry = (id: string, at: Instant, more: Partial<Entry> = {}): Entry => ({
  kind: "entry",
  org: ACME,
  id,
  version: 0,
  filed: { list: "log", at },
  says: "",
  ...more,
});

describe.each(dynamos)("a store of kept records: $name", ({ start }) => {
  let kept: KeptStore<Entry>;
  let stop: () => Promise<unknown>;
  beforeAll(async () => {
    const { client, stop: end } = await start();
    await createTable(client, "kept");
    kept = tableKept(client, "kept", "entry", Entry);
    stop = end;
  });
  afterAll(() => stop());

  test("what was never written is not there", async () => {
    expect(await kept.one({ org: ACME, id: "none" })).toBeUndefined();
    expect(await kept.filedIn(ACME, "none", "2026-03", { limit: 5 })).toEqual({ items: [], cursor: undefined });
    expect(await kept.open(ACME, "none", { limit: 5 })).toEqual({ items: [], cursor: undefined });
    expect(await kept.due(sh("2020-01-01 09:00"))).toMatchObject({ refs: [] });
  });

  test("is saved over what was read, and over nothing else", async () => {
    const one = entry("saved", sh("2026-03-10 09:00"));
    const save = (version: number) => kept.save({ ...one, version, says: `over ${version}` });
    expect([await save(1), await save(0), await save(0), await save(1), await save(1)]).toEqual([
      "overtaken",
      "saved",
      "overtaken",
      "saved",
      "overtaken",
    ]);
    expect(await kept.one(one)).toEqual({ ...one, version: 2, says: "over 1" });
    expect(await kept.one({ org: OTHER, id: "saved" })).toBeUndefined();
  });

  test("a month of a list, the last first, page by page, and no other list or company", async () => {
    const list = { list: "pages" };
    for (let n = 1; n <= 7; n += 1)
      await kept.save(entry(`p${n}`, sh(`2026-04-0${n} 12:00`), { filed: { ...list, at: sh(`2026-04-0${n} 12:00`) } }));
    await kept.save(entry("p8", sh("2026-05-03 12:00"), { filed: { ...list, at: sh("2026-05-03 12:00") } }));
    await kept.save(entry("p9", sh("2026-04-03 12:00"), { filed: { list: "others", at: sh("2026-04-03 12:00") } }));
    const pages: string[][] = [];
    let cursor: string | undefined;
    do {
      const page = await kept.filedIn(ACME, "pages", "2026-04", { limit: 3, cursor });
      pages.push(page.items.map(({ id }) => id));
      cursor = page.cursor;
    } while (cursor !== undefined);
    expect(pages.filter((page) => page.length > 0)).toEqual([["p7", "p6", "p5"], ["p4", "p3", "p2"], ["p1"]]);
    expect((await kept.filedIn(OTHER, "pages", "2026-04", { limit: 3 })).items).toEqual([]);
    const between = await filedBetween(kept, ACME, "pages", [sh("2026-04-06 12:00"), sh("2026-05-03 12:00")]);
    expect(between.map(({ id }) => id)).toEqual(["p6", "p7"]);
  });

  test("a list longer than an answer of the table holds is read whole", async () => {
    const at = sh("2026-06-30 23:00");
    for (let n = 0; n < 130; n += 1)
      await kept.save(entry(`l${n}`, at, { filed: { list: "long", at }, says: "长".repeat(4_000) }));
    const all = await filedBetween(kept, ACME, "long", [at, sh("2026-07-01 00:00")]);
    expect(new Set(all.map(({ id }) => id)).size).toBe(130);
  });

  test("open work of a desk until it is done, the earliest first", async () => {
    const due = (n: number) => ({ desk: "head", at: sh(`2026-04-0${n} 12:00`) });
    for (const n of [2, 1]) await kept.save(entry(`o${n}`, sh("2026-04-01 08:00"), { queue: due(n) }));
    const ids = async () => (await kept.open(ACME, "head", { limit: 10 })).items.map(({ id }) => id);
    expect(await ids()).toEqual(["o1", "o2"]);
    await kept.save(entry("o1", sh("2026-04-01 08:00"), { version: 1 }));
    expect(await ids()).toEqual(["o2"]);
  });

  test("what must be looked at by a moment, and when the next must", async () => {
    await kept.save(entry("w1", sh("2026-04-01 08:00"), { wakeAt: sh("2026-04-02 08:00") }));
    await kept.save(entry("w2", sh("2026-04-01 08:00"), { wakeAt: sh("2026-04-03 08:00") }));
    expect(await kept.due(sh("2026-04-02 08:00"))).toEqual({
      refs: [{ org: ACME, id: "w1" }],
      next: sh("2026-04-03 08:00"),
    });
  });
});
