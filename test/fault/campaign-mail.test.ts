import { afterAll, beforeAll, expect, test } from "vitest";
import { CampaignView } from "../../shared/api/campaigns.ts";
import { tableCustomers } from "../../shared/aws/customers.ts";
import { OrgId } from "../../shared/kernel/ids.ts";
import type { Instant } from "../../shared/kernel/instant.ts";
import { SHARDS } from "../../shared/record/store.ts";
import { must } from "../stack/call.ts";
import { openTest, type TestStack } from "../stack/stack.ts";

/** A campaign on the running stack, and what else has to leave meanwhile. */
const OWNERS = 500;
const TO = "homes.example";

let demo: TestStack;
beforeAll(async () => {
  demo = await openTest({
    at: "2026-10-08T09:30+08:00",
    policies: ["door-factory-after-sales", "owner-satisfaction-survey"],
  });
  await tableCustomers(demo.demo.client, demo.demo.table).put(
    Array.from({ length: OWNERS }, (_, n) => ({
      org: OrgId.parse(demo.org),
      id: `owner-${n}`,
      name: `Owner ${n}`,
      email: `owner-${n}@${TO}`,
      locale: "en" as const,
      groups: {},
      listedAt: "2026-10-01T00:00:00.000Z" as Instant,
    })),
  );
});
afterAll(() => demo.close());

const planned = async (sendOn: string): Promise<string> => {
  const staff = demo.as("management");
  const plan = {
    survey: "owner-satisfaction",
    title: `Owners from ${sendOn}`,
    audience: { is: "customers" },
    sendOn,
    closesOn: "2026-12-20",
  };
  const path = `/campaigns?policy=owner-satisfaction-survey`;
  const { campaignId } = CampaignView.parse(must(await staff.post(path, plan), 201).body);
  must(await staff.post(`/campaigns/${campaignId}/approve`), 200);
  return campaignId;
};

test("an acknowledgement does not wait behind a campaign of five hundred", async () => {
  await planned("2026-10-12");
  await demo.until("2026-10-12T08:59:30+08:00");
  await demo.mailFaults({ quota: { max24HourSend: 50_000, maxSendRate: 100 } });
  const passing = demo.pass("1 minute");
  while ((await demo.mails({ to: TO })).length < 50) await demo.ask("GET", "/healthz"); // until it is well under way
  const filed = await demo.file();
  const before = (await demo.mails({ to: TO })).length;
  await Promise.all(Array.from({ length: SHARDS }, (_, shard) => demo.invoke("wake.schedule", { shard })));
  const letters = await demo.mails();
  const own = letters.findIndex(({ subject }) => subject.includes(filed.number));
  expect(own, "it has left").toBeGreaterThan(0);
  expect(before, "in the middle of the campaign").toBeLessThan(OWNERS - 100);
  expect(own).toBeLessThan(before + 100);
  await passing;
  await demo.pass("5 minutes");
  const asked = await demo.mails({ to: TO });
  expect(new Set(asked.map(({ to }) => to[0])).size).toBe(OWNERS);
  expect(asked).toHaveLength(OWNERS);
});

test("throttled in between, and woken by two clocks at a time: each is asked once", async () => {
  const before = (await demo.mails({ to: TO })).length;
  await planned("2026-10-19");
  await demo.until("2026-10-19T08:59:30+08:00");
  await demo.mailFaults({ quota: { max24HourSend: 50_000, maxSendRate: 1_000_000 }, throttle: 20 });
  await Promise.all([demo.pass("10 minutes"), demo.pass("10 minutes")]);
  await demo.pass("2 hours");
  const asked = (await demo.mails({ to: TO })).slice(before);
  expect(new Set(asked.map(({ to }) => to[0])).size).toBe(OWNERS);
  expect(asked).toHaveLength(OWNERS);
});
