import { afterAll, beforeAll, expect, test } from "vitest";
import { CampaignView } from "../../../shared/api/campaigns.ts";
import { tableCampaigns } from "../../../shared/aws/campaigns.ts";
import { tableCustomers } from "../../../shared/aws/customers.ts";
import { CampaignId, OrgId } from "../../../shared/kernel/ids.ts";
import { customer } from "../../fixtures/surveys.ts";
import { must } from "../../stack/call.ts";
import { openTest, type TestStack } from "../../stack/stack.ts";

/** Mails of surveys that come back: who is not reached is not asked again, and counts as asked. */
let demo: TestStack;
beforeAll(async () => {
  demo = await openTest({ at: "2026-10-08T09:30+08:00", policies: ["owner-satisfaction-survey"] });
  await tableCustomers(demo.demo.client, demo.demo.table).put(
    ["gone", "full", "angry", "happy", "late", "rejected"].map((name) => customer(demo.org, name)),
  );
});
afterAll(() => demo.close());

/** Plans and approves a survey, and lets its first mails leave. */
const send = async (title: string, sendOn: string, remindOn: readonly string[]) => {
  const staff = demo.as("management");
  const plan = {
    survey: "owner-satisfaction",
    title,
    audience: { is: "customers" },
    sendOn,
    remindOn,
    closesOn: "2026-11-20",
  };
  const { campaignId } = CampaignView.parse(
    must(await staff.post("/campaigns?policy=owner-satisfaction-survey", plan), 201).body,
  );
  must(await staff.post(`/campaigns/${campaignId}/approve`), 200);
  await demo.until(`${sendOn}T10:05+08:00`);
  const path = `/campaigns/${campaignId}`;
  const view = async (query = "") => CampaignView.parse(must(await staff.get(`${path}${query}`), 200).body);
  return { campaignId, view };
};
const fates = async (campaignId: string): Promise<Record<string, string | undefined>> => {
  const { items } = await tableCampaigns(demo.demo.client, demo.demo.table).invitations({
    org: OrgId.parse(demo.org),
    id: CampaignId.parse(campaignId),
  });
  return Object.fromEntries(items.map(({ name, ended }) => [name, ended?.is]));
};
const mailTo = async (name: string) =>
  (await demo.mails({ to: `${name}@homes.example` })).at(-1) ?? expect.unreachable(`none to ${name}`);

test("AS-110 bounced, complained and rejected ones end, stay in the base of the rate, and are asked no more", async () => {
  await demo.mailFaults({
    back: [
      { to: "gone@", is: "Bounce" },
      { to: "full@", is: "Bounce", type: "Transient", subType: "MailboxFull" },
      { to: "angry@", is: "Complaint", feedback: "abuse" },
      { to: "rejected@", is: "Reject" },
    ],
    quota: { max24HourSend: 1_000_000, maxSendRate: 1_000_000 },
  });
  const first = await send("Owners 2026", "2026-10-12", ["2026-10-26"]);
  const ended = {
    gone: "bounced",
    angry: "suppressed",
    rejected: "notSent",
    full: undefined,
    happy: undefined,
    late: undefined,
  };
  expect(await fates(first.campaignId)).toEqual(ended);
  expect((await first.view("?figures=now")).figures).toMatchObject({
    sent: 6,
    bounced: 1,
    suppressed: 1,
    notSent: 1,
  });

  await demo.mailFaults({ quota: { max24HourSend: 1_000_000, maxSendRate: 1_000_000 } });
  await demo.until("2026-10-26T10:05+08:00");
  const reminded = (await demo.mails({ to: "homes.example" })).slice(6).map(({ to }) => to[0]);
  expect(reminded.sort()).toEqual(["full@homes.example", "happy@homes.example", "late@homes.example"]);

  const late = await mailTo("late");
  const event = await demo.tell(late, { is: "Bounce" });
  await Promise.all([
    demo.settled(),
    demo.invoke("mail-feedback.event", event),
    demo.invoke("mail-feedback.event", event),
  ]);
  expect(await fates(first.campaignId)).toEqual({ ...ended, late: "bounced" });

  const second = await send("Owners again", "2026-10-28", []);
  expect(
    await fates(second.campaignId),
    "who is closed is not written to again; what was rejected is another mail",
  ).toEqual({
    gone: "suppressed",
    angry: "suppressed",
    late: "suppressed",
    rejected: undefined,
    full: undefined,
    happy: undefined,
  });
  expect((await second.view("?figures=now")).figures).toMatchObject({ sent: 3, suppressed: 3 });
});

test("one that comes before its sender wrote down that it left: it left, once", async () => {
  const at = "2026-11-02";
  await demo.mailFaults({
    back: [{ to: "happy@", is: "Bounce" }],
    quota: { max24HourSend: 1_000_000, maxSendRate: 1_000_000 },
  });
  const { campaignId, view } = await send("Owners once more", at, []);
  expect(await fates(campaignId)).toMatchObject({ happy: "bounced", full: undefined });
  expect((await view("?figures=now")).figures).toMatchObject({ sent: 3, bounced: 1 });
});

test("a campaign, or an invitation, that is gone leaves the address closed", async () => {
  const event = await demo.tell(await mailTo("full"), { is: "Delivery" });
  const { mail } = event.detail as unknown as { mail: { tags: Record<string, string[]> } };
  const bounce = { bounceType: "Permanent", bouncedRecipients: [] };
  const tags = { ...mail.tags, mail: [`invitation_${"0".repeat(26)}`] };
  await demo.invoke("mail-feedback.event", {
    ...event,
    detail: { eventType: "Bounce", bounce, mail: { ...mail, tags } },
  });
  const { campaignId } = await send("Owners at last", "2026-11-04", []);
  expect(await fates(campaignId)).toMatchObject({ full: "suppressed" });
});
