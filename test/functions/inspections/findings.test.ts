import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CommonProblems } from "../../../shared/api/common-problems.ts";
import { FindingList, InspectionList } from "../../../shared/api/inspections.ts";
import { must, told } from "../../stack/call.ts";
import { openTest, type TestStack } from "../../stack/stack.ts";
import { filledIn, inspecting } from "./inspect.ts";

const PSI = "property-service-inspection";
const ITS = "it-customer-service";
const GAS = "gas-network-after-sales";
const BCE = "booth-construction-entry";
const GSS = "group-service-supervision";
const GSQ = "guest-service-quality";

let demo: TestStack;
let on: ReturnType<typeof inspecting>;
beforeAll(async () => {
  demo = await openTest({
    at: "2026-09-01T10:00+08:00",
    policies: [BCE, PSI, ITS, GAS, GSS, GSQ],
    people: [{ sub: "two-sided", name: "Two sided", groups: ["demo-doors:business", "demo-doors:techService"] }],
  });
  on = inspecting(demo);
});
afterAll(() => demo.close());

const uncontrolled = { "process-control": { result: "remark", note: "客服未按规定回访" } } as const;
const monthly = (more: object = {}) => filledIn(PSI, "hr-monthly-check", uncontrolled, more);
const codes = (answer: Parameters<typeof told>[0]) => told(answer);

describe("AS-34 a finding needs the right signatures", () => {
  test("not rectified before the head signs, not verified by the responsible side, closed by the inspecting one", async () => {
    const filed = await on.file("adminHr", PSI, monthly());
    expect(filed).toMatchObject({ outcome: "findings", findings: [{ n: 1, state: "OPEN" }] });
    const measure = { measure: "补做回访，班组培训" };
    expect(codes(await on.tryLine("responsibleHead", filed, 1, "rectification", measure))).toEqual([
      409,
      "finding-not-signed",
    ]);
    expect(codes(await on.tryLine("adminHr", filed, 1, "signature"))).toEqual([403, "not-your-role"]);
    await on.line("responsibleHead", filed, 1, "signature", { remark: "属实" });
    expect(codes(await on.tryLine("responsibleHead", filed, 1, "signature"))).toEqual([409, "nothing-to-do"]);
    const rectifier = { name: "孙立", sub: "specialistSupervisor", email: "sun@example.com" };
    const assigned = await on.line("responsibleHead", filed, 1, "rectifier", { rectifier, dueOn: "2026-09-10" });
    expect(assigned.findings[0]).toMatchObject({
      state: "RECTIFYING",
      assigned: { rectifier: "孙立", dueOn: "2026-09-10" },
    });
    const verdict = { verdict: "passed", result: "抽查十户均已回访" };
    expect(codes(await on.tryLine("adminHr", filed, 1, "verification", verdict))).toEqual([409, "nothing-to-do"]);
    await on.line("specialistSupervisor", filed, 1, "rectification", measure);
    for (const inspected of ["responsibleHead", "department", "specialistSupervisor"])
      expect(codes(await on.tryLine(inspected, filed, 1, "verification", verdict))).toEqual([403, "same-side"]);
    const back = await on.line("adminHr", filed, 1, "verification", { verdict: "failed", result: "仍有两户未回访" });
    expect(back.findings[0]).toMatchObject({ state: "RECTIFYING", rounds: 1 });
    await on.line("specialistSupervisor", filed, 1, "rectification", measure);
    const closed = await on.line("adminHr", filed, 1, "verification", verdict);
    expect(closed).toMatchObject({
      outcome: "rectified",
      findings: [
        {
          state: "CLOSED",
          rectified: { measure: measure.measure },
          verified: { passed: true, result: verdict.result },
        },
      ],
    });
    expect(closed.acts).toEqual([]);
  });

  test("the head, whoever puts it right and the verifier are told once each, and what is late is said", async () => {
    const head = { name: "周宁", sub: "responsibleHead", email: "zhou@example.com", locale: "en" };
    const filed = await on.file("adminHr", PSI, monthly({ subject: "12号楼", head }));
    await demo.pass("3 minutes");
    const asked = await demo.mails({ to: "zhou@example.com" });
    expect(asked.map(({ subject }) => subject)).toEqual(["Please sign for what was found: 12号楼"]);
    await on.line("responsibleHead", filed, 1, "signature");
    const rectifier = { name: "李青", email: "li@example.com", locale: "zh-CN" };
    await on.line("responsibleHead", filed, 1, "rectifier", { rectifier, dueOn: "2026-09-03" });
    await demo.until("2026-09-04T09:30+08:00");
    const told = await demo.mails({ to: "li@example.com" });
    expect(told.map(({ subject }) => subject)).toEqual([
      "请整改：12号楼",
      "不合格项即将到期：12号楼",
      "不合格项已逾期：12号楼",
    ]);
    const late = FindingList.parse(
      must(await demo.as("adminHr").get(`/findings?policy=${PSI}&department=工程部`), 200).body,
    );
    const mine = late.items.find(({ inspectionId }) => inspectionId === filed.inspectionId);
    expect(mine?.dues).toMatchObject([{ clock: "assigned", overdue: true }]);
  });
});

