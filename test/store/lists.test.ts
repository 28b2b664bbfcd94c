import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { CaseEvent } from "../../shared/case/event.ts";
import { OrgId } from "../../shared/kernel/ids.ts";
import { Instant, plusMs } from "../../shared/kernel/instant.ts";
import type { OrgStore } from "../../shared/record/org.ts";
import { type RecordStore, SHARDS } from "../../shared/record/store.ts";
import { sh, staff } from "../fixtures/cases.ts";
import { ACME, company, settle } from "../fixtures/worlds.ts";

import { blank, freshId, noted, opening, received, ref, source, stores, told } from "./stores.ts";

describe.each(stores)("a store of records: $name", ({ start }) => {
  let records: RecordStore;
  let orgs: OrgStore;
  let stop: () => Promise<void>;
  beforeAll(async () => {
    ({ records, orgs, stop } = await start());
    await settle(orgs, [source], company([source]));
  });
  afterAll(() => stop());

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
      let after: string | undefined;
      for (;;) {
        const piece = await records.queue(org, "desk", { limit: 3, after });
        expect(piece.length).toBeLessThanOrEqual(3);
        seen.push(...piece.map(({ row }) => row.id));
        if (piece.length < 3) break;
        after = piece.at(-1)?.place;
      }
      expect(seen).toEqual(sorted);
      const places = (await records.queue(org, "desk", { limit: 50 })).map(({ place }) => place);
      const inside = await records.queue(org, "desk", { limit: 50, after: places[1], before: places[5] });
      expect(inside.map(({ place }) => place)).toEqual(places.slice(2, 5));
      const backwards = await records.queue(org, "desk", { limit: 2, before: places[5], falling: true });
      expect(backwards.map(({ place }) => place)).toEqual([places[4], places[3]]);
      expect(await records.queue(org, "desk", { limit: 50, after: places[5], before: places[1] })).toEqual([]);

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
      const rows = (await records.queue(org, "desk", { limit: 50 })).map(({ row }) => row);
      expect(rows.map(({ id }) => id)).toEqual(sorted.slice(1));
      expect(rows[0]).toEqual({
        id: sorted[1],
        policy: ref,
        desk: "desk",
        reporter: "A••••",
        caseKind: "complaint",
        number: expect.stringMatching(/^Q-\d$/),
        state: "OPEN",
        receivedAt: plusMs(received, 3_600_000),
        clock: "reply",
        due: plusMs(received, 25 * 3_600_000),
        evidenceComplete: true,
      });
      expect(await records.queue(org, "head", { limit: 50 })).toEqual([]);
      expect(await records.queue(ACME, "nobody", { limit: 50 })).toEqual([]);
    });
  });

  describe("what was received", () => {
    const everything = async (org: string, month: string) => {
      const ids: string[] = [];
      for (let after: string | undefined; ; ) {
        const piece = await records.received(org, month, { limit: 2, after });
        ids.push(...piece.map(({ row }) => row.id));
        if (piece.length < 2) return ids;
        after = piece.at(-1)?.place;
      }
    };

    test("lies in its month for good, in the order of receipt, in its own company", async () => {
      const org = OrgId.parse("ledger-doors");
      await settle(orgs, [source], company([source], { id: org }));
      const at = (n: number) => plusMs(sh("2026-05-02 09:00"), n * 60_000);
      const made = [3, 1, 2].map((n) => {
        const id = freshId();
        return blank({ id, org, timeline: [opening(`N-${id}`, at(n))] });
      });
      for (const record of made) await records.create(record);
      const [third, first, second] = made.map(({ id }) => id);
      expect(await everything(org, "2026-05")).toEqual([first, second, third]);
      const later = told(await records.load(made[1] ?? expect.unreachable()));
      await records.save({ ...later, timeline: [...later.timeline, noted("in June", sh("2026-06-03 10:00"))] });
      expect(await everything(org, "2026-05")).toEqual([first, second, third]);
      expect(await everything(org, "2026-06")).toEqual([]);
      const closed = {
        ...noted("", sh("2026-06-04 10:00")),
        type: "step",
        step: "close",
        event: "closed",
        to: "CLOSED",
      };
      const now = told(await records.load(later));
      await records.save({ ...now, timeline: [...now.timeline, { ...closed, answers: {}, text: undefined } as never] });
      const ended = await records.closed(org, "2026-06", { limit: 9 });
      expect(ended.map(({ place, row }) => [place, row.receivedAt])).toEqual([
        [`${sh("2026-06-04 10:00")}#${first}`, at(1)],
      ]);
      expect(await records.closed(org, "2026-05", { limit: 9 })).toEqual([]);
      const [row] = await records.received(org, "2026-05", { limit: 1 });
      expect(row).toEqual({
        place: `${at(1)}#${first}`,
        row: expect.objectContaining({
          state: "CLOSED",
          closedAt: sh("2026-06-04 10:00"),
          handler: { sub: "sub-desk", name: "Lin Wei" },
        }),
      });
      expect(
        (await records.received(org, "2026-05", { limit: 9, falling: true })).map(({ row: { id } }) => id),
      ).toEqual([third, second, first]);
      expect(await everything("other-doors", "2026-05")).toEqual([]);
    });
  });

  describe("what changed", () => {
    const onDay = async (day: string) => {
      const ids: string[] = [];
      for (let shard = 0; shard < SHARDS; shard += 1) {
        for (let cursor: string | undefined; ; ) {
          const page = await records.changed(day, shard, cursor);
          ids.push(...page.items.map(({ id }) => id));
          cursor = page.cursor;
          if (cursor === undefined) break;
        }
      }
      return ids.sort();
    };

    test("lies on the day of UTC of what last happened to it, and on no other", async () => {
      const at = (text: string) => Instant.parse(`2026-07-${text}:00.000Z`);
      const [early, late] = ["01T23:59", "02T00:00"].map((text) => {
        const id = freshId();
        return blank({ id, timeline: [opening(`N-${id}`, at(text))] });
      });
      for (const record of [early, late]) await records.create(record ?? expect.unreachable());
      const ids = [early?.id ?? "", late?.id ?? ""];
      expect([await onDay("2026-07-01"), await onDay("2026-07-02")]).toEqual([[ids[0]], [ids[1]]]);
      const grown = told(await records.load(early ?? expect.unreachable()));
      await records.save({ ...grown, timeline: [...grown.timeline, noted("on the third", at("03T10:00"))] });
      expect([await onDay("2026-07-01"), await onDay("2026-07-03")]).toEqual([[], [ids[0]]]);
      // a clock that is behind, and mail that is sent later, move nothing back
      const again = told(await records.load(early ?? expect.unreachable()));
      await records.save({ ...again, timeline: [...again.timeline, noted("behind", at("02T23:59"))] });
      expect(await onDay("2026-07-03")).toEqual([ids[0]]);
    });
  });

  describe("numbers", () => {
    test("a number finds its record, in its own company", async () => {
      const record = blank();
      expect(await records.claim(ACME, ref.id, `N-${record.id}`, record.id)).toBe("claimed");
      await records.create(record);
      expect(await records.idOfNumber(ACME, ref.id, `N-${record.id}`)).toBe(record.id);
      expect(await records.idOfNumber("other-doors", ref.id, `N-${record.id}`)).toBeUndefined();
      expect(await records.idOfNumber(ACME, "another-policy", `N-${record.id}`)).toBeUndefined();
    });

    test("a number is claimed once and for good; by its own case as often as it likes, and each policy counts for itself", async () => {
      const [own, other] = [freshId(), freshId()];
      const claim = (policy: string, id: string) => records.claim(ACME, policy, `C-${own}`, id);
      const raced = await Promise.all(Array.from({ length: 20 }, (_, n) => claim(ref.id, n === 0 ? own : freshId())));
      expect(raced.filter((said) => said === "claimed")).toHaveLength(1);
      const owner = (await records.idOfNumber(ACME, ref.id, `C-${own}`)) ?? expect.unreachable("claimed above");
      expect(await claim(ref.id, owner)).toBe("claimed");
      expect(await claim(ref.id, other)).toBe("taken");
      expect(await claim("another-policy", other)).toBe("claimed");
      expect(await records.idOfNumber(ACME, ref.id, `C-${own}`)).toBe(owner);
    });

    test.each([
      ["nothing", ""],
      ["the separator of keys", "2026-03#001"],
      ["a key of another question", "x#ALIAS"],
    ])("a number that cannot be finds nothing: %s", async (_why, number) => {
      expect(await records.idOfNumber(ACME, ref.id, number)).toBeUndefined();
    });

    test("a counter never gives a figure twice, fifty at once, and each counts by itself", async () => {
      const figures = await Promise.all(Array.from({ length: 50 }, () => orgs.next(ACME, "invented-2026-03")));
      expect(figures.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, n) => n + 1));
      expect(await orgs.next(ACME, "invented-2026-04")).toBe(1);
      expect(await orgs.next("other-doors", "invented-2026-03")).toBe(1);
    });
  });
});
