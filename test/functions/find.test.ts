import readExcel from "read-excel-file/node";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { FileReply } from "../../shared/api/bodies.ts";
import { DeskReply } from "../../shared/api/desk.ts";
import { CaseList } from "../../shared/api/list-view.ts";
import { Problem } from "../../shared/api/problem.ts";
import { must } from "../stack/call.ts";
import { type Filed, plainComplaint } from "../stack/customer.ts";
import { openTest, type TestStack } from "../stack/stack.ts";
import { tokenOf } from "../stack/staff.ts";

/** Finding, lists and the tracking register at the public door, for a company of four regulations. */
const DOORS = "door-factory-after-sales";
const TAXI = "taxi-service-quality";
const COURIER = "courier-service-quality";
const MACHINERY = "machinery-complaints";

let demo: TestStack;
const filed = {} as Record<"door" | "rust" | "taxi" | "parcel" | "machine", Filed>;

const fileAs = async (policy: string, body: Record<string, unknown>): Promise<Filed> =>
  FileReply.parse(must(await demo.ask("POST", `/v1/${demo.org}/cases?policy=${policy}`, { body }), 201).body);

const contact = (name: string, email: string, phone: string) => ({ name, email, phone });

beforeAll(async () => {
  demo = await openTest({ at: "2026-03-10T09:30+08:00", policies: [DOORS, TAXI, COURIER, MACHINERY] });
  filed.door = await fileAs(DOORS, plainComplaint({ description: "门扇左下角变形，关不上" }));
  await demo.pass("2 minutes");
  filed.rust = await fileAs(
    DOORS,
    plainComplaint({
      contact: contact("=Ada Byron", "ada@dealer.example", "139 0000 1111"),
      orderNo: "SO-77",
      description: "Rust on the lower bar; 变了形",
    }),
  );
  await demo.pass("2 minutes");
  filed.taxi = await fileAs(TAXI, {
    contact: contact("何女士", "he@rider.example", "13700003333"),
    vehicle: "浙A·12345",
    description: "绕路，态度恶劣",
  });
  filed.parcel = await fileAs(COURIER, {
    contact: contact("Ada Byron", "ada@dealer.example", "139 0000 1111"),
    kind: "complaint",
    capacity: "recipient",
    source: "visit",
    category: "3",
    waybillNo: "YT 8899-0011",
    serviceClass: "domestic",
    description: "包裹破损，里面的门锁变形",
  });
  filed.machine = await fileAs(MACHINERY, {
    contact: contact("Ms Lin", "lin@plant.example", "0571-2222333"),
    object: "product",
    model: "WH-9",
    contractNo: "HT-2026-009",
    description: "The spindle stands still",
  });
  await demo.pass("2 minutes");
});
afterAll(() => demo.close());

/** The door factory's way from receipt to the end, where nothing is amiss. */
const TO_THE_END = [
  ["accept", {}],
  ["reply-plan", { plan: "a new bar" }],
  ["mark-executed", { result: "fitted" }],
  ["close", {}],
] as const;

const ids = (...of: readonly Filed[]) => of.map(({ caseId }) => caseId);
const asked = async (who: string, path: string): Promise<CaseList> =>
  CaseList.parse(must(await demo.as(who).get(path), 200).body);
const found = async (who: string, typed: string): Promise<string[]> =>
  (await asked(who, `/cases/search?q=${encodeURIComponent(typed)}`)).items.map(({ caseId }) => caseId);

/** A role that may read under each regulation, and under no other of them. */
const READER = { [DOORS]: "afterSales", [TAXI]: "operations", [MACHINERY]: "afterSalesAdministrator" } as const;