describe("AS-35 a common problem", () => {
  test("the same code in two departments of a quarter demands an action, and an action planned satisfies it", async () => {
    const problem = { code: "未佩戴工牌", title: "未佩戴工牌", result: "remark", note: "两人" };
    const check = (department: string) => {
      const form = filledIn(PSI, "hr-monthly-check", {}, { department });
      return on.file("adminHr", PSI, { ...form, lines: [...form.lines, problem] });
    };
    const asked = `policy=${PSI}&on=2026-09-15`;
    const problems = async () =>
      CommonProblems.parse(must(await demo.as("adminHr").get(`/common-problems?${asked}`), 200).body).items.filter(
        ({ code }) => code === problem.code,
      );
    await check("保洁部");
    expect(await problems(), "one department has it").toEqual([]);
    await check("保安部");
    const [common] = await problems();
    expect(common).toMatchObject({
      departments: ["保洁部", "保安部"],
      times: 2,
      period: "2026-Q3",
      blocks: ["hr-quarterly-report"],
    });
    expect(common?.action).toBeUndefined();
    const plan = {
      cause: "新员工未培训",
      measure: "补发工牌",
      owner: { role: "department", person: "吴江" },
      due: "2026-10-31",
    };
    const at = `/common-problems/${common?.actionId}`;
    expect(told(await demo.as("adminHr").post(`${at}/plan?${asked}`, plan))).toEqual([403, "not-your-role"]);
    must(await demo.as("department").post(`${at}/plan?${asked}`, plan, { "idempotency-key": "plan-1" }), 200);
    must(await demo.as("department").post(`${at}/plan?${asked}`, plan, { "idempotency-key": "plan-1" }), 200);
    expect((await problems())[0]?.action).toMatchObject({ state: "PLANNED", history: [{ what: "planned" }] });
    must(await demo.as("department").post(`${at}/done?${asked}`, { result: "已补发" }), 200);
    const verdict = { verdict: "passed", result: "抽查合格" };
    expect(told(await demo.as("department").post(`${at}/verification?${asked}`, verdict))).toEqual([403, "same-side"]);
    must(await demo.as("adminHr").post(`${at}/verification?${asked}`, verdict), 200);
    expect((await problems())[0]?.action?.state).toBe("VERIFIED");
    const nextQuarter = await demo.as("adminHr").get(`/common-problems?policy=${PSI}&on=2026-10-01`);
    expect(CommonProblems.parse(must(nextQuarter, 200).body).items).toEqual([]);
  });
});

