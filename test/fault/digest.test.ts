import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { readXlsx } from "hucre/xlsx";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { compose, type Message } from "../../shared/aws/compose.ts";
import { tableKept } from "../../shared/aws/kept.ts";
import type { Mailer } from "../../shared/aws/mailer.ts";
import { type Instant, MINUTE, plusMs } from "../../shared/kernel/instant.ts";
import norms from "../../shared/policies/compiled/complaint-handling-norms.json" with { type: "json" };
import doors from "../../shared/policies/compiled/door-factory-after-sales.json" with { type: "json" };
import { DIGESTS, DigestRecord, type Sources, UNREAD } from "../../shared/record/digests/digests.ts";
import type { Teller } from "../../shared/record/digests/send.ts";
import { memoryOrgs, memoryRecords } from "../../shared/record/memory.ts";
import { digestPost } from "../../shared/runtime/digest-post.ts";
import { digestWarning } from "../../shared/runtime/digest-warning.ts";
import { wakeDigests } from "../../shared/runtime/waking-digests.ts";
import { sh } from "../fixtures/cases.ts";
import { ACME, company, settle, standing } from "../fixtures/worlds.ts";
import { createTable, dynamos } from "../store/stand-ins.ts";
import { lastWrite } from "./last-write.ts";

let client: DynamoDBDocumentClient;
let stop: () => Promise<unknown>;
let tables = 0;
beforeAll(async () => {
  const [dynamo] = dynamos;
  ({ client, stop } = await (dynamo ?? expect.unreachable("there is one")).start());
});
afterAll(() => stop());

const ADMIN = "it@x.example";
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

type World = { readonly of?: Overdue; readonly sources?: readonly unknown[]; readonly closed?: boolean };

/** The digests of a company in a table of its own, and the mails that leave: the function without its clock and its wire. */
const world = async (from: Instant, { of = overdue(1), sources = [doors, norms], closed = false }: World = {}) => {
  tables += 1;
  const table = `digests-${tables}`;
  await createTable(client, table);
  const clock = standing(from);
  const orgs = memoryOrgs();
  const desks = Object.fromEntries(
    Object.entries(DESKS).map(([role, desk]) => [role, { ...desk, emails: [...desk.emails] }]),
  );
  const org = company(sources, { desks });
  await settle(orgs, sources, { ...org, administrator: { emails: [ADMIN], locale: "en" } });
  const store = tableKept(client, table, "digest", DigestRecord);
  const mails: Message[] = [];
  const mailer: Mailer = {
    send: async (message) => {
      mails.push(message);
      return { is: "sent", messageId: message.messageId };
    },
    rate: async () => 1,
    day: async () => ({ most: 1, sent: 0 }),
  };
  const listed = { is: "bounced", at: from, why: "no such mailbox", id: "x", shown: "x" } as const;
  const suppressions = { of: async () => (closed ? listed : undefined) };
  const found: Sources = { overdue: [async () => of], due: [], kpis: async () => [], news: async () => [] };
  const markOf = async (_: string, email: string) => email.replace("@", "-");
  const teller: Teller = {
    ...{ orgs, records: memoryRecords(orgs), now: clock.now, digests: store, markOf, sources: found },
    post: digestPost({ suppressions }, { publicUrl: "https://x.example", mailer }),
    warn: digestWarning({ suppressions, mailer }),
  };
  await wakeDigests(teller)(); // since then the company is told
  const told = async (list: string = DIGESTS) => (await store.filedIn(ACME, list, "2026-03", { limit: 50 })).items;
  /** To whom, under which day. */
  const sent = () => mails.map(({ messageId, to }) => `${messageId.slice(7, 17)} ${to.join().toLowerCase()}`);
  return { teller, clock, mails, sent, told };
};

/** Every write up to the nth, before and after it. */
const writes = (most: number) =>
  Array.from({ length: most }, (_, n) => n + 1).flatMap((nth) =>
    (["before", "after"] as const).map((when) => [nth, when] as const),
  );