describe("a case is found", () => {
  test.each<[string, keyof typeof READER, () => string, () => string[]]>([
    ["by its number", DOORS, () => filed.rust.number, () => ids(filed.rust)],
    ["by a telephone, however it is spelt", DOORS, () => "+86 13900001111", () => ids(filed.rust)],
    ["by an address", DOORS, () => "Ada@Dealer.example", () => ids(filed.rust)],
    ["by an order number, without its sign", DOORS, () => "so77", () => ids(filed.rust)],
    ["by a number plate", TAXI, () => "浙a12345", () => ids(filed.taxi)],
    ["by a contract", MACHINERY, () => "HT2026009", () => ids(filed.machine)],
    ["by words", DOORS, () => "lower RUST", () => ids(filed.rust)],
    ["by Chinese words that stand together", DOORS, () => "变形", () => ids(filed.door)],
    ["by one character", DOORS, () => "形", () => ids(filed.rust, filed.door)],
    ["by the name of who filed it", DOORS, () => "byron", () => ids(filed.rust)],
  ])("%s", async (_why, policy, typed, wanted) => {
    expect(await found(READER[policy], typed())).toEqual(wanted());
  });

  test("by nobody who may not read it, whatever is typed", async () => {
    for (const typed of [filed.taxi.number, "13700003333", "he@rider.example", "浙A12345", "绕路"]) {
      expect(await found(READER[TAXI], typed), typed).toContain(filed.taxi.caseId);
      expect(await found(READER[DOORS], typed), typed).not.toContain(filed.taxi.caseId);
    }
    const stranger = await demo.as("stranger").get("/cases/search?q=rust");
    expect([stranger.status, Problem.parse(stranger.body).code]).toEqual([403, "not-a-member"]);
  });

  test("by what a step corrected, once it has woken, and still by what was said first", async () => {
    const operations = demo.as("operations");
    await operations.step(filed.taxi, "classify", { category: "1", vehicle: "浙B·67890", driverName: "Zhou" });
    await demo.pass("2 minutes");
    for (const plate of ["浙B67890", "浙a12345", "zhou"])
      expect(await found("operations", plate)).toEqual(ids(filed.taxi));
  });

  test.each(["", " ", "x".repeat(201)])("but nothing is looked for by %j", async (typed) => {
    const answer = await demo.as("afterSales").get(`/cases/search?q=${typed}`);
    expect([answer.status, Problem.parse(answer.body).code]).toEqual([400, "bad-fields"]);
  });

  test("page by page, to the end", async () => {
    const seen: string[] = [];
    for (let cursor: string | undefined = ""; cursor !== undefined; ) {
      const page: CaseList = await asked("afterSales", `/cases/search?q=%E5%BD%A2&limit=1&cursor=${cursor}`);
      seen.push(...page.items.map(({ caseId }) => caseId));
      cursor = page.cursor;
    }
    expect(seen).toEqual(ids(filed.rust, filed.door));
  });
});

test("what was said stands in no key of the table, and two wake-ups at once file it no differently", async () => {
  const before = await demo.items();
  const keys = before.map(({ pk, sk }) => `${pk} ${sk}`);
  expect(keys.filter((key) => key.includes("#WORD#")).length).toBeGreaterThan(50);
  for (const key of keys) expect(key).not.toMatch(/变形|rust|byron|13900001111|dealer\.example|SO-?77|12345/i);
  await Promise.all([0, 1, 0, 1].map((shard) => demo.invoke("wake.schedule", { shard })));
  expect(await demo.items()).toEqual(before);
});

test("the desk tells which regulations there are, how their lists are cut, and what the caller may do with each", async () => {
  const deskOf = async (who: string): Promise<DeskReply> =>
    DeskReply.parse(must(await demo.as(who).get("/desk"), 200).body);
  const { org, regulations } = await deskOf("afterSalesManager");
  expect(org).toMatchObject({ id: demo.org, timeZone: "Asia/Shanghai" });
  expect(regulations.map(({ id }) => id)).toEqual([DOORS, TAXI, COURIER, MACHINERY]);
  const [doors, taxi] = regulations;
  expect(doors).toMatchObject({ may: expect.arrayContaining(["read", "export"]), kinds: [{ id: "complaint" }] });
  expect(doors?.states).toContainEqual({ id: "RECEIVED", title: expect.any(String), final: false });
  expect(doors?.desks).toContainEqual({ id: "afterSales", title: expect.any(String) });
  expect(doors?.categories.map(({ code }) => code)).toContain("1");
  expect(taxi?.may, "no role of that regulation").toEqual([]);
  const stranger = await demo.as("stranger").get("/desk");
  expect([stranger.status, Problem.parse(stranger.body).code]).toEqual([403, "not-a-member"]);
});

