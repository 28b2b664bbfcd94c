import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { caseOf } from "../../../shared/case/case.ts";
import { readClocks } from "../../../shared/case/clocks.ts";
import { CaseId, spell } from "../../../shared/kernel/ids.ts";
import type { Deps } from "../../../shared/record/change.ts";
import { importCases } from "../../../shared/record/import.ts";
import { complaint, rulebook, sh, staff } from "../../fixtures/cases.ts";
import { ACME, hashOf, type World, world } from "../../fixtures/worlds.ts";

const HEAD = [
  "receivedAt",
  "number",
  "channel",
  "contact.name",
  "contact.phone",
  "dealerName",
  "orderNo",
  "productLine",
  "category",
  "description",
];
const row = (over: Partial<Record<(typeof HEAD)[number], string>> = {}): string[] => {
  const cells: Record<string, string> = {
    receivedAt: "2026-01-05 10:00",
    number: "",
    channel: "电话",
    "contact.name": "陈经理",
    "contact.phone": "13800000000",
    dealerName: "湖畔门业",
    orderNo: "SO-1",
    productLine: "window-guard",
    category: "1-1-1",
    description: "旧系统：锈蚀",
    ...over,
  };
  return HEAD.map((name) => cells[name] ?? "");
};

const idOf = (words: string) => CaseId.parse(`case_${spell(createHash("sha256").update(words).digest())}`);
const clerk = staff("afterSales") as Extract<ReturnType<typeof staff>, { kind: "staff" }>;
type Options = { readonly dryRun?: boolean; readonly key?: string; readonly by?: typeof clerk; readonly deps?: Deps };

const imported = (
  { deps }: World,
  rows: readonly string[][],
  { dryRun = false, key = "k", by = clerk, deps: other }: Options = {},
) =>
  importCases(other ?? deps, {
    org: ACME,
    policy: undefined,
    by,
    lines: [HEAD, ...rows],
    dryRun,
    locale: "zh-CN",
    caseIdFor: (words) => idOf(words.startsWith("row") ? `${key} ${words}` : words),
    made: (_id, cells) => ({ requestHash: hashOf(cells), tokenHash: () => "t".repeat(64), salt: "5a".repeat(16) }),
  });

const must = async (...args: Parameters<typeof imported>) => {
  const said = await imported(...args);
  return said.ok ? said.value : expect.unreachable(JSON.stringify(said.error));
};
const refused = async (...args: Parameters<typeof imported>) => {
  const said = await imported(...args);
  return said.ok ? expect.unreachable("taken over") : said.error;
};

const loaded = async ({ deps }: World, id: string) =>
  (await deps.records.load({ kind: "case", org: ACME, id: CaseId.parse(id) })) ?? expect.unreachable("no such case");

/** How many cases there are: all lie in the ledger. */
const count = async ({ deps }: World): Promise<number> => {
  const months = ["2026-01", "2026-02", "2026-03"];
  const all = await Promise.all(months.map((month) => deps.records.received(ACME, month, { limit: 5000 })));
  return all.flat().length;
};

test("cases keep their receipt and their numbers, clocks run from the receipt, and nobody is written to for the past", async () => {
  const w = await world(undefined, { at: sh("2026-03-10 09:30") });
  const { cases } = await must(w, [row({ number: "旧-17" }), row({ receivedAt: "2026-03-09 16:00", orderNo: "SO-2" })]);
  expect(cases.map(({ row: at, number }) => [at, number])).toEqual([
    [2, "旧-17"],
    [3, "2026-03-001"],
  ]);
  const [old, young] = await Promise.all(cases.map(({ caseId }) => loaded(w, caseId)));
  const current = caseOf(rulebook().policy, old?.timeline ?? []);
  expect(current.receivedAt).toBe(sh("2026-01-05 10:00"));
  const plan = readClocks(rulebook(), current, w.clock.now()).find(({ clock }) => clock.id === "plan");
  expect(plan?.startAt).toBe(sh("2026-01-05 10:00"));
  expect(plan?.state).toBe("BREACHED");
  expect([...(old?.outbox ?? []), ...(young?.outbox ?? [])]).toEqual([]);
  await w.tick();
  await w.passUntil(sh("2026-03-10 18:00"));
  expect(w.letters.filter((letter) => /acknowledgement|evidence/.test(letter))).toEqual([]);
  expect(
    w.letters.some((letter) => letter.startsWith(cases[0]?.caseId ?? "?") && letter.includes("breach")),
    "what is overdue is told to its desk",
  ).toBe(true);
});

