import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { tableOrgs } from "../../shared/aws/orgs.ts";
import { tableRecords } from "../../shared/aws/records.ts";
import type { CaseEvent } from "../../shared/case/event.ts";
import { CaseId, OrgId, spell } from "../../shared/kernel/ids.ts";
import { type Instant, plusMs } from "../../shared/kernel/instant.ts";
import { changeCase } from "../../shared/record/change.ts";
import { memoryOrgs, memoryRecords } from "../../shared/record/memory.ts";
import type { OrgStore } from "../../shared/record/org.ts";
import type { CaseRecord } from "../../shared/record/record.ts";
import { type RecordStore, shardOf } from "../../shared/record/store.ts";
import { reporter, sh, staff } from "../fixtures/cases.ts";
import { inventedSource } from "../fixtures/invented.ts";
import { ACME, company, refOf, settle } from "../fixtures/worlds.ts";
import { createTable, dynamos } from "./stand-ins.ts";

type Stores = { readonly records: RecordStore; readonly orgs: OrgStore; readonly stop: () => Promise<void> };

const stores: readonly { readonly name: string; readonly start: () => Promise<Stores> }[] = [
  {
    name: "memory",
    start: async () => {
      const orgs = memoryOrgs();
      return { orgs, records: memoryRecords(orgs), stop: async () => undefined };
    },
  },
  ...dynamos.map(({ name, start }) => ({
    name,
    start: async () => {
      const { client, stop } = await start();
      await createTable(client, "contract");
      const orgs = tableOrgs(client, "contract");
      return { orgs, records: tableRecords(client, "contract", orgs), stop };
    },
  })),
];

const source = inventedSource();
const ref = refOf(source);
const received = sh("2026-03-10 09:30");

let made = 0;
/** An id of a shard that no other test uses, so that the tests of one store do not see one another. */
const freshId = (shard?: number): CaseId => {
  for (;;) {
    made += 1;
    const bytes = new Uint8Array(17);
    new DataView(bytes.buffer).setUint32(0, made);
    const id = CaseId.parse(`case_${spell(bytes)}`);
    if (shard === undefined || shardOf(id) === shard) return id;
  }
};

const opening = (number: string, at: Instant = received, text = "it broke"): CaseEvent => ({
  type: "received",
  at,
  by: reporter,
  number,
  locale: "en",
  contact: { name: "Ada", email: "ada@customer.example" },
  answers: { story: text },
  damages: [],
});

const blank = (over: Partial<CaseRecord> = {}): CaseRecord => {
  const id = over.id ?? freshId();
  return {
    kind: "case",
    org: ACME,
    id,
    version: 0,
    policy: ref,
    timeline: [opening(`N-${id}`)],
    outbox: [],
    tokenHash: "t".repeat(64),
    requestHash: "r".repeat(64),
    parts: [],
    ...over,
  };
};
const noted = (text: string, at: Instant = received): CaseEvent => ({ type: "noted", at, by: staff("desk"), text });
const told = (one: CaseRecord | undefined): CaseRecord => one ?? expect.unreachable("no such record");

