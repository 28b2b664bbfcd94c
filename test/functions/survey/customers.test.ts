import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type * as z from "zod";
import { publishedPolicy } from "../../../infra/policy/published.ts";
import { CampaignView } from "../../../shared/api/campaigns.ts";
import { CustomerList } from "../../../shared/api/customers.ts";
import { Problem } from "../../../shared/api/problem.ts";
import { must, told } from "../../stack/call.ts";
import { openTest, type TestStack } from "../../stack/stack.ts";
import { filedUnder, walk } from "../life/walk.ts";

let demo: TestStack;
beforeAll(async () => {
  demo = await openTest({
    at: "2026-09-01T09:30+08:00",
    policies: ["owner-satisfaction-survey", "enterprise-after-sales", "courier-service-quality"],
  });
});
afterAll(() => demo.close());

const CSV = { "content-type": "text/csv" };
const HEAD = "姓名,电子邮箱,电话,语言,building";
const office = () => demo.as("management");
const send = (lines: readonly string[], query = "") =>
  office().post(`/customers/imports${query}`, [HEAD, ...lines].join("\n"), CSV);
const listed = async () => {
  const all: z.infer<typeof CustomerList>["items"] = [];
  let cursor: string | undefined;
  do {
    const page = CustomerList.parse(
      must(await office().get(`/customers?limit=2${cursor === undefined ? "" : `&cursor=${cursor}`}`), 200).body,
    );
    all.push(...page.items);
    cursor = page.cursor;
  } while (cursor !== undefined);
  return all;
};

describe("the list of customers", () => {
  test("all of a file or nothing: every bad row is named", async () => {
    const rows = ["Ada,ada@homes.example,,en,A", ",nobody,,,B", "Bob,,,,"];
    const refused = await send(rows);
    expect(told(refused)).toEqual([400, "bad-rows"]);
    expect(Problem.parse(refused.body).rows?.map(({ row, column }) => [row, column])).toEqual([
      [3, "email"],
      [3, "name"],
      [4, "email"],
    ]);
    const dry = must(await send(rows, "?dryRun=true"), 200);
    expect(dry.body).toMatchObject({ dryRun: true, faults: [{ row: 3 }, { row: 3 }, { row: 4 }] });
    expect(await listed(), "nobody is listed").toEqual([]);
  });

  test("the same file again is the same list, and a later one says anew who somebody is", async () => {
    const rows = ["Ada,ada@homes.example,,en,A", "王芳,wang@homes.example,,,B", "李明,,13900000000,,B"];
    for (const _ of [1, 2]) must(await send(rows), 200);
    expect(await listed()).toHaveLength(3);
    must(await send(["Ada Lovelace,ADA@homes.example,,en,C"]), 200);
    const after = await listed();
    expect(after).toHaveLength(3);
    expect(after.find(({ name }) => name === "Ada Lovelace")?.groups).toEqual({ building: "C" });
  });

  test("its template, and what is no file", async () => {
    const template = must(await office().get("/customers/template?format=csv"), 200);
    expect(template.text).toContain("Name,E-mail,Phone,Language,department,category");
    expect(told(await office().post("/customers/imports", 'a,"b', CSV))).toEqual([400, "not-a-sheet"]);
  });

  test("is for those who may ask customers, by any survey of any regulation", async () => {
    expect(told(await demo.as("department").get("/customers"))).toEqual([403, "not-your-role"]);
    expect((await demo.as("afterSales").get("/customers")).status, "enterprise-after-sales").toBe(200);
  });
});

test("COU-10 whoever may ask customers and not read who they are finds them masked; the others read them", async () => {
  must(await send(["李明,,13900000000,,B"]), 200);
  const shownTo = async (role: string) =>
    CustomerList.parse(must(await demo.as(role).get("/customers"), 200).body).items.find(
      ({ email }) => email === undefined,
    );
  expect(await shownTo("management")).toMatchObject({ name: "李明", phone: "13900000000" });
  expect(await shownTo("businessManager")).toMatchObject({ name: "••••明", phone: "••••0000" });
});

describe("whom a campaign asks", () => {
  const asked = async (policy: string, role: string, plan: object) => {
    const before = (await demo.mails()).length;
    const staff = demo.as(role);
    const planned = must(await staff.post(`/campaigns?policy=${policy}`, plan), 201);
    const { campaignId, opens } = CampaignView.parse(planned.body);
    must(await staff.post(`/campaigns/${campaignId}/approve`), 200);
    await demo.until(opens);
    await demo.pass("3 minutes");
    const to = (await demo.mails()).slice(before).filter(({ text }) => text.includes("/survey/"));
    return { campaignId, to: to.map((mail) => mail.to[0]).sort(), text: to[0]?.text ?? "" };
  };

  test("those of one group of the list, by mail where they have an address", async () => {
    const { to, campaignId } = await asked("owner-satisfaction-survey", "management", {
      survey: "owner-satisfaction",
      title: "Building B",
      audience: { is: "customers", where: { building: "B" } },
      sendOn: "2026-09-02",
      closesOn: "2026-09-20",
    });
    expect(to, "no mail reaches a telephone").toEqual(["wang@homes.example"]);
    const sheet = must(await office().get(`/campaigns/${campaignId}/figures?format=csv`), 200);
    const [head, all, group] = sheet.text.split("\r\n");
    expect(head).toContain("Group,Invited,Response rate,Question");
    expect(all).toContain("All,2,0.0 %,Overall,0,0");
    expect(group).toContain("building: B,2,");
    must(await office().get(`/campaigns/${campaignId}/figures`), 200);
  });

  test("every customer with a case closed since a day, each once", async () => {
    const { policy } = publishedPolicy("enterprise-after-sales") ?? expect.unreachable("it ships");
    const filed = (name: string) =>
      filedUnder(demo, policy, { nth: 0 }, { name, email: `${name}@dealer.example`, phone: "+86 571 5550 0177" });
    const final = (policy.workflow?.states ?? []).find((state) => state.final)?.id ?? "";
    const closed = async (name: string) => {
      expect((await walk(demo, policy, await filed(name), final, { nth: 0 })).state).toBe(final);
    };
    await closed("early");
    await demo.until("2026-09-10T09:30+08:00");
    for (const name of ["chen", "lin", "chen"]) await closed(name);
    await filed("open");
    const { to } = await asked("enterprise-after-sales", "afterSales", {
      survey: "satisfaction-loyalty",
      title: "After a case",
      audience: { is: "closedSince", since: "2026-09-05" },
      sendOn: "2026-09-12",
      closesOn: "2026-09-30",
    });
    expect(to).toEqual(["chen@dealer.example", "lin@dealer.example"]);
  });
});
