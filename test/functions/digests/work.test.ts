import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DigestShown } from "../../../shared/api/digests.ts";
import { VisitView } from "../../../shared/api/visiting.ts";
import { must } from "../../stack/call.ts";
import { handIn } from "../../stack/reports.ts";
import { openTest, type TestStack } from "../../stack/stack.ts";
import { filledIn, inspecting } from "../inspections/inspect.ts";

const PSI = "property-service-inspection";
const GSS = "group-service-supervision";
const COURIER = "courier-service-quality";
const HR = "adminhr@demo-doors.example";

let demo: TestStack;
beforeAll(async () => {
  demo = await openTest({ at: "2026-01-26T10:00+08:00", policies: [PSI, GSS, COURIER] });
  await demo.pass("3 minutes");
});
afterAll(() => demo.close());

/** How it stands now for somebody, as a digest would say it, in one line of text. */
const standing = async (sub: string, locale: "zh-CN" | "en"): Promise<string> => {
  const { body } = must(await demo.as(sub).get("/digest", { "accept-language": locale }), 200);
  return DigestShown.parse(body).text.replace(/\s+/g, " ");
};
const lastMail = async (to: string): Promise<string> =>
  (await demo.digests(to)).at(-1)?.text?.replace(/\s+/g, " ") ?? expect.unreachable(`no digest to ${to}`);

describe("a digest tells of everything that is late or due, whatever kind of work it is", () => {
  test("AS-37 an unannounced check is in no digest before its day, and is there on it", async () => {
    const counters = Array.from({ length: 8 }, (_, n) => `counter-${n + 1}`);
    for (const id of counters) {
      const counter = { schedule: "monthly-spot-check", title: id, contact: { name: "Counter" } };
      must(await demo.as("supervisor").post(`/visited/${id}?policy=${GSS}`, counter), 200);
    }
    await demo.pass("3 minutes");
    const days = await Promise.all(
      counters.map(async (id) => {
        const path = `/visited/${id}/visits/2026-01-31-1.monthly-spot-check`;
        return [id, VisitView.parse(must(await demo.as("supervisor").get(path), 200).body).day ?? ""] as const;
      }),
    );
    const open = days.filter(([, day]) => day <= "2026-01-26").map(([id]) => id);
    expect(open.length, "a draw of the last six days of a month").toBeLessThan(counters.length);
    for (const locale of ["zh-CN", "en"] as const) {
      const said = await standing("coordinator", locale);
      expect(counters.filter((id) => said.includes(`/visits?id=${id}>`))).toEqual(open);
    }
    await demo.until("2026-01-31T00:05+08:00");
    const said = await standing("coordinator", "zh-CN");
    expect(said).toContain("7日内到期的定期工作：8");
    expect(counters.filter((id) => said.includes(`/visits?id=${id}>`))).toEqual(counters);
  });

  test("what was missed, what is to be done this week, and the reports of each department, in both languages", async () => {
    const { file } = inspecting(demo);
    const found = { "process-control": { result: "remark", note: "No plan at the desk" } } as const;
    await demo.until("2026-01-31T09:00+08:00");
    await file("adminHr", PSI, filledIn(PSI, "hr-monthly-check", found, { department: "North department" }));
    await demo.until("2026-02-02T08:03+08:00");
    const mail = await lastMail(HR);
    expect(mail).toContain("Work that was missed:");
    expect(mail, "every working day since it began, in one line").toContain("specialist supervisor (5 times)");
    expect(mail, "what was done in time is not among it").not.toContain("spot check by administration");
    expect(mail).toContain(
      "Weekly full check by the property administrator | With Property administrator | Late by 8 hours",
    );
    expect(mail).toContain(
      "Weekly full check by the property administrator | With Property administrator | Due Sun 8 Feb",
    );
    expect(mail).toContain("Reports due within 7 days: 2");
    expect(mail).toMatch(
      /reports\?id=[a-z-]+\.monthly-collection\.2026-01\.north> .* North department \| With Responsible department/,
    );
    expect(mail).toContain("Findings due within 7 days: 1");
    const zh = await standing("adminHr", "zh-CN");
    for (const list of ["未完成的定期工作：", "7日内到期的定期工作：", "7日内应报送的报告：2", "7日内应整改的问题：1"])
      expect(zh).toContain(list);
  });

  test("a report that was not handed in is late, that of the department that did is not; a finding past its time stands there", async () => {
    await demo.until("2026-02-05T10:00+08:00");
    await handIn(demo, "departmentNorth", `${PSI}.monthly-collection.2026-01.north`);
    await demo.until("2026-02-09T08:03+08:00");
    const mail = await lastMail(HR);
    expect(mail).toContain("Reports not handed in: 1");
    expect(mail).toMatch(/not handed in: 1 .*South/);
    expect(mail).toMatch(/Findings past their time: 1 .*target only/);
    expect(await standing("adminHr", "zh-CN")).toContain("未报送的报告：1");
  });

  test("what an entry of a register waits for by a clock is due, and then late", async () => {
    const answers = { senderData: "甲", recipientData: "乙", amount: "10.00", collectedOn: "2026-01-10" };
    must(await demo.as("originCompany").post(`/registers/${COURIER}/cod-ledger`, { answers }), 201);
    const due = await standing("leadingGroup", "en");
    expect(due).toMatch(/Entries due within 7 days: 1 .*Settled with the sender/);
    await demo.until("2026-02-11T00:05+08:00");
    const late = await standing("leadingGroup", "zh-CN");
    expect(late).toMatch(/逾期待办的登记：1 .*代收货款台帐：与寄件人结算/);
    expect(`${due}${late}`, "nothing that was entered").not.toMatch(/甲|10\.00/);
  });
});
