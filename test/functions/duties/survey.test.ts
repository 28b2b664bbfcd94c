import { afterAll, beforeAll, expect, test } from "vitest";
import { CampaignView } from "../../../shared/api/campaigns.ts";
import { VisitList } from "../../../shared/api/visiting.ts";
import { must } from "../../stack/call.ts";
import { openTest, type TestStack } from "../../stack/stack.ts";

const PRV = "project-return-visit";

let demo: TestStack;
beforeAll(async () => {
  demo = await openTest({ at: "2026-10-12T09:30+08:00", policies: [PRV] });
  const rows = ["姓名,电子邮箱,电话,语言", "Luo Yizhou,luo@homes.example,13800001111,en"].join("\n");
  must(await demo.as("sales").post("/customers/imports", rows, { "content-type": "text/csv" }), 200);
  await demo.pass("3 minutes");
});
afterAll(() => demo.close());

const years = async (day: string) =>
  VisitList.parse(must(await demo.as("sales").get(`/visited/@${PRV}/visits?from=${day}&to=${day}`), 200).body)
    .items.filter(({ schedule }) => schedule.id === "yearly-survey")
    .map(({ state, doneAt }) => [state, doneAt?.slice(0, 10)]);

test("AS-108 the year's survey is done once it is sent, by its campaign, and no later year's with it", async () => {
  expect(await years("2026-12-31")).toEqual([["PLANNED", undefined]]);
  const plan = { survey: "satisfaction", title: "Customers 2026", audience: { is: "customers" } };
  const days = { sendOn: "2026-10-12", closesOn: "2026-11-20" };
  const planned = must(await demo.as("sales").post(`/campaigns?policy=${PRV}`, { ...plan, ...days }), 201);
  const { campaignId } = CampaignView.parse(planned.body);
  await demo.pass("2 minutes");
  expect(await years("2026-12-31"), "a draft is no survey").toEqual([["PLANNED", undefined]]);
  must(await demo.as("managerInCharge").post(`/campaigns/${campaignId}/approve`), 200);
  await demo.pass("40 minutes");
  expect(await demo.mails({ to: "luo@homes.example" })).toHaveLength(1);
  expect(await years("2026-12-31")).toEqual([["DONE", "2026-10-12"]]);
});
