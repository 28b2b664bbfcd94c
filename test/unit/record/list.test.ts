import { beforeAll, describe, expect, test } from "vitest";
import { OrgId } from "../../../shared/kernel/ids.ts";
import { type Instant, plusMs } from "../../../shared/kernel/instant.ts";
import { changeCase } from "../../../shared/record/command.ts";
import { cursorAt, placeIn } from "../../../shared/record/cursor.ts";
import { fileCase } from "../../../shared/record/file.ts";
import { type Filter, openCases, receivedCases } from "../../../shared/record/list.ts";
import { memoryOrgs, memoryRecords } from "../../../shared/record/memory.ts";
import type { Org } from "../../../shared/record/org.ts";
import { sh, staff, step } from "../../fixtures/cases.ts";
import { inventedBody, inventedSource } from "../../fixtures/invented.ts";
import { caseId, company, hashOf, settle } from "../../fixtures/worlds.ts";

const say = (said: string) => ({ "zh-CN": said, en: said });
const kinds = {
  id: "kind",
  type: "choice",
  label: say("kind"),
  of: [
    { value: "claim", label: say("claim") },
    { value: "need", label: say("need") },
  ],
};
const story = { id: "story", type: "longText", required: true, label: say("story") };
const intake = (desk: string) => ({
  form: say("form"),
  rules: ["INV-01"],
  party: "customer",
  receivedBy: desk,
  fields: [story, kinds],
  kinds: { is: "complaint", by: "kind", of: { claim: "claim", need: "service-request" } },
});
/** Two regulations of one desk, and a third of another. */
const sources = [
  inventedSource({ intake: intake("desk") }),
  inventedSource({ id: "second", intake: intake("desk") }),
  inventedSource({ id: "third", intake: intake("head") }),
];

const orgs = memoryOrgs();
const store = memoryRecords(orgs);
let reads = 0;
const records: typeof store = {
  ...store,
  queue: (...args) => {
    reads += 1;
    return store.queue(...args);
  },
  received: (...args) => {
    reads += 1;
    return store.received(...args);
  },
};
const start = sh("2026-03-30 09:30");
let now: Instant = start;
const deps = { orgs, records, now: () => now };
let org: Org;

/** Sixty cases, an hour apart, over the end of a month: number n is of regulation n mod 3, every fifth is closed. */
const N = 60;
const at = (n: number) => plusMs(start, n * 3_600_000);
beforeAll(async () => {
  org = await settle(orgs, sources, company(sources, { id: OrgId.parse("list-doors") }));
  for (let n = 0; n < N; n += 1) {
    now = at(n);
    const body = inventedBody({ kind: n % 2 === 0 ? "claim" : "need" });
    const policy = ["invented", "second", "third"][n % 3];
    await fileCase(deps, {
      org: org.id,
      policy,
      caseId: caseId(n),
      locale: "en",
      body,
      requestHash: hashOf(body),
      tokenHash: () => "t",
      salt: "5a".repeat(16),
    });
    const by = { ...staff("desk"), sub: `sub-${n % 4}` };
    const ref = { kind: "case", org: org.id, id: caseId(n) } as const;
    if (n % 7 === 0) await changeCase(deps, ref, step("answer"), { by });
    if (n % 5 === 0) await changeCase(deps, ref, step("close"), { by });
  }
  now = at(N);
});

const ids = (ns: readonly number[]) => ns.map((n) => caseId(n));
const all = Array.from({ length: N }, (_, n) => n);
const isOpen = (n: number) => n % 5 !== 0;
/** What has been answered has no due any more and comes last. */
const urgent = (ns: readonly number[]) => [...ns.filter((n) => n % 7 !== 0), ...ns.filter((n) => n % 7 === 0)];

const pages = async (ask: (cursor?: string) => ReturnType<typeof openCases>): Promise<string[]> => {
  const seen: string[] = [];
  for (let cursor: string | undefined; ; ) {
    const page = await ask(cursor);
    seen.push(...page.rows.map(({ id }) => id));
    if (page.cursor === undefined) return seen;
    cursor = page.cursor;
  }
};

