import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { OrgId } from "../../shared/kernel/ids.ts";
import { changeCase } from "../../shared/record/command.ts";
import type { OrgStore } from "../../shared/record/org.ts";
import type { RecordStore } from "../../shared/record/store.ts";
import { staff } from "../fixtures/cases.ts";
import { ACME, company, PUBLICATION, refOf, settle } from "../fixtures/worlds.ts";

import { blank, noted, opening, received, ref, source, stores, told } from "./stores.ts";

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
    expect(await records.idOfNumber(ACME, "invented", "2099-01-001")).toBeUndefined();
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

  test("what is removed is gone with every number that led to it, unless somebody wrote to it meanwhile", async () => {
    const record = blank({
      timeline: [opening("N-provisional"), { type: "numbered", at: received, by: { kind: "system" }, number: "N-7" }],
    });
    for (const number of ["N-provisional", "N-7"]) {
      await records.claim(record.org, record.policy.id, number, record.id);
    }
    await records.create(record);
    expect(await records.remove(record)).toBe("overtaken");
    expect(await records.load(record)).toBeDefined();
    expect(await records.remove({ ...record, version: 1 })).toBe("removed");
    expect(await records.load(record)).toBeUndefined();
    for (const number of ["N-provisional", "N-7"]) {
      expect(await records.idOfNumber(record.org, record.policy.id, number), number).toBeUndefined();
    }
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

  describe("companies and their regulations", () => {
    test("a company is what was put last", async () => {
      const org = company([source], { id: OrgId.parse("moving-doors") });
      await orgs.putOrg(org);
      await orgs.putOrg({ ...org, timeZone: "Asia/Urumqi" });
      expect(await orgs.org("moving-doors")).toEqual({ ...org, timeZone: "Asia/Urumqi" });
      const all = await orgs.all();
      expect(all.filter((id) => id === "moving-doors")).toHaveLength(1);
      expect(all).toContain(ACME);
    });

    test("a version is published once: again the same is the same, another text is refused and changes nothing", async () => {
      const version = { ...source, version: 7 };
      expect(await orgs.publish(ACME, refOf(version), version, PUBLICATION)).toBe("published");
      expect(await orgs.publish(ACME, refOf(version), version, PUBLICATION)).toBe("same");
      const other = { ...version, title: { "zh-CN": "另", en: "another" } };
      expect(await orgs.publish(ACME, refOf(other), other, PUBLICATION)).toBe("different");
      expect((await orgs.policy(ACME, refOf(version))).title.en).toBe("invented");
    });

    test("a version that was never published is no surprise to be passed over", async () => {
      await expect(orgs.policy(ACME, { ...ref, version: 99 })).rejects.toThrow("never published");
    });
  });
});
