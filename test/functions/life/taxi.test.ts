import { afterAll, beforeAll, expect, test } from "vitest";
import { CaseList } from "../../../shared/api/list-view.ts";
import { must } from "../../stack/call.ts";
import { openTest, type TestStack } from "../../stack/stack.ts";

let demo: TestStack;
beforeAll(async () => {
  demo = await openTest({ at: "2026-03-10T09:30+08:00", policies: ["taxi-service-quality"] });
});
afterAll(() => demo.close());

const ride = {
  contact: { name: "Gao Yuan", email: "gao@passenger.example" },
  vehicle: "浙A·T0177",
  driverName: "服务证 2207",
  description: "不打表收费",
};

const listed = async () => CaseList.parse(must(await demo.as("operations").get("/cases"), 200).body).items;

test("AS-106 a fare without the meter is of class 3, with driver and vehicle", async () => {
  const filed = await demo.file({ ...ride, category: "3" });
  const seen = await demo.as("operations").see(filed);
  expect(seen).toMatchObject({
    kind: { id: "complaint" },
    category: { code: "3", says: expect.stringContaining("without the meter") },
    facts: { category: "3", vehicle: "浙A·T0177", driverName: "服务证 2207" },
  });
  expect((await listed()).find(({ caseId }) => caseId === filed.caseId)?.category).toBe("3");
});

test("AS-106 free text without a class is accepted as unclassified and waits to be classified", async () => {
  const filed = await demo.file({ contact: ride.contact, description: "司机态度恶劣，车上有烟味" });
  const operations = demo.as("operations");
  expect(await operations.see(filed)).toMatchObject({
    state: { id: "RECEIVED", says: "To be classified" },
    category: { code: "unclassified", says: "Unclassified" },
  });
  expect((await demo.tracking(filed, "zh-CN")).category).toEqual({ code: "unclassified", says: "待归类" });
  expect((await listed()).find(({ caseId }) => caseId === filed.caseId)).toMatchObject({ category: "unclassified" });

  const early = await operations.tryStep(filed, "verify", {
    founded: "founded",
    verification: "by the meter's record",
  });
  expect([early.status, early.body]).toMatchObject([409, { code: "wrong-state" }]);
  const without = await operations.tryStep(filed, "classify", { category: "2" });
  expect([without.status, without.body]).toMatchObject([
    400,
    { fields: [{ path: "/vehicle" }, { path: "/driverName" }] },
  ]);
  const seen = await operations.step(filed, "classify", { category: "2", vehicle: "浙A·T0178", driverName: "2208" });
  expect(seen.category).toMatchObject({ code: "2" });
  expect((await listed()).find(({ caseId }) => caseId === filed.caseId)?.category).toBe("2");
});