describe("the list", () => {
  const listed = async (who: string, query: string) => (await asked(who, `/cases?${query}`)).items;

  test("of a department holds its own, and what was handed in is shown as the regulation says it", async () => {
    const rows = await listed("afterSales", "");
    expect(rows.map(({ caseId }) => caseId)).toEqual(ids(filed.door, filed.rust));
    expect(rows[1]).toMatchObject({
      number: filed.rust.number,
      policy: { id: DOORS, title: expect.any(String) },
      state: { id: "RECEIVED", says: expect.not.stringMatching(/^RECEIVED$/) },
      desk: { id: "afterSales", title: expect.any(String) },
      reporter: "=••••",
      category: "2-1",
      overdue: false,
      clockSays: expect.stringMatching(/plan/i),
    });
  });

  test.each([
    ["a regulation", `policy=${DOORS}`, 2],
    ["a desk", "desk=afterSales", 2],
    ["another desk", "desk=operationsDirector", 0],
    ["a state", "state=RECEIVED", 2],
    ["another state", "state=ACCEPTED", 0],
    ["a category and what is under it", "category=2", 2],
    ["a due before", "dueBefore=2026-03-11", 0],
    ["a due from", "dueFrom=2026-03-11&dueBefore=2026-03-31", 2],
    ["whom it is with", "person=me", 0],
  ])("is cut by %s", async (_why, query, count) => {
    expect(await listed("afterSales", query)).toHaveLength(count);
  });

  test("follows a case: whoever took its last step has it, and a closed one is among the closed", async () => {
    const operations = demo.as("operations");
    expect(await listed("operations", "person=me")).toHaveLength(1);
    const steps = (await operations.see(filed.taxi)).next.filter(({ allowed }) => allowed);
    expect(steps.length).toBeGreaterThan(0);
    expect(await listed("operations", "open=false")).toEqual([]);
  });

  test.each([
    ["a day that is none", "dueBefore=2026-02-30"],
    ["a month that is none", "month=2026-13"],
    ["no page at all", "limit=0"],
  ])("refuses %s", async (_why, query) => {
    const answer = await demo.as("afterSales").get(`/cases?${query}`);
    expect([answer.status, Problem.parse(answer.body).code]).toEqual([400, "bad-fields"]);
  });
});

describe("the tracking register (CCF-16, MCH-06)", () => {
  test("holds a regulation's cases of a month of the office, by their receipt", async () => {
    const { items } = await asked("afterSalesAdministrator", `/register?policy=${MACHINERY}&month=2026-03`);
    expect(items).toMatchObject([{ number: filed.machine.number, reporter: "M••••", policy: { id: MACHINERY } }]);
    expect((await asked("afterSalesAdministrator", `/register?policy=${MACHINERY}&month=2026-02`)).items).toEqual([]);
  });

  test("keeps a case that was closed, with when", async () => {
    const clerk = demo.as("afterSales");
    const one = await fileAs(DOORS, plainComplaint());
    for (const [step, answers] of TO_THE_END) await clerk.step(one, step, answers);
    expect((await clerk.see(one)).state.final).toBe(true);
    const { items } = await asked("afterSales", "/register?month=2026-03&open=false");
    expect(items).toMatchObject([{ caseId: one.caseId, closedAt: expect.stringMatching(/^2026-03-10T.*\+08:00$/) }]);
    expect((await asked("afterSales", "/cases?open=false")).items.map(({ caseId }) => caseId)).toEqual([one.caseId]);
    expect((await asked("afterSales", "/cases")).items.map(({ caseId }) => caseId)).not.toContain(one.caseId);
  });

  const exporter = "afterSalesManager";

  test("goes out as xlsx that another program reads", async () => {
    const token = await tokenOf(demo.ask, exporter);
    const response = await fetch(`${demo.url}/v1/${demo.org}/register/export?policy=${DOORS}&month=2026-03`, {
      headers: { authorization: `Bearer ${token}`, "accept-language": "zh-CN" },
    });
    expect(response.status).toBe(200);
    expect(response.headers.get("content-disposition")).toBe(
      'attachment; filename="demo-doors-register-2026-03-10.xlsx"',
    );
    expect(response.headers.get("link")).toBeNull();
    const [sheet] = await readExcel(Buffer.from(await response.arrayBuffer()));
    expect(sheet?.sheet).toBe("登记追踪表");
    expect(sheet?.data[0]?.slice(0, 4)).toEqual(["编号", "制度", "受理时间", "提交人"]);
    const numbers = sheet?.data.slice(1).map(([number]) => number);
    expect(numbers).toEqual(expect.arrayContaining([filed.door.number, filed.rust.number]));
  });

  test("goes out as CSV in which nothing is a formula", async () => {
    const answer = await demo.as(exporter).get(`/register/export?policy=${DOORS}&month=2026-03&format=csv`);
    expect(answer.headers.get("content-type")).toContain("text/csv");
    const line = answer.text.split("\r\n").find((one) => one.startsWith(filed.rust.number));
    expect(line).toContain(",'=••••,");
    expect(line).toMatch(/,2026-03-10 09:32:\d\d,/);
  });

  test("and the list of a desk likewise, to whoever may carry lists away", async () => {
    const answer = await demo.as(exporter).get("/cases/export?format=csv&desk=afterSales");
    expect(answer.status).toBe(200);
    expect(answer.text.split("\r\n").filter((line) => line.startsWith("2026-03-"))).toHaveLength(2);
  });
});
