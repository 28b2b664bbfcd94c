import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CommonProblems } from "../../../shared/api/common-problems.ts";
import { Problem } from "../../../shared/api/problem.ts";
import { must } from "../../stack/call.ts";
import { handIn, reportSeen } from "../../stack/reports.ts";
import { openTest, type TestStack } from "../../stack/stack.ts";
import { filledIn, inspecting } from "../inspections/inspect.ts";

const POLICY = "property-service-inspection";
const id = (schedule: string, period: string, unit?: string) =>
  [POLICY, schedule, period, ...(unit === undefined ? [] : [unit])].join(".");

let demo: TestStack;
beforeAll(async () => {
  demo = await openTest({ at: "2025-12-30T10:00+08:00", policies: [POLICY] });
});
afterAll(() => demo.close());

describe("the quarter report of January", () => {
  test("AS-35 the same finding in two departments stands in the way until an action is planned", async () => {
    const { file } = inspecting(demo);
    for (const department of ["North department", "South department"]) {
      const body = filledIn(
        POLICY,
        "hr-monthly-check",
        { "process-control": { result: "remark", note: '=HYPERLINK("http://x")' } },
        { department },
      );
      await file("adminHr", POLICY, body);
    }
    await demo.until("2026-01-01T09:05+08:00");
    const quarter = id("hr-quarterly-report", "2025-Q4");
    const { content, lines } = await reportSeen(demo, "adminHr", quarter);
    expect(JSON.stringify(lines)).toContain("South department");
    const hr = demo.as("adminHr");
    const no = Problem.parse(must(await hr.post(`/reports/${quarter}/submission`, { content }), 409).body);
    expect(no).toMatchObject({ code: "action-missing" });
    const asked = `policy=${POLICY}&on=2025-12-15`;
    const [common] = CommonProblems.parse(must(await hr.get(`/common-problems?${asked}`), 200).body).items;
    const plan = {
      ...{ cause: "No floor plan at the desk", measure: "Put one up and check it every month" },
      ...{ owner: { role: "department", person: "Wu Jiang" }, due: "2026-02-28" },
    };
    must(await demo.as("department").post(`/common-problems/${common?.actionId}/plan?${asked}`, plan), 200);
    expect((await handIn(demo, "adminHr", quarter)).state.id).toBe("SUBMITTED");
  });

  test("AS-30 it covers October to December, names the departments' months and quarter, and there is none of a quarter that runs", async () => {
    await demo.until("2026-01-15T10:00+08:00");
    const quarter = await reportSeen(demo, "adminHr", id("hr-quarterly-report", "2025-Q4"));
    expect(quarter.due).toBe("2026-01-16T00:00:00+08:00");
    expect(quarter.counted).toEqual({
      from: "2025-10-01T00:00:00+08:00",
      before: "2026-01-01T00:00:00+08:00",
      running: false,
    });
    const inputs = quarter.inputs
      .filter(({ unit }) => unit === "North department")
      .map(({ id: of, period }) => [of.split(".")[1], period]);
    expect(inputs).toEqual([
      ["monthly-report", "2025-10"],
      ["monthly-report", "2025-11"],
      ["monthly-report", "2025-12"],
      ["quarterly-report", "2025-Q4"],
    ]);
    const early = await demo.as("adminHr").get(`/reports/${id("hr-quarterly-report", "2026-Q1")}`);
    expect(Problem.parse(must(early, 409).body)).toMatchObject({
      code: "period-not-ended",
      title: expect.stringContaining("not ended"),
    });
  });

  test("a month before the company used Aftercare is begun by hand, and compiled within a minute", async () => {
    const north = demo.as("departmentNorth");
    const body = { schedule: "monthly-report", period: "2025-10", unit: "north" };
    expect(must(await demo.as("departmentSouth").post(`/reports?policy=${POLICY}`, body), 403).status).toBe(403);
    expect(
      Problem.parse(must(await north.post(`/reports?policy=${POLICY}`, { ...body, period: "2026-01" }), 409).body).code,
    ).toBe("period-not-ended");
    must(await north.post(`/reports?policy=${POLICY}`, body), 200);
    await demo.pass("2 minutes");
    const october = await reportSeen(demo, "departmentNorth", id("monthly-report", "2025-10", "north"));
    expect(october).toMatchObject({ state: { id: "DRAFT" }, empty: true, overdue: true });
    expect((await handIn(demo, "departmentNorth", october.id)).state.id).toBe("LATE");
  });

  test("what a customer or an inspector wrote is no formula in a workbook and no markup on a page", async () => {
    const { url } = must(
      await demo.as("adminHr").get(`/reports/${id("hr-quarterly-report", "2025-Q4")}/contents/1/json`),
      200,
    ).body as { url: string };
    const document = await (await fetch(url)).json();
    const { findings } = document.lists;
    expect(findings).toHaveLength(2);
    const table = document.lines[0].tables.find((one: { id: string }) => one.id === "by-department");
    for (const row of table.rows)
      for (const cell of row.slice(1)) {
        const counted = document.lists[cell.of].filter((one: Record<string, string>) =>
          Object.entries(cell.where).every(([name, value]) => one[name] === value),
        );
        expect(counted).toHaveLength(cell.n);
      }
  });
});