test("a dry run tells of every row that is wrong, and writes nothing", async () => {
  const w = await world();
  const rows = [
    row({ number: "A-1" }),
    row({ orderNo: "", productLine: "roof" }),
    row({ receivedAt: "2027-01-01" }),
    row({ number: "A-1" }),
    row({ channel: "pigeon", "contact.name": "" }),
    row({ number: "A#2" }),
  ];
  const { faults, cases, rows: total } = await must(w, rows, { dryRun: true });
  expect([cases, total]).toEqual([[], 6]);
  expect(faults.map(({ row: at, column, code }) => `${at} ${column} ${code}`)).toEqual([
    "3 productLine invalid",
    "3 orderNo required",
    "4 receivedAt invalid",
    "5 number number-twice",
    "6 channel invalid",
    "6 contact.name required",
    "7 number invalid",
  ]);
  for (const { says } of faults) expect([says["zh-CN"], says.en]).toEqual([expect.any(String), expect.any(String)]);
  expect(await count(w)).toBe(0);
});

test("one wrong row, and none is taken over", async () => {
  const w = await world();
  expect(await refused(w, [row(), row({ category: "9" })])).toMatchObject({
    code: "bad-rows",
    faults: [{ row: 3, column: "category" }],
  });
  expect(await count(w)).toBe(0);
});

describe("the same file again", () => {
  test("finds what it made, and makes nothing", async () => {
    const w = await world();
    const rows = [row({ number: "A-1" }), row(), row()];
    const first = await must(w, rows);
    expect(new Set(first.cases.map(({ caseId }) => caseId)).size).toBe(3);
    expect(await must(w, rows)).toEqual(first);
    expect(await count(w)).toBe(3);
  });

  test.each([1, 2, 3, 4])("goes on where it was killed, after %i of five", async (after) => {
    const w = await world();
    const rows = [row({ number: "A-1" }), row(), row(), row({ number: "A-2" }), row()];
    let made = 0;
    const deps: Deps = {
      ...w.deps,
      records: {
        ...w.deps.records,
        create: async (record) => {
          made += 1;
          if (made > after) throw new Error("killed");
          return w.deps.records.create(record);
        },
      },
    };
    await expect(imported(w, rows, { deps })).rejects.toThrow("killed");
    expect(await count(w)).toBe(after);
    const { cases } = await must(w, rows);
    expect(await count(w)).toBe(5);
    expect(new Set(cases.map(({ number }) => number)).size).toBe(5);
  });

  test("of two at once each case is made once", async () => {
    const w = await world();
    const rows = [row({ number: "A-1" }), row(), row()];
    const [a, b] = await Promise.all([must(w, rows), must(w, rows)]);
    expect(a.cases.map(({ caseId }) => caseId)).toEqual(b.cases.map(({ caseId }) => caseId));
    expect(await count(w)).toBe(3);
  });
});

describe("numbers", () => {
  test("that another case has are refused, whichever file they come in", async () => {
    const w = await world();
    await w.file(complaint());
    const taken = [{ row: 2, column: "number", code: "number-taken" }];
    expect(await refused(w, [row({ number: "2026-03-001" })])).toMatchObject({ faults: taken });
    await must(w, [row({ number: "A-1" })]);
    expect(await refused(w, [row({ number: "A-1", orderNo: "SO-9" })], { key: "another" })).toMatchObject({
      faults: taken,
    });
  });

  test("that were taken over are stepped over by those that are given anew", async () => {
    const w = await world();
    await must(w, [row({ number: "2026-03-001" }), row({ number: "2026-03-002" })]);
    const { timeline } = await w.file(complaint());
    expect(timeline[0]).toMatchObject({ number: "2026-03-003" });
  });
});

test.each([
  ["no head", [], "missing-column"],
  ["a head and nothing", [HEAD], "no-rows"],
  ["a row too many", [HEAD, ...Array.from({ length: 1001 }, () => row())], "too-many-rows"],
])("a file of %s is told what it lacks", async (_why, lines, code) => {
  const w = await world();
  const said = await importCases(w.deps, {
    org: ACME,
    policy: undefined,
    by: clerk,
    lines,
    dryRun: true,
    locale: "en",
    caseIdFor: idOf,
    made: () => ({ requestHash: "", tokenHash: () => "", salt: "" }),
  });
  expect(said.ok && said.value.faults.map((one) => one.code)).toContain(code);
});

test("whoever may not take cases in takes none over", async () => {
  const w = await world();
  const by = staff("quality") as typeof clerk;
  expect(await refused(w, [row()], { by, dryRun: true })).toMatchObject({ code: "not-your-role" });
});
