import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Problem } from "../../../shared/api/problem.ts";
import { DAMAGE } from "../../fixtures/photos/photos.ts";
import { must } from "../../stack/call.ts";
import type { Filed } from "../../stack/customer.ts";
import { openTest, type TestStack } from "../../stack/stack.ts";

let demo: TestStack;
beforeAll(async () => {
  demo = await openTest({ at: "2026-03-02T09:00+08:00", policies: ["booth-construction-entry"] });
});
afterAll(() => demo.close());

const drawings = {
  contact: { name: "Bai Lu", email: "bai@builders.example" },
  eventName: "Spring fair",
  builderName: "Linjiang Stands",
  exhibitor: "Fittings Ltd",
  standNo: "B-12",
  standLength: 9,
  standWidth: 6,
  standHeight: 4,
  structure: "wood",
  woodSpan: 5,
};
const high = { ...drawings, standHeight: 5.01, safetyPlan: "Guyed on four sides." };
const steel = { ...drawings, structure: "steel", woodSpan: undefined };

/** Drawings with their pictures, which a stand needs whatever its height. */
const handedIn = async (form: Record<string, unknown>): Promise<Filed> => {
  const filed = await demo.file(form);
  for (const { damage, need } of (await demo.tracking(filed)).evidence.items)
    for (const name of DAMAGE.slice(0, need)) await demo.photo(filed, damage, name);
  return filed;
};

const pass = async (filed: Filed) => {
  const answer = await demo.as("committee").tryStep(filed, "pass", { reviewNo: "R-1" });
  return answer.status === 200 ? "passed" : Problem.parse(answer.body).code;
};
const approve = ({ caseId }: Filed, verdict = "approve") =>
  demo.as("exhibitionCentre").post(`/cases/${caseId}/approvals`, { approval: "over-height", verdict });

describe("AS-104 limits of a stand", () => {
  test.each([
    { why: "5.00 m is the limit itself", form: { ...drawings, standHeight: 5 }, result: "passed" },
    { why: "a centimetre more needs the centre", form: high, result: "approval-missing" },
  ])("$why: $result", async ({ form, result }) => {
    expect(await pass(await handedIn(form))).toBe(result);
  });

  test("the centre approves the safety plan of a high stand, which then passes", async () => {
    const filed = await handedIn(high);
    must(await approve(filed), 200);
    expect(await pass(filed)).toBe("passed");
  });

  test("a stand that grows after the approval needs it again: only what was seen is approved", async () => {
    const filed = await handedIn(high);
    must(await approve(filed), 200);
    const committee = demo.as("committee");
    await committee.step(filed, "request-changes", { changes: "Show the roof." });
    await committee.step(filed, "resubmit", { standHeight: 5.5 });
    expect(await pass(filed)).toBe("approval-missing");
    must(await approve(filed), 200);
    expect(await pass(filed)).toBe("passed");
  });

  test("a stand that is made lower needs no approval any more", async () => {
    const filed = await handedIn(high);
    const committee = demo.as("committee");
    await committee.step(filed, "request-changes", { changes: "Lower it." });
    await committee.step(filed, "resubmit", { standHeight: 5 });
    expect(await pass(filed)).toBe("passed");
  });

  test.each([
    { why: "a span of wood of 6.0 m", form: { ...drawings, woodSpan: 6 }, refused: undefined },
    { why: "a span of wood of 6.1 m", form: { ...drawings, woodSpan: 6.1 }, refused: ["/woodSpan", "BCE-13"] },
    { why: "a span of steel of 8.0 m", form: { ...steel, steelSpan: 8 }, refused: undefined },
    { why: "a span of steel of 8.1 m", form: { ...steel, steelSpan: 8.1 }, refused: ["/steelSpan", "BCE-14"] },
    { why: "no safety plan over 5 m", form: { ...high, safetyPlan: undefined }, refused: ["/safetyPlan", "BCE-12"] },
  ])("$why", async ({ form, refused }) => {
    const answer = await demo.tryFile(form);
    if (refused === undefined) return expect(answer.status).toBe(201);
    const { fields } = Problem.parse(must(answer, 400).body);
    expect(fields?.map(({ path, rule }) => [path, rule])).toEqual([refused]);
  });
});
