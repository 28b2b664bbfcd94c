import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { CaseEvent } from "../../shared/case/event.ts";
import type { OrgStore } from "../../shared/record/org.ts";
import type { CaseRecord } from "../../shared/record/record.ts";
import type { RecordStore } from "../../shared/record/store.ts";
import { company, settle } from "../fixtures/worlds.ts";

import { blank, noted, opening, received, source, stores, told } from "./stores.ts";

describe.each(stores)("a store of records: $name", ({ start }) => {
  let records: RecordStore;
  let orgs: OrgStore;
  let stop: () => Promise<void>;
  beforeAll(async () => {
    ({ records, orgs, stop } = await start());
    await settle(orgs, [source], company([source]));
  });
  afterAll(() => stop());

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