describe("AS-79 the supervisor is not the performer", () => {
  test.each(["techService", "technician", "techSupervisor", "two-sided"])("%s is refused", async (as) => {
    const body = filledIn(ITS, "monthly-assessment");
    expect(told(await on.tryFile(as, ITS, body))).toEqual([403, "same-side"]);
  });

  test("the business department submits it", async () => {
    const filed = await on.file("business", ITS, filledIn(ITS, "monthly-assessment"));
    expect(filed).toMatchObject({ outcome: "passed", findings: [] });
  });
});

describe("AS-99 one inspector", () => {
  const people = (...inCharge: boolean[]) => ({
    people: inCharge.map((one, at) => ({ name: `检查员${at}`, inCharge: one })),
  });
  test.each([
    { why: "one inspector", more: people(true) },
    { why: "nobody in charge", more: people(false, false) },
    { why: "two in charge", more: people(true, true) },
    {
      why: "one person twice",
      more: {
        people: [
          { name: "A 1", inCharge: true },
          { name: "a  1", inCharge: false },
        ],
      },
    },
  ])("$why: 400", async ({ more }) => {
    const answer = await on.tryFile("inspector", GAS, filledIn(GAS, "station-inspection", {}, more));
    expect(told(answer)).toEqual([400, "bad-fields"]);
    expect(answer.body).toMatchObject({ fields: [{ path: "/people", rule: "GAS-06" }] });
  });

  test("two, one of them in charge, are enough; its clock runs from the finding", async () => {
    const leak = { leak: { result: "remark", note: "法兰微漏" } } as const;
    const filed = await on.file("inspector", GAS, filledIn(GAS, "station-inspection", leak, people(true, false)));
    expect(filed.findings).toMatchObject([{ code: "station-inspection/leak", dues: [{ clock: "anomaly-check" }] }]);
    expect(filed.findings[0]?.dues[0]?.due).toBe("2026-09-08T00:00:00+08:00");
  });
});

describe("AS-104 limits, at the boundary", () => {
  const stand = (said: Parameters<typeof filledIn>[2]) => filledIn(BCE, "safety-inspection", said);
  const ok = (value: string) => ({ result: "ok", value }) as const;
  test.each([
    { item: "height", value: "5.00", outcome: "passed" },
    { item: "height", value: "5.01", outcome: "waiting" },
    { item: "wood-span", value: "6.0", outcome: "passed" },
    { item: "wood-span", value: "6.1", outcome: "refused" },
    { item: "steel-span", value: "8.0", outcome: "passed" },
    { item: "steel-span", value: "8.000001", outcome: "refused" },
  ])("$item of $value m: $outcome", async ({ item, value, outcome }) => {
    expect((await on.file("organiser", BCE, stand({ [item]: ok(value) }))).outcome).toBe(outcome);
  });

  test("above five metres the centre approves the safety plan; what it does not approve is put right", async () => {
    const high = stand({ height: ok("5.01") });
    const [n] = [high.lines.findIndex(({ of }) => of.item === "height") + 1];
    const first = await on.file("organiser", BCE, high);
    const plan = { verdict: "passed", plan: "四面加斜撑" };
    expect(told(await on.tryLine("organiser", first, n, "approval", plan))).toEqual([403, "not-your-role"]);
    expect(await on.line("exhibitionCentre", first, n, "approval", plan)).toMatchObject({ outcome: "passed" });
    const second = await on.file("organiser", BCE, high);
    const no = await on.line("exhibitionCentre", second, n, "approval", { verdict: "failed", plan: "无结构计算" });
    expect(no).toMatchObject({ outcome: "refused", findings: [{ n, state: "OPEN" }] });
  });

  test.each(["5,01", "5.0000001", "1e3", "", "५"])("%j is no figure", async (value) => {
    const answer = await on.tryFile("organiser", BCE, stand({ height: ok(value) }));
    expect(told(answer)).toEqual([400, "bad-fields"]);
  });
});

