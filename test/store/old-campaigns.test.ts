import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { known } from "../../shared/aws/documents.ts";
import { CampaignRecord } from "../../shared/record/campaigns/campaigns.ts";
import { Suppression } from "../../shared/record/suppression.ts";
import { campaignOf } from "../../shared/survey/campaign.ts";
import { Customer } from "../../shared/survey/customer.ts";
import { CampaignEvent } from "../../shared/survey/event.ts";
import { countedAs, Invitation } from "../../shared/survey/invitation.ts";
import { hasChanged, stateOfOpinion } from "../../shared/survey/opinion.ts";

/** Items as they were stored once: one file each, never edited, and a new one for each new shape. */
const folder = join(import.meta.dirname, "old-campaigns");
const Item = z.record(z.string(), z.unknown());
const kept = (kind: string) =>
  readdirSync(folder)
    .filter((name) => name.includes(`-${kind}`))
    .map((name) => ({ name, item: Item.parse(JSON.parse(readFileSync(join(folder, name), "utf8"))) }));

const campaigns = kept("campaign").map(({ name, item }) => ({ name, record: known(CampaignRecord, item) }));
const invitations = kept("invitation").map(({ name, item }) => ({ name, invitation: known(Invitation, item) }));

describe("campaigns that were stored", () => {
  test.each([
    ["2026-11-campaign-reported.json", { state: "REPORTED", paused: false, reason: "文字有误" }],
    ["2026-11-campaign-counted.json", { state: "REPORTED" }],
    ["2026-11-campaign-inviting.json", { state: "APPROVED", paused: false }],
    ["2026-11-campaign-spent.json", { state: "APPROVED", invitedAt: "2026-10-12T01:00:00.000Z" }],
    ["2026-11-campaign-commended.json", { state: "REPORTED", paused: false }],
    ["2026-11-campaign-standing.json", { state: "APPROVED", plan: { audience: { is: "after", answerDays: 21 } } }],
    ["2026-11-campaign-counting.json", { state: "CLOSED", paused: false }],
    ["2026-11-campaign-cancelled.json", { state: "CANCELLED", reason: "作废" }],
  ])("%s tells what it told", (name, told) => {
    const { record } = campaigns.find((one) => one.name === name) ?? expect.unreachable(`${name} is gone`);
    expect(campaignOf(record.timeline)).toMatchObject(told);
  });

  test("every kind of event is kept: one that was never stored here may be changed without anybody noticing", () => {
    const seen = new Set<string>(campaigns.flatMap(({ record }) => record.timeline.map(({ type }) => type)));
    const kinds = CampaignEvent.options.map(({ shape }) => shape.type.value);
    expect([...seen].sort()).toEqual([...kinds].sort());
  });
});

test.each([
  ["waiting", { fate: "waiting", wentOut: false }],
  ["answered", { fate: "sent", wentOut: true, answer: { scores: { overall: 5 }, comment: "很好" } }],
  ["erased", { fate: "sent", wentOut: true, answer: { scores: { overall: 5 } } }],
  ["letter", { fate: "waiting", wentOut: false }],
  ["notSent", { fate: "notSent", wentOut: true }],
  ["noAddress", { fate: "noAddress", wentOut: false, groups: { department: "marketing" } }],
  ["bounced", { fate: "bounced", wentOut: true }],
  ["suppressed", { fate: "suppressed", wentOut: true }],
  ["unsubscribed", { fate: "unsubscribed", wentOut: true }],
])("an invitation that was stored %s counts as it did", (is, counted) => {
  const found = invitations.find(({ name }) => name === `2026-11-invitation-${is}.json`);
  expect(countedAs(found?.invitation ?? expect.unreachable(`${is} is gone`))).toMatchObject(counted);
});

test("an invitation whose opinion was collated knows its case, and that its customer has answered anew", () => {
  const one = invitations.find(({ name }) => name === "2026-11-invitation-collated.json")?.invitation;
  expect(one && [stateOfOpinion(one), hasChanged(one), one.opinion?.number]).toEqual([
    "delivered",
    true,
    "2026-11-001",
  ]);
});

test("a customer that was stored is the same customer", () => {
  const [one] = kept("customer").map(({ item }) => known(Customer, item));
  expect(one).toMatchObject({ name: "王芳", phone: "13900000000", groups: { building: "A" } });
});

test("an address that was closed stays closed, and one that was opened again says who opened it", () => {
  const read = kept("suppression").map(({ item }) => known(Suppression, item));
  expect(read).toMatchObject([
    { is: "bounced", at: "2026-11-20T02:00:00.000Z" },
    { is: "complained", open: true, lifts: [{ by: { name: "Wu" }, reason: "客户来电确认" }] },
  ]);
});