describe.each(stores)("a store of records: $name", ({ start }) => {
  let records: RecordStore;
  let orgs: OrgStore;
  let stop: () => Promise<void>;
  beforeAll(async () => {
    ({ records, orgs, stop } = await start());
    await settle(orgs, [source], company([source]));
  });
  afterAll(() => stop());

  test("what was never written is not there", async () => {
    expect(await records.load(blank())).toBeUndefined();
    expect(await orgs.org("nobody-here")).toBeUndefined();
    expect(await records.idOfNumber(ACME, "2099-01-001")).toBeUndefined();
  });

  test("created once, as version 1; a second time it exists and stays as it was", async () => {
    const record = blank({ wakeAt: received });
    expect(await records.create(record)).toBe("created");
    expect(await records.load(record)).toEqual({ ...record, version: 1 });
    expect(await records.create({ ...record, tokenHash: "x" })).toBe("exists");
    expect(await records.load(record)).toEqual({ ...record, version: 1 });
  });

  test("saved only over the version that was read", async () => {
    const record = blank();
    expect(await records.save({ ...record, version: 1 })).toBe("overtaken");
    expect(await records.load(record)).toBeUndefined();
    await records.create(record);
    const next = { ...record, version: 1, timeline: [...record.timeline, noted("one")] };
    expect(await records.save(next)).toBe("saved");
    expect(await records.save(next)).toBe("overtaken");
    expect(await records.save({ ...next, version: 3 })).toBe("overtaken");
    expect(await records.load(record)).toEqual({ ...next, version: 2 });
  });

  test("what is taken away from a record is gone", async () => {
    const record = blank({ wakeAt: received });
    await records.create(record);
    await records.save({ ...record, version: 1, wakeAt: undefined });
    expect(told(await records.load(record)).wakeAt).toBeUndefined();
  });

  test("of a hundred saves over one version one wins, and it is the one that is kept", async () => {
    const record = blank();
    await records.create(record);
    const all = await Promise.all(
      Array.from({ length: 100 }, async (_, n) => ({
        n,
        said: await records.save({ ...record, version: 1, timeline: [...record.timeline, noted(`by ${n}`)] }),
      })),
    );
    const winners = all.filter(({ said }) => said === "saved");
    expect(winners).toHaveLength(1);
    expect(told(await records.load(record)).timeline.at(-1)).toMatchObject({ text: `by ${winners[0]?.n}` });
  });

  test("of twenty that create the same one makes it", async () => {
    const record = blank();
    const all = await Promise.all(Array.from({ length: 20 }, () => records.create(record)));
    expect(all.filter((one) => one === "created")).toHaveLength(1);
  });

  test("another company's record of the same id is another record", async () => {
    const other = OrgId.parse("other-doors");
    await settle(orgs, [source], company([source], { id: other }));
    const record = blank();
    await records.create(record);
    expect(await records.load({ ...record, org: other })).toBeUndefined();
    expect(await records.create({ ...record, org: other })).toBe("created");
  });

  test("twenty members of staff who write to one case at once are all heard, in some order, none lost", async () => {
    const record = blank();
    await records.create(record);
    const deps = { records, orgs, now: () => received };
    const texts = Array.from({ length: 20 }, (_, n) => `note ${n}`);
    const all = await Promise.all(
      texts.map((text) => changeCase(deps, record, { do: "note", text, key: text }, { by: staff("desk") })),
    );
    expect(all.filter(({ ok }) => !ok)).toEqual([]);
    const { timeline, version } = told(await records.load(record));
    expect(version).toBe(21);
    expect(timeline.flatMap((event) => (event.type === "noted" ? [event.text] : [])).toSorted()).toEqual(
      texts.toSorted(),
    );
  });

  describe("what is due", () => {
    const drain = async (shard: number, now: Instant) => {
      const ids: string[] = [];
      let next: Instant | undefined;
      let cursor: string | undefined;
      do {
        const page = await records.due(shard, now, cursor);
        ids.push(...page.refs.map(({ id }) => id));
        ({ next, cursor } = page);
      } while (cursor !== undefined);
      return { ids, next };
    };

    test("the longest overdue first, over all pages; what is not due is named, what sleeps for good is not there", async () => {
      const at = (n: number) => plusMs(sh("2020-01-01 00:00"), n * 1000);
      const ids = Array.from({ length: 60 }, () => freshId(0));
      const order = ids.map((id, n) => ({ id, wakeAt: at((n * 37) % 60) }));
      await Promise.all(order.map((one) => records.create(blank(one))));
      await records.create(blank({ id: freshId(0) }));
      const elsewhere = freshId(1);
      await records.create(blank({ id: elsewhere, wakeAt: at(0) }));

      const sorted = order.toSorted((a, b) => (a.wakeAt < b.wakeAt ? -1 : 1)).map(({ id }) => id);
      expect(await drain(0, at(39))).toEqual({ ids: sorted.slice(0, 40), next: at(40) });
      expect((await drain(0, plusMs(at(0), -1))).ids).toEqual([]);
      expect((await records.due(0, plusMs(at(0), -1))).next).toBe(at(0));
      expect((await drain(0, at(59))).ids.slice(0, 60)).toEqual(sorted);
      expect((await drain(1, at(0))).ids).toEqual([elsewhere]);
    });

    test("a record moves with its wake-up, and leaves when it has none", async () => {
      const record = blank({ id: freshId(1), wakeAt: sh("2019-01-01 00:00") });
      await records.create(record);
      expect((await records.due(1, sh("2019-06-01 00:00"))).refs).toEqual([{ kind: "case", org: ACME, id: record.id }]);
      await records.save({ ...record, version: 1, wakeAt: sh("2019-12-01 00:00") });
      expect((await records.due(1, sh("2019-06-01 00:00"))).refs).toEqual([]);
      await records.save({ ...record, version: 2, wakeAt: undefined });
      expect((await records.due(1, sh("2019-12-31 00:00"))).refs).toEqual([]);
    });
  });

  describe("the queue of a desk", () => {
    test("most urgent first, page by page; what is closed has left it", async () => {
      const org = OrgId.parse(`queue-doors`);
      await settle(orgs, [source], company([source], { id: org }));
      const all = Array.from({ length: 7 }, (_, n) =>
        blank({ org, timeline: [opening(`Q-${n}`, plusMs(received, ((n * 3) % 7) * 3_600_000))] }),
      );
      for (const record of all) await records.create(record);
      const sorted = all
        .toSorted((a, b) => ((a.timeline[0]?.at ?? "") < (b.timeline[0]?.at ?? "") ? -1 : 1))
        .map(({ id }) => id);

      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await records.queue(org, "desk", { limit: 3, cursor });
        expect(page.items.length).toBeLessThanOrEqual(3);
        seen.push(...page.items.map(({ id }) => id));
        ({ cursor } = page);
      } while (cursor !== undefined);
      expect(seen).toEqual(sorted);

      const first = told(all.find(({ id }) => id === sorted[0]));
      const closed: CaseEvent = {
        type: "step",
        at: received,
        by: staff("desk"),
        step: "close",
        event: "closed",
        to: "CLOSED",
        answers: {},
      };
      await records.save({ ...first, version: 1, timeline: [...first.timeline, closed] });
      const { items } = await records.queue(org, "desk", { limit: 50 });
      expect(items.map(({ id }) => id)).toEqual(sorted.slice(1));
      expect(items[0]).toEqual({
        id: sorted[1],
        number: expect.stringMatching(/^Q-\d$/),
        state: "OPEN",
        receivedAt: plusMs(received, 3_600_000),
        clock: "reply",
        due: plusMs(received, 25 * 3_600_000),
        evidenceComplete: true,
      });
      expect((await records.queue(org, "head", { limit: 50 })).items).toEqual([]);
      expect((await records.queue(ACME, "nobody", { limit: 50 })).items).toEqual([]);
    });

    test.each([
      ["words", "hello"],
      ["another JSON", btoa("{}")],
      ["three words", btoa('["a","b","c"]')],
      ["three empty words", btoa('["","",""]')],
      ["half a megabyte", "A".repeat(500_000)],
    ])("a cursor that is not ours begins at the beginning, or ends: %s", async (_why, cursor) => {
      await expect(records.queue(ACME, "desk", { limit: 5, cursor })).resolves.toHaveProperty("items");
    });
  });

  describe("numbers", () => {
    test("a number finds its record, in its own company", async () => {
      const record = blank();
      await records.create(record);
      expect(await records.idOfNumber(ACME, `N-${record.id}`)).toBe(record.id);
      expect(await records.idOfNumber("other-doors", `N-${record.id}`)).toBeUndefined();
    });

    test.each([
      ["nothing", ""],
      ["the separator of keys", "2026-03#001"],
      ["a key of another question", "x#ALIAS"],
    ])("a number that cannot be finds nothing: %s", async (_why, number) => {
      expect(await records.idOfNumber(ACME, number)).toBeUndefined();
    });

    test("a counter never gives a figure twice, fifty at once, and each counts by itself", async () => {
      const figures = await Promise.all(Array.from({ length: 50 }, () => orgs.next(ACME, "invented-2026-03")));
      expect(figures.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, n) => n + 1));
      expect(await orgs.next(ACME, "invented-2026-04")).toBe(1);
      expect(await orgs.next("other-doors", "invented-2026-03")).toBe(1);
    });
  });

  describe("companies and their regulations", () => {
    test("a company is what was put last", async () => {
      const org = company([source], { id: OrgId.parse("moving-doors") });
      await orgs.putOrg(org);
      await orgs.putOrg({ ...org, timeZone: "Asia/Urumqi" });
      expect(await orgs.org("moving-doors")).toEqual({ ...org, timeZone: "Asia/Urumqi" });
    });

    test("a version is published once: again the same is the same, another text is refused and changes nothing", async () => {
      const version = { ...source, version: 7 };
      expect(await orgs.publish(ACME, refOf(version), version)).toBe("published");
      expect(await orgs.publish(ACME, refOf(version), version)).toBe("same");
      const other = { ...version, title: { "zh-CN": "另", en: "another" } };
      expect(await orgs.publish(ACME, refOf(other), other)).toBe("different");
      expect((await orgs.policy(ACME, refOf(version))).title.en).toBe("invented");
    });

    test("a version that was never published is no surprise to be passed over", async () => {
      await expect(orgs.policy(ACME, { ...ref, version: 99 })).rejects.toThrow("never published");
    });
  });

  test("hostile text comes back exactly as it was written", async () => {
    const texts = [
      "<script>alert(1)</script>",
      "'; DROP TABLE cases; --",
      "مرحبا ‏שלום‎",
      "👨‍👩‍👧‍👦🇨🇳",
      'a\tb\nc\\d"e',
      "\u2028\u2029\ufeff",
      "𠮷野家",
      "%00%0d%0a{{7*7}}",
      "__proto__",
      " ".repeat(5),
      "",
    ];
    const record = blank({
      timeline: [opening("N-hostile", received, "<b>坏</b>"), ...texts.map((text) => noted(text))],
    });
    await records.create(record);
    expect(told(await records.load(record)).timeline).toEqual(record.timeline);
  });

  test("numbers and flags among the answers come back as they were", async () => {
    const answers = { zero: 0, tenth: 0.1, third: 1 / 3, big: 1e15, small: 1e-9, minus: -273.15, yes: true, no: false };
    const first = { ...opening("N-numbers"), answers } as CaseEvent; // the spread of a union forgets its member
    const record = blank({ timeline: [first] });
    await records.create(record);
    expect(told(await records.load(record)).timeline[0]).toMatchObject({ answers });
  });

  describe("a record that grows long", () => {
    const long = (n: number, size = 4000) => noted(`${n} `.padEnd(size, "坏门锁"));
    const grown = async (notes: number, at: number, outbox: CaseRecord["outbox"] = []) => {
      let record = blank({ outbox });
      await records.create(record);
      for (let n = 0; n < notes; n += at) {
        record = told(await records.load(record));
        const events = Array.from({ length: at }, (_, m) => long(n + m));
        expect(await records.save({ ...record, timeline: [...record.timeline, ...events] })).toBe("saved");
      }
      return told(await records.load(record));
    };

    test("keeps everything, in order, far beyond what one item may hold, and is still saved conditionally", async () => {
      const record = await grown(150, 10);
      const texts = record.timeline.flatMap((event) => (event.type === "noted" ? [event.text.split(" ")[0]] : []));
      expect(texts).toEqual(Array.from({ length: 150 }, (_, n) => String(n)));
      expect(await records.save({ ...record, version: record.version - 1 })).toBe("overtaken");
      expect(await records.save({ ...record, timeline: [...record.timeline, noted("last")] })).toBe("saved");
      expect(await records.save({ ...record, timeline: [...record.timeline, noted("too late")] })).toBe("overtaken");
      const after = told(await records.load(record));
      expect(after.timeline).toHaveLength(152);
      expect(after.timeline.at(-1)).toMatchObject({ text: "last" });
    });

    test("also with an outbox of four hundred mails", async () => {
      const outbox = Array.from({ length: 400 }, (_, n) => ({
        id: `${n}-progress-reporter`,
        template: "progress" as const,
        to: "reporter",
        about: 0,
        owedAt: received,
        state: { is: "sent" as const, at: received, messageId: `${"m".repeat(60)}-${n}` },
      }));
      const record = await grown(63, 7, outbox);
      expect(record.outbox).toEqual(outbox);
      expect(record.timeline).toHaveLength(64);
    });

    test("a writer that is overtaken changes nothing of what was moved out, however large what it brought", async () => {
      const sized = (text: string, size: number) => noted(text.padEnd(size, "x"));
      const record = blank();
      await records.create(record);
      const first = { ...record, version: 1, timeline: [...record.timeline, sized("a", 50_000), sized("b", 5_000)] };
      await records.save(first);
      const stale = { ...first, version: 2, timeline: [...first.timeline, sized("never", 150_000)] };
      const second = { ...first, version: 2, timeline: [...first.timeline, sized("c", 10)] };
      expect(await records.save(second)).toBe("saved");
      const third = { ...second, version: 3, timeline: [...second.timeline, sized("d", 150_000)] };
      expect(await records.save(third)).toBe("saved");
      expect(await records.save(stale)).toBe("overtaken");
      expect(told(await records.load(record)).timeline).toEqual(third.timeline);
    });

    test("of many writers that meet while it is split, one at a time wins and no event is lost or doubled", async () => {
      const record = blank();
      await records.create(record);
      const write = async (n: number): Promise<void> => {
        for (;;) {
          const now = told(await records.load(record));
          if ((await records.save({ ...now, timeline: [...now.timeline, long(n)] })) === "saved") return;
        }
      };
      for (let n = 0; n < 48; n += 8) await Promise.all(Array.from({ length: 8 }, (_, m) => write(n + m)));
      const texts = told(await records.load(record)).timeline.flatMap((event) =>
        event.type === "noted" ? [Number(event.text.split(" ")[0])] : [],
      );
      expect(texts.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 48 }, (_, n) => n));
    });
  });
});
