import { describe, expect, test } from "vitest";
import type { Instant } from "../../shared/kernel/instant.ts";
import norms from "../../shared/policies/compiled/complaint-handling-norms.json" with { type: "json" };
import doors from "../../shared/policies/compiled/door-factory-after-sales.json" with { type: "json" };
import type { DigestRecord, Sources } from "../../shared/record/digests/digests.ts";
import type { PostDigest, Teller } from "../../shared/record/digests/send.ts";
import { memoryOrgs, memoryRecords } from "../../shared/record/memory.ts";
import { wakeDigests } from "../../shared/runtime/waking-digests.ts";
import { sh } from "../fixtures/cases.ts";
import { memoryKept } from "../fixtures/kept.ts";
import { company, settle, standing } from "../fixtures/worlds.ts";
import { lastWrite } from "./last-write.ts";

/** Digests, without what is kept of when a company was first told. */
const memoryDigests = () => {
  const { store, all } = memoryKept<DigestRecord>();
  return { store, told: () => all().filter(({ id }) => id !== "begun") };
};

const ONE = "head@x.example";
const OTHER = "director@x.example";
const DESKS = {
  afterSalesManager: { emails: [ONE], locale: "zh-CN" },
  agent: { emails: ["Head@X.example"], locale: "en" },
  operationsDirector: { emails: [OTHER], locale: "en" },
} as const;

type Overdue = Awaited<ReturnType<Sources["overdue"][number]>>;
const LATE = { place: "case", name: "2026-01-001", what: { "zh-CN": "方案", en: "plan" }, due: sh("2026-01-01 00:00") };
const overdue = (count: number): Overdue => ({ of: "cases", count, lines: Array.from({ length: count }, () => LATE) });

const world = async (from: Instant, of: Overdue = overdue(1)) => {
  const clock = standing(from);
  const orgs = memoryOrgs();
  const desks = Object.fromEntries(
    Object.entries(DESKS).map(([role, desk]) => [role, { ...desk, emails: [...desk.emails] }]),
  );
  await settle(orgs, [doors, norms], company([doors, norms], { desks }));
  const { store, told } = memoryDigests();
  const mails: string[] = [];
  const post: PostDigest = async (_, { id }, email) => {
    mails.push(`${id.slice(0, 10)} ${email.toLowerCase()}`);
    return { is: "sent", messageId: id };
  };
  const sources: Sources = { overdue: [async () => of], due: [], kpis: async () => [], news: async () => [] };
  const markOf = async (_: string, email: string) => email.replace("@", "-");
  const teller: Teller = { orgs, records: memoryRecords(orgs), now: clock.now, digests: store, markOf, sources, post };
  await wakeDigests(teller)(); // since then the company is told
  return { teller, clock, mails, told };
};

describe("a digest", () => {
  test("two at the same minute, and again without what either remembers, is one mail a person", async () => {
    const { teller, clock, mails } = await world(sh("2026-03-01 12:00"));
    clock.set(sh("2026-03-02 08:00"));
    await Promise.all([wakeDigests(teller)(), wakeDigests(teller)()]);
    await wakeDigests(teller)();
    expect(mails.sort()).toEqual([`2026-03-02 ${OTHER}`, `2026-03-02 ${ONE}`]);
  });

  test("late by days is told once, with the last of them; what was before the company came is not told", async () => {
    const { teller, clock, mails, told } = await world(sh("2026-03-02 12:00"));
    expect(mails).toEqual([]);
    clock.set(sh("2026-03-12 23:00"));
    await wakeDigests(teller)();
    expect(mails).toEqual([`2026-03-09 ${ONE}`]);
    expect(told()[0]?.parts.map(({ policy }) => policy.id)).toEqual([doors.id, norms.id]);
  });

  test.each([1, 2, 3].flatMap((nth) => (["before", "after"] as const).map((when) => [nth, when] as const)))(
    "killed at write %i, %s it, is sent when the lease ends: twice at most, and only where it was sent and not confirmed",
    async (nth, when) => {
      const { teller, clock, mails, told } = await world(sh("2026-03-03 12:00"));
      clock.set(sh("2026-03-09 08:00"));
      const { guard, death } = lastWrite(nth, when);
      const mortal = { ...teller, digests: { ...teller.digests, save: guard(teller.digests.save) } };
      await Promise.race([wakeDigests(mortal)(), death]);
      clock.set(sh("2026-03-09 08:16"));
      await wakeDigests(teller)();
      await wakeDigests(teller)();
      const twice = nth === 3 && when === "before";
      expect(mails).toEqual(twice ? [`2026-03-09 ${ONE}`, `2026-03-09 ${ONE}`] : [`2026-03-09 ${ONE}`]);
      expect(told().map(({ state }) => state.is)).toEqual(["sent"]);
    },
  );

  test("is forgotten line by line 31 days after it left: counts stay, and nothing is sent again", async () => {
    const { teller, clock, mails, told } = await world(sh("2026-03-03 12:00"));
    clock.set(sh("2026-03-09 08:00"));
    await wakeDigests(teller)();
    const lines = () =>
      told()
        .find(({ id }) => id.startsWith("2026-03-09"))
        ?.parts.flatMap(({ overdue }) => overdue);
    const before = lines() ?? expect.unreachable("it was told");
    expect(before[0]?.first).toHaveLength(1);
    const quiet = { ...teller, orgs: { ...teller.orgs, all: async () => [] } }; // no digest of a later day
    clock.set(sh("2026-04-09 07:59"));
    await wakeDigests(quiet)();
    expect(lines()).toEqual(before);
    clock.set(sh("2026-04-09 08:00"));
    for (let times = 0; times < 2; times += 1) await wakeDigests(quiet)();
    expect(lines()).toEqual(before.map((list) => ({ ...list, first: [] })));
    expect(mails).toEqual([`2026-03-09 ${ONE}`]);
  });

  test("to an address that is closed is not sent, and its record says so", async () => {
    const { teller, clock, told } = await world(sh("2026-03-03 12:00"));
    clock.set(sh("2026-03-09 08:00"));
    const post: PostDigest = async () => ({ is: "impossible", why: "nothing is sent to it: bounced" });
    await wakeDigests({ ...teller, post })();
    expect(told().map(({ state }) => state)).toEqual([
      { is: "notSent", at: sh("2026-03-09 08:00"), why: "nothing is sent to it: bounced" },
    ]);
  });

  test("of nothing is not sent, and its record says so", async () => {
    const { teller, clock, mails, told } = await world(sh("2026-03-03 12:00"), overdue(0));
    clock.set(sh("2026-03-09 08:00"));
    await wakeDigests(teller)();
    expect([mails, told().map(({ state }) => state.is)]).toEqual([[], ["empty"]]);
  });
});