/** Dies at a write, and is woken again by another process once its leases have ended. */
const killedAt = async (
  { teller, clock }: Pick<Awaited<ReturnType<typeof world>>, "teller" | "clock">,
  at: Instant,
  nth: number,
  when: "before" | "after",
) => {
  clock.set(at);
  const { guard, death } = lastWrite(nth, when);
  const mortal = { ...teller, digests: { ...teller.digests, save: guard(teller.digests.save) } };
  await Promise.race([wakeDigests(mortal)(), death]);
  clock.set(plusMs(at, 16 * MINUTE));
  await wakeDigests(teller)();
  await wakeDigests(teller)();
};

describe("a digest", () => {
  test("two at the same minute, and again without what either remembers, is one mail a person", async () => {
    const { teller, clock, sent } = await world(sh("2026-03-01 12:00"));
    clock.set(sh("2026-03-02 08:00"));
    await Promise.all([wakeDigests(teller)(), wakeDigests(teller)()]);
    await wakeDigests(teller)();
    clock.set(sh("2026-03-02 07:59")); // a firing of before that comes after
    await wakeDigests(teller)();
    const all = [OTHER, ONE, ADMIN].map((one) => `2026-03-02 ${one}`);
    expect(sent().toSorted()).toEqual(all.toSorted());
  });

  test("late by days is told once, with the last of them; what was before the company came is not told", async () => {
    const { teller, clock, sent, told } = await world(sh("2026-03-02 12:00"));
    expect(sent()).toEqual([]);
    clock.set(sh("2026-03-12 23:00"));
    await wakeDigests(teller)();
    expect(sent()).toEqual([`2026-03-09 ${ONE}`]);
    expect((await told())[0]?.parts.map(({ policy }) => policy.id)).toEqual([doors.id, norms.id]);
  });

  test("late by two days is Monday's on Wednesday, and next Monday's is told on its day", async () => {
    const { teller, clock, sent } = await world(sh("2026-03-03 12:00"));
    const wake = wakeDigests(teller);
    for (const at of ["2026-03-11 08:00", "2026-03-11 08:01", "2026-03-16 07:59", "2026-03-16 08:00"] as const) {
      clock.set(sh(at));
      await wake();
    }
    expect(sent()).toEqual([`2026-03-09 ${ONE}`, `2026-03-16 ${ONE}`]);
  });

  test.each(writes(3))(
    "killed at write %i, %s it, is sent when the lease ends: twice at most, and only where it was sent and not confirmed",
    async (nth, when) => {
      const one = await world(sh("2026-03-03 12:00"));
      await killedAt(one, sh("2026-03-09 08:00"), nth, when);
      const twice = nth === 3 && when === "before";
      expect(one.sent()).toEqual(twice ? [`2026-03-09 ${ONE}`, `2026-03-09 ${ONE}`] : [`2026-03-09 ${ONE}`]);
      expect((await one.told()).map(({ state }) => state.is)).toEqual(["sent"]);
    },
  );

  test.each(writes(8))(
    "of two people and a role that nobody reads, killed at write %i, %s it: each mail once, one twice at most under one name",
    async (nth, when) => {
      const { mails, sent, told, ...one } = await world(sh("2026-03-01 12:00"));
      await killedAt(one, sh("2026-03-02 08:00"), nth, when);
      expect(new Set(sent())).toEqual(new Set([ONE, OTHER, ADMIN].map((to) => `2026-03-02 ${to}`)));
      const names = mails.map(({ messageId }) => messageId);
      expect([new Set(names).size, names.length <= 4]).toEqual([3, true]);
      const all = [...(await told()), ...(await told(UNREAD))];
      expect(all.map(({ state }) => state.is)).toEqual(["sent", "sent", "sent"]);
    },
  );

  test("is forgotten line by line 31 days after it left: counts stay, and nothing is sent again", async () => {
    const { teller, clock, sent, told } = await world(sh("2026-03-03 12:00"));
    clock.set(sh("2026-03-09 08:00"));
    await wakeDigests(teller)();
    const lines = async () => (await told())[0]?.parts.flatMap(({ overdue }) => overdue) ?? [];
    const before = await lines();
    expect(before[0]?.first).toHaveLength(1);
    const quiet = { ...teller, orgs: { ...teller.orgs, all: async () => [] } }; // no digest of a later day
    clock.set(sh("2026-04-09 07:59"));
    await wakeDigests(quiet)();
    expect(await lines()).toEqual(before);
    clock.set(sh("2026-04-09 08:00"));
    for (let times = 0; times < 2; times += 1) await wakeDigests(quiet)();
    expect(await lines()).toEqual(before.map((list) => ({ ...list, first: [] })));
    expect(sent()).toEqual([`2026-03-09 ${ONE}`]);
  });

  test("to an address that is closed is not sent, and its record says so", async () => {
    const { teller, clock, told } = await world(sh("2026-03-03 12:00"), { closed: true });
    clock.set(sh("2026-03-09 08:00"));
    await wakeDigests(teller)();
    const why = `nothing is sent to it: bounced at ${sh("2026-03-03 12:00")}: no such mailbox`;
    expect((await told()).map(({ state }) => state)).toEqual([{ is: "notSent", at: sh("2026-03-09 08:00"), why }]);
  });

  test("of nothing is not sent, and its record says so; where the regulation wants it, it is", async () => {
    const { teller, clock, sent, told } = await world(sh("2026-03-03 12:00"), { of: overdue(0) });
    clock.set(sh("2026-03-09 08:00"));
    await wakeDigests(teller)();
    expect([sent(), (await told()).map(({ state }) => state.is)]).toEqual([[], ["empty"]]);
    const wanting = { ...doors, digests: doors.digests.map((one) => ({ ...one, sentEmpty: true })) };
    const wanted = await world(sh("2026-03-03 12:00"), { of: overdue(0), sources: [wanting] });
    wanted.clock.set(sh("2026-03-09 08:00"));
    await wakeDigests(wanted.teller)();
    expect(wanted.sent()).toEqual([`2026-03-09 ${ONE}`]);
    expect(wanted.mails[0]?.text).toContain("没有逾期或近期到期的事项");
  });

  test("of 5,000 late things is a mail that no program cuts, says what it leaves out, and carries all of them", async () => {
    const { teller, clock, mails } = await world(sh("2026-03-03 12:00"), { of: overdue(5_000) });
    clock.set(sh("2026-03-09 08:00"));
    await wakeDigests(teller)();
    const [mail, ...others] = mails;
    if (mail === undefined) return expect.unreachable("nothing left");
    expect(others).toEqual([]);
    expect(Buffer.byteLength(mail.html)).toBeLessThan(102_000);
    expect(mail.text).toContain("另有4,990项，见附件和控制台");
    const file = mail.attachments?.find(({ name }) => name.endsWith(".xlsx"))?.content;
    const { sheets } = await readXlsx(new Uint8Array(file ?? []));
    expect(sheets[0]?.rows).toHaveLength(2 * 5_000 + 1); // of each of the two regulations, below one heading
    expect((await compose(mail)).length).toBeLessThan(10 * 1024 * 1024);
  });

  test("that nobody reads is told to the administrator once a day, by role and regulation; a mailbox ends it", async () => {
    const { teller, clock, mails, told } = await world(sh("2026-03-01 12:00"), { of: overdue(0) });
    clock.set(sh("2026-03-02 08:00"));
    await wakeDigests(teller)();
    await wakeDigests(teller)();
    expect(mails.map(({ to }) => to)).toEqual([[ADMIN]]);
    expect(mails[0]?.subject).toMatch(/^Digests that nobody reads: /);
    expect(mails[0]?.text.replace(/\s+/g, " ")).toContain("Monthly digest: Quality");
    expect((await told(UNREAD)).map(({ state, tells }) => [state.is, ...tells.map(({ roles }) => roles)])).toEqual([
      ["sent", ["quality"]],
    ]);
    const org = (await teller.orgs.org(ACME)) ?? expect.unreachable("it is there");
    await teller.orgs.putOrg({ ...org, desks: { ...org.desks, quality: { emails: [ONE], locale: "en" } } });
    clock.set(sh("2026-04-01 08:00"));
    await wakeDigests(teller)();
    expect(mails).toHaveLength(1);
  });
});