describe("AS-37 what comes unannounced", () => {
  test("the inspected read nothing of an inspection that found nothing, and what they have to put right", async () => {
    const clean = await on.file("supervisor", GSS, filledIn(GSS, "monthly-spot-check"));
    expect(told(await demo.as("counter").get(`/inspections/${clean.inspectionId}`))).toEqual([403, "not-your-role"]);
    const tardy = { tarpaulin: { result: "remark", note: "未盖篷布" } } as const;
    const found = await on.file("supervisor", GSS, filledIn(GSS, "monthly-spot-check", tardy));
    expect((await on.see("counter", found)).findings).toHaveLength(1);
    const seen = async (as: string) =>
      InspectionList.parse(must(await demo.as(as).get(`/inspections?policy=${GSS}`), 200).body).items.map(
        ({ inspectionId }) => inspectionId,
      );
    expect(await seen("counter")).toEqual([found.inspectionId]);
    expect(await seen("supervisor")).toHaveLength(2);
    const forms = await demo.as("counter").get("/inspection-forms");
    expect(forms.text).not.toContain("monthly-spot-check");
  });

  test("of a covert check the inspected do not learn who made it", async () => {
    const form = filledIn(
      GSQ,
      "covert-check",
      {},
      { lines: [{ title: "上菜慢", result: "remark", note: "四十分钟" }] },
    );
    const found = await on.file("manager", GSQ, form);
    const seen = await on.see("kitchen", found);
    expect(seen.people).toBeUndefined();
    expect(JSON.stringify(seen)).not.toContain("赵启");
    expect((await on.see("manager", found)).people).toHaveLength(1);
  });
});

describe("sent again", () => {
  test("the same key is the same inspection, and another one under it is refused", async () => {
    const body = filledIn(ITS, "quality-patrol");
    const [one, again] = [
      await on.file("projectManager", ITS, body, "phone-1"),
      await on.file("projectManager", ITS, body, "phone-1"),
    ];
    expect(again.inspectionId).toBe(one.inspectionId);
    expect(again.history.filter(({ what }) => what === "Inspection handed in")).toHaveLength(1);
    const other = { ...body, subject: "another" };
    expect(told(await on.tryFile("projectManager", ITS, other, "phone-1"))).toEqual([422, "key-reused"]);
  });

  test("an answer that is missing, twice there, or of no list is named, and nothing is stored", async () => {
    const { lines, ...body } = filledIn(ITS, "quality-patrol");
    const [first, ...rest] = lines;
    const twice = { ...body, lines: [first, first, { of: { checklist: "x", item: "y" }, result: "ok" }] };
    const answer = await on.tryFile("projectManager", ITS, twice, "phone-2");
    expect(answer.body).toMatchObject({
      code: "bad-fields",
      fields: [{ path: "/lines/1/of" }, { path: "/lines/2/of" }, ...rest.map(() => ({ path: "/lines" }))],
    });
    expect(
      told(
        await on.tryFile(
          "projectManager",
          ITS,
          { ...body, lines: [{ title: "x", result: "remark" }, ...lines], doneAt: "2027-01-01T00:00:00+08:00" },
          "phone-2",
        ),
      ),
    ).toEqual([400, "bad-fields"]);
    expect((await on.file("projectManager", ITS, { ...body, lines }, "phone-2")).outcome).toBe("passed");
  });
});

test("findings leave as a sheet, of one department alone, for whoever may carry lists away", async () => {
  const asked = `/findings/sheet?policy=${PSI}&from=2026-09-01&to=2026-09-30&format=csv`;
  const sheet = must(await demo.as("adminHr").get(`${asked}&department=${encodeURIComponent("保洁部")}`), 200).text;
  expect(sheet).toContain("未佩戴工牌");
  expect(sheet).not.toContain("工程部");
  expect(told(await demo.as("adminHr").get(`/findings/sheet?policy=${PSI}&from=2024-09-01&to=2026-09-30`))).toEqual([
    400,
    "bad-fields",
  ]);
});
