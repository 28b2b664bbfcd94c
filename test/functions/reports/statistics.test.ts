import { afterAll, beforeAll, expect, test } from "vitest";
import { publishedPolicy } from "../../../infra/policy/published.ts";
import { Problem } from "../../../shared/api/problem.ts";
import { must } from "../../stack/call.ts";
import { handIn, reportSeen } from "../../stack/reports.ts";
import { openTest, type TestStack } from "../../stack/stack.ts";
import { complaint, negotiated } from "../life/complaint-form.ts";
import { walk } from "../life/walk.ts";

const POLICY = "customer-complaint-form";
const STATISTICS = `${POLICY}.monthly-statistics.2026-07`;
const DISCIPLINE = `${POLICY}.discipline-review.2026-07`;
const WORKER = "The worker at P4";

let demo: TestStack;
beforeAll(async () => {
  demo = await openTest({ at: "2026-07-31T09:00+08:00", policies: [POLICY] });
});
afterAll(() => demo.close());

const policy = publishedPolicy(POLICY)?.policy ?? expect.unreachable("it ships");

/** A complaint that goes through the house, is judged and punished, and comes to its end. @returns its number. */
const closed = async (shares: readonly { department: string; percent: number }[]): Promise<string> => {
  const filed = await demo.file(complaint);
  await negotiated(demo, filed);
  const path = `/cases/${filed.caseId}`;
  const answers = { classOfCause: "quality", ownQuality: "yes", thirdParty: "no" };
  const judged = { answers, class: "human-negligence", shares };
  must(await demo.as("productionGroup").post(`${path}/liability`, judged), 200);
  const proposal = { kind: "discipline by the company's own principles", subject: WORKER, basis: "=cmd|'/C calc'!A0" };
  must(await demo.as("productionGroup").post(`${path}/sanctions`, { sanction: "discipline", ...proposal }), 200);
  must(await demo.as("generalManager").post(`${path}/sanctions/discipline-1/decision`, { approve: true }), 200);
  expect(await walk(demo, policy, filed, "ARCHIVED", { nth: 0 })).toMatchObject({ state: "ARCHIVED" });
  return (await demo.as("productionGroup").see(filed)).number;
};

const rowsOf = async (who: string, id: string, title: string) => {
  const { lines } = await reportSeen(demo, who, id);
  return lines.flatMap(({ tables }) => tables).find((one) => one.title === title)?.rows;
};

test("AS-48 CCF-28 the cases that July closed, with the departments' shares; what August closes is in August's", async () => {
  const [press, store] = ["Press shop", "Store"];
  const first = await closed([
    { department: press, percent: 70 },
    { department: store, percent: 30 },
  ]);
  const second = await closed([{ department: press, percent: 100 }]);
  const open = await demo.file(complaint);
  await demo.until("2026-08-01T09:05+08:00");
  const third = await closed([{ department: store, percent: 100 }]);
  const rows = await rowsOf("productionGroup", STATISTICS, "Cases closed");
  expect(rows?.[0]).toEqual(["All", 2]);
  const { lines } = await reportSeen(demo, "productionGroup", STATISTICS);
  const tables = lines.flatMap((line) => line.tables);
  const each = tables.find(({ head }) => head.includes("Shares"))?.rows ?? [];
  expect(each.map(([number, , , shares, age]) => [number, shares, age])).toEqual([
    [first, "Press shop 70 %, Store 30 %", "0 days"],
    [second, "Press shop 100 %", "0 days"],
  ]);
  const sums = tables.find(({ title }) => title === "Liability of the departments")?.rows;
  expect(sums).toEqual([
    ["Press shop", 2, "85 %"],
    ["Store", 1, "15 %"],
  ]);
  const whole = JSON.stringify(lines);
  for (const none of [third, open.number, WORKER, complaint.contact.name]) expect(whole).not.toContain(none);
});

test("CCF-38 A-36 the discipline of the month is a report of its own, for those alone whom it names", async () => {
  const rows = await rowsOf("productionGroup", DISCIPLINE, "Discipline approved");
  expect(rows?.filter((row) => row.includes(WORKER)).map((row) => row.slice(1))).toEqual([
    ["Administrative discipline", WORKER, "=cmd|'/C calc'!A0"],
    ["Administrative discipline", WORKER, "=cmd|'/C calc'!A0"],
  ]);
  expect((await handIn(demo, "productionGroup", DISCIPLINE)).state.id).toBe("SUBMITTED");
  expect((await handIn(demo, "productionGroup", STATISTICS)).state.id).toBe("SUBMITTED");
  await demo.pass("2 minutes");
  for (const who of ["manufacturing", "business"]) {
    expect(Problem.parse(must(await demo.as(who).get(`/reports/${DISCIPLINE}`), 403).body).code).toBe("not-your-role");
    expect(must(await demo.as(who).get(`/reports/${STATISTICS}`), 200).text).not.toContain(WORKER);
  }
  const told = await demo.mails({ to: "manufacturing@" });
  expect(told.filter(({ subject }) => subject.startsWith("Report"))).toHaveLength(1);
  expect(told.map(({ text }) => text).join()).not.toContain(WORKER);
  const named = (await demo.mails({ to: "hr@" })).filter(({ subject }) => subject.startsWith("Report"));
  expect(named.map(({ text }) => text.includes(WORKER))).toEqual([true]);
});
