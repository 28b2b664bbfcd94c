import { afterAll, beforeAll, expect, test } from "vitest";
import { InspectedList } from "../../../shared/api/inspections.ts";
import { VisitList } from "../../../shared/api/visiting.ts";
import { must } from "../../stack/call.ts";
import { openTest, type TestStack } from "../../stack/stack.ts";
import { filledIn, inspecting } from "./inspect.ts";

const PSI = "property-service-inspection";
const GAS = "gas-network-after-sales";

let demo: TestStack;
beforeAll(async () => {
  demo = await openTest({ at: "2026-09-01T10:00+08:00", policies: [GAS, PSI] });
  await demo.pass("3 minutes");
});
afterAll(() => demo.close());

test("an inspection that is handed in is what its regulation asked for in that month", async () => {
  const owed = async () =>
    VisitList.parse(
      must(await demo.as("adminHr").get(`/visited/@${PSI}/visits?from=2026-09-01&to=2026-09-30`), 200).body,
    ).items.filter(({ schedule }) => schedule.id === "hr-monthly-check");
  expect((await owed()).map(({ state }) => state)).toEqual(["PLANNED"]);
  await inspecting(demo).file("adminHr", PSI, filledIn(PSI, "hr-monthly-check"));
  await demo.pass("2 minutes");
  expect((await owed()).map(({ state }) => state)).toEqual(["DONE"]);
});

test("AS-98 of one station it is owed by the station, and stands in its ledger", async () => {
  const station = {
    schedule: "station-inspection",
    title: "3号调压站",
    contact: { name: "赵启" },
    events: { lastInspected: "2026-09-01" },
  };
  must(await demo.as("inspector").post(`/visited/S-3?policy=${GAS}`, station), 200);
  await demo.pass("3 minutes");
  const visits = async () =>
    VisitList.parse(must(await demo.as("inspector").get("/visited/S-3/visits"), 200).body).items.map(
      ({ window, state }) => `${window.to} ${state}`,
    );
  const [first] = await visits();
  expect(first).toBe("2026-09-15 PLANNED");
  await demo.until("2026-09-14T10:00+08:00");
  const people = [
    { name: "赵启", inCharge: true },
    { name: "钱文", inCharge: false },
  ];
  const form = filledIn(GAS, "station-inspection", {}, { people, object: "S-3" });
  const filed = await inspecting(demo).file("inspector", GAS, form);
  await demo.pass("4 minutes");
  expect((await visits()).slice(0, 2)).toEqual(["2026-09-15 DONE", "2026-09-28 PLANNED"]);
  const ledger = InspectedList.parse(must(await demo.as("inspector").get("/inspected/S-3"), 200).body);
  expect(ledger.made).toMatchObject([{ inspectionId: filed.inspectionId, findings: 0 }]);
});