describe("open cases, most urgent first", () => {
  test.each<[string, Filter, (n: number) => boolean]>([
    ["of all desks", {}, () => true],
    ["of one desk", { desk: "desk" }, (n) => n % 3 !== 2],
    ["of one regulation, also where another shares its desk", { policy: "second" }, (n) => n % 3 === 1],
    ["of one state", { state: "ANSWERED" }, (n) => n % 7 === 0],
    ["of one person", { person: "sub-0" }, (n) => n % 7 === 0 && n % 4 === 0],
    ["of one kind", { kind: "service-request" }, (n) => n % 2 === 1],
    ["due from a moment on", { dueFrom: at(24 + 30) }, (n) => n % 7 !== 0 && n >= 30],
    ["due before a moment, the moment not in it", { dueBefore: at(24 + 30) }, (n) => n % 7 !== 0 && n < 30],
    ["due between two", { dueFrom: at(24 + 10), dueBefore: at(24 + 20) }, (n) => n % 7 !== 0 && n >= 10 && n < 20],
    ["of a desk that is none", { desk: "nobody" }, () => false],
    [
      "all at once",
      { policy: "third", kind: "claim", dueBefore: at(24 + 50) },
      (n) => n % 3 === 2 && n % 2 === 0 && n % 7 !== 0 && n < 50,
    ],
  ])("%s", async (_why, filter, fits) => {
    const wanted = ids(urgent(all.filter((n) => isOpen(n) && fits(n))));
    for (const limit of [1, 7, 100]) {
      expect(await pages((cursor) => openCases(deps, org, filter, { limit, cursor }))).toEqual(wanted);
    }
  });
});

describe("the register", () => {
  const receipts = { from: at(5), before: at(55) };
  test.each<[string, Filter, (n: number) => boolean]>([
    ["open and closed", {}, () => true],
    ["closed alone", { open: false }, (n) => !isOpen(n)],
    ["open alone, of one regulation", { open: true, policy: "invented" }, (n) => isOpen(n) && n % 3 === 0],
    ["of one desk", { desk: "head" }, (n) => n % 3 === 2],
  ])(
    "%s: by receipt, over the end of a month, from the first moment to before the last",
    async (_why, filter, fits) => {
      const wanted = ids(all.filter((n) => n >= 5 && n < 55 && fits(n)));
      for (const limit of [1, 7, 100]) {
        const rising = await pages((cursor) => receivedCases(deps, org, receipts, filter, { limit, cursor }));
        expect(rising).toEqual(wanted);
        const falling = await pages((cursor) =>
          receivedCases(deps, org, receipts, filter, { limit, cursor, falling: true }),
        );
        expect(falling).toEqual(wanted.toReversed());
      }
    },
  );

  test("goes over many empty months without losing its way", async () => {
    const years = { from: sh("2020-01-01 00:00"), before: sh("2030-01-01 00:00") };
    for (const falling of [false, true]) {
      const seen = await pages((cursor) => receivedCases(deps, org, years, {}, { limit: 10, cursor, falling }));
      expect(seen.toSorted()).toEqual(ids(all).toSorted());
    }
  });
});

test("a page that finds nothing costs no more queries than it may, and says where to go on", async () => {
  const asked = { limit: 1, reads: 2 };
  reads = 0;
  const page = await openCases(deps, org, { desk: "desk", state: "CLOSED" }, asked);
  expect(page.rows).toEqual([]);
  expect(reads).toBeLessThanOrEqual(3);
  reads = 0;
  const register = await receivedCases(deps, org, { from: at(0), before: at(N) }, { state: "LOST" }, asked);
  expect(register.rows).toEqual([]);
  expect(register.cursor).toBeDefined();
  expect(reads).toBeLessThanOrEqual(3);
});

test.each([
  ["words", "hello"],
  ["another JSON", btoa("{}")],
  ["nothing", ""],
  ["a control character", btoa("\u0000")],
  ["half a megabyte", "A".repeat(500_000)],
])("a cursor that is not ours begins at the beginning, or ends: %s", async (_why, cursor) => {
  await expect(openCases(deps, org, {}, { limit: 5, cursor })).resolves.toHaveProperty("rows");
  await expect(
    receivedCases(deps, org, { from: at(0), before: at(N) }, {}, { limit: 5, cursor }),
  ).resolves.toHaveProperty("rows");
});

test("a cursor names its place", () => {
  const place = `${at(3)}~${at(2)}#${caseId(1)}`;
  expect(placeIn(cursorAt(place))).toBe(place);
  expect(encodeURIComponent(cursorAt(place) ?? "")).toBe(cursorAt(place));
});
