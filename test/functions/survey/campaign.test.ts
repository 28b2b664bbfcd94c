import { afterAll, beforeAll, expect, test } from "vitest";
import { CampaignView } from "../../../shared/api/campaigns.ts";
import { tableCustomers } from "../../../shared/aws/customers.ts";
import { customer, plan } from "../../fixtures/surveys.ts";
import { must } from "../../stack/call.ts";
import { openTest, type TestStack } from "../../stack/stack.ts";

const CUSTOMERS = 20;

let demo: TestStack;
beforeAll(async () => {
  demo = await openTest({ at: "2026-10-08T09:30+08:00", policies: ["owner-satisfaction-survey"] });
  await tableCustomers(demo.demo.client, demo.demo.table).put(
    Array.from({ length: CUSTOMERS }, (_, n) =>
      customer(demo.org, `owner-${n}`, {
        name: `Owner ${n}`,
        locale: n % 2 === 0 ? "zh-CN" : "en",
        groups: { building: n < 10 ? "A" : "B" },
      }),
    ),
  );
});
afterAll(() => demo.close());

const PLAN = plan();

const linksIn = (text: string): string => /https?:\/\/\S+\/survey\/\S+/.exec(text)?.[0] ?? expect.unreachable(text);

test("AS-110 from the plan to the figures: asked, answered, reminded, closed, counted", async () => {
  const staff = demo.as("management");
  const planned = CampaignView.parse(
    must(await staff.post("/campaigns?policy=owner-satisfaction-survey", PLAN), 201).body,
  );
  const path = `/campaigns/${planned.campaignId}`;
  await demo.until("2026-10-12T10:00+08:00");
  expect(await demo.mails({ to: "homes.example" }), "nothing before it is approved").toEqual([]);
  must(await staff.post(`${path}/approve`), 200);
  await demo.until("2026-10-12T10:05+08:00");
  const asked = await demo.mails({ to: "homes.example" });
  expect(new Set(asked.map(({ to }) => to.join())).size, "each once").toBe(CUSTOMERS);
  expect(asked).toHaveLength(CUSTOMERS);

  expect(
    asked.map(({ text }) => text).find((text) => text.includes("few minutes")),
    "the last day ends at midnight",
  ).toContain("until Fri 20 Nov 2026, 24:00");

  const form = new URLSearchParams({ "score.overall": "5", comment: "Very good." });
  const type = { "content-type": "application/x-www-form-urlencoded" };
  for (const mail of asked.slice(0, 9)) {
    const { pathname } = new URL(linksIn(mail.text));
    must(await demo.ask("GET", pathname), 200);
    must(await demo.ask("POST", pathname, { body: form.toString(), headers: type }), 303);
  }
  const view = async (query = "") => CampaignView.parse(must(await staff.get(`${path}${query}`), 200).body);
  expect((await view("?figures=now")).figures).toMatchObject({
    sent: 20,
    valid: 9,
    rate: { shown: "45.0 %", met: false },
    insufficient: true,
  });

  await demo.until("2026-10-26T10:00+08:00");
  const reminded = (await demo.mails({ to: "homes.example" })).slice(CUSTOMERS);
  expect(reminded, "those who have not answered").toHaveLength(11);
  const { pathname } = new URL(linksIn(reminded[0]?.text ?? ""));
  must(await demo.ask("POST", pathname, { body: form.toString(), headers: type }), 303);
  must(await demo.ask("POST", pathname, { body: "score.overall=1", headers: type }), 303);
  await demo.until("2026-11-21T00:05+08:00");
  const over = await view();
  expect(over).toMatchObject({
    state: "ANALYSED",
    figures: {
      valid: 10,
      rate: { shown: "50.0 %", met: true },
      insufficient: false,
      questions: [{ answers: 10, satisfied: 9, histogram: { 5: 9, 1: 1 } }],
    },
  });
  must(await demo.ask("POST", pathname, { body: "score.overall=5", headers: type }), 410);
});
