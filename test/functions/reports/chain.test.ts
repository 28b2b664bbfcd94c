import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Problem } from "../../../shared/api/problem.ts";
import { ReportList } from "../../../shared/api/reports.ts";
import { VisitList } from "../../../shared/api/visiting.ts";
import { must } from "../../stack/call.ts";
import { handIn, reportSeen } from "../../stack/reports.ts";
import { openTest, type TestStack } from "../../stack/stack.ts";

const POLICY = "property-service-inspection";
const report = (schedule: string, period: string, unit?: string) =>
  [POLICY, schedule, period, ...(unit === undefined ? [] : [unit])].join(".");

let demo: TestStack;
beforeAll(async () => {
  demo = await openTest({ at: "2026-09-30T10:00+08:00", policies: [POLICY] });
});
afterAll(() => demo.close());

const refused = async (answer: Promise<{ status: number; body: unknown }>, status: number) =>
  Problem.parse(must((await answer) as never, status).body);

describe("the reports of September and of the third quarter", () => {
  test("AS-29 each is due on its day, moved by the holidays, and one of each department is there", async () => {
    expect(
      (await refused(demo.as("adminHr").get(`/reports/${report("monthly-report", "2026-09", "north")}`), 409)).code,
    ).toBe("period-not-ended");
    await demo.until("2026-10-01T09:05+08:00");
    const dues = async (sub: string, id: string) => (await reportSeen(demo, sub, id)).due;
    for (const unit of ["north", "south"]) {
      expect(await dues("department", report("monthly-collection", "2026-09", unit))).toBe("2026-10-09T00:00:00+08:00");
      expect(await dues("department", report("monthly-report", "2026-09", unit))).toBe("2026-10-11T00:00:00+08:00");
      expect(await dues("department", report("quarterly-report", "2026-Q3", unit))).toBe("2026-10-11T00:00:00+08:00");
    }
    expect(await dues("adminHr", report("hr-quarterly-report", "2026-Q3"))).toBe("2026-10-16T00:00:00+08:00");
  });

  test("PSI-21 a department writes its own report alone, and whoever gets it is told with its figures", async () => {
    const id = report("monthly-report", "2026-09", "north");
    const south = demo.as("departmentSouth");
    expect((await refused(south.get(`/reports/${id}`), 403)).code).toBe("not-your-role");
    const north = demo.as("departmentNorth");
    const texts = { texts: { 0: "Lighting of the lobby is <b>better</b>." } };
    must(await north.post(`/reports/${id}/texts`, texts), 200);
    expect((await refused(south.post(`/reports/${id}/submission`, { content: 1 }), 403)).code).toBe("not-your-role");
    expect((await refused(north.post(`/reports/${id}/submission`, { content: 7 }), 409)).code).toBe("report-changed");
    const done = await handIn(demo, "departmentNorth", id);
    expect(done.state.id).toBe("SUBMITTED");
    expect(done.contents.filter(({ submitted }) => submitted)).toHaveLength(1);
    expect((await refused(north.post(`/reports/${id}/texts`, texts), 409)).code).toBe("report-closed");
    await demo.pass("2 minutes");
    const [mail, ...more] = (await demo.mails({ to: "adminhr@" })).filter(({ subject }) =>
      subject.startsWith("Report"),
    );
    expect(more).toEqual([]);
    expect(mail?.subject).toContain("North department");
    expect(mail?.text).toContain("Lighting of the lobby is <b>better</b>.");
    expect(mail?.html).not.toContain("<b>better</b>");
    expect(mail?.text).toContain(`/console/#/${demo.org}/reports?id=${id}`);
  });

  test("PSI-19 PSI-23 the quarter is made from its months, those that are missing or late marked", async () => {
    await demo.until("2026-10-12T10:00+08:00");
    const late = await handIn(demo, "departmentSouth", report("monthly-report", "2026-09", "south"));
    expect(late.state.id).toBe("LATE");
    await demo.pass("2 minutes");
    const id = report("hr-quarterly-report", "2026-Q3");
    const quarter = await reportSeen(demo, "adminHr", id);
    const months = quarter.inputs.filter(({ id: of }) => of.includes("monthly-report"));
    expect(months.map(({ period, unit, is }) => [period, unit, is])).toEqual([
      ["2026-07", "North department", "missing"],
      ["2026-07", "South department", "missing"],
      ["2026-08", "North department", "missing"],
      ["2026-08", "South department", "missing"],
      ["2026-09", "North department", "submitted"],
      ["2026-09", "South department", "late"],
    ]);
    expect(JSON.stringify(months[4]?.texts)).toContain("Lighting of the lobby");
    const done = await handIn(demo, "adminHr", id);
    expect(done.state.id).toBe("SUBMITTED");
    await demo.pass("2 minutes");
    expect((await reportSeen(demo, "adminHr", report("monthly-report", "2026-09", "north"))).state.id).toBe(
      "CONSOLIDATED",
    );
    const owed = VisitList.parse(
      must(await demo.as("adminHr").get(`/visited/@${POLICY}/visits?from=2026-10-01&to=2026-10-31`), 200).body,
    ).items.map(({ visitId, state }) => [visitId, state]);
    // the department's quarter was never handed in, its month by one of them late
    expect(owed).toContainEqual(["2026-10-15-1.hr-quarterly-report", "DONE"]);
    expect(owed).toContainEqual(["2026-10-10-1.quarterly-report", "MISSED"]);
    expect(owed).toContainEqual(["2026-10-10-1.monthly-report", "DONE"]);
  });

  test("what was submitted stays when it is corrected, and the correction is a content of its own", async () => {
    const id = report("hr-quarterly-report", "2026-Q3");
    const hr = demo.as("adminHr");
    const before = await reportSeen(demo, "adminHr", id);
    expect((await refused(hr.post(`/reports/${id}/correction`, { reason: " " }), 400)).fields?.[0]?.path).toBe(
      "/reason",
    );
    must(await hr.post(`/reports/${id}/correction`, { reason: "August came late" }), 200);
    must(await hr.post(`/reports/${id}/texts`, { texts: { 1: "One common problem." } }), 200);
    await handIn(demo, "adminHr", id);
    await demo.pass("2 minutes");
    const after = await reportSeen(demo, "adminHr", id);
    const submitted = after.contents.filter((one) => one.submitted);
    expect(submitted).toHaveLength(2);
    const old = submitted[0]?.n ?? 0;
    const shown = must(await hr.get(`/reports/${id}?content=${old}`), 200).body as typeof after;
    expect(shown.lines).toEqual(before.lines);
    expect(after.lines[1]?.text).toBe("One common problem.");
  });

  test("each content can be taken away as page, workbook and document, by whoever may read it", async () => {
    const id = report("hr-quarterly-report", "2026-Q3");
    const start = async (format: string) => {
      const { url } = must(await demo.as("adminHr").get(`/reports/${id}/contents/1/${format}`), 200).body as {
        url: string;
      };
      const file = await fetch(url);
      expect(file.headers.get("content-disposition")).toMatch(/^attachment/);
      return Buffer.from(await file.arrayBuffer());
    };
    expect(`${await start("html")}`).toContain("<!doctype html>");
    expect((await start("xlsx")).subarray(0, 2).toString()).toBe("PK");
    expect(JSON.parse(`${await start("json")}`)).toMatchObject({ id, period: "2026-Q3" });
    expect((await refused(demo.as("departmentSouth").get(`/reports/${id}/contents/1/html`), 403)).code).toBe(
      "not-your-role",
    );
  });

  test("the list of a month shows what one may read", async () => {
    const seen = async (sub: string) =>
      ReportList.parse(must(await demo.as(sub).get(`/reports?policy=${POLICY}&month=2026-10`), 200).body).items.map(
        ({ id }) => id,
      );
    const all = await seen("adminHr");
    expect(all).toContain(report("hr-quarterly-report", "2026-Q3"));
    const own = await seen("departmentNorth");
    expect(own).toContain(report("monthly-report", "2026-09", "north"));
    expect(own.every((id) => id.endsWith(".north"))).toBe(true);
  });
});
