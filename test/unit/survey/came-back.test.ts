import { expect, test } from "vitest";
import { CampaignId, InvitationId, OrgId } from "../../../shared/kernel/ids.ts";
import type { Instant } from "../../../shared/kernel/instant.ts";
import { cameBack, countedAs, type Invitation, mailed } from "../../../shared/survey/invitation.ts";

const at = (day: number): Instant => `2026-10-${day}T02:00:00.000Z` as Instant;
const moments = { opens: at(12), reminds: [at(26)], closes: at(30) };
const invited: Invitation = {
  kind: "invitation",
  org: OrgId.parse("demo-doors"),
  campaign: CampaignId.parse(`campaign_${"1".repeat(26)}`),
  id: InvitationId.parse(`invitation_${"1".repeat(26)}`),
  version: 0,
  name: "Owner",
  email: "owner@homes.example",
  locale: "en",
  groups: {},
  mails: [],
  attempts: 0,
  nextAt: at(12),
};
const confirm = (one: Invitation) => mailed(one, moments, at(12), "ses-1");
const bounce = (one: Invitation) => cameBack(one, { is: "bounced", at: at(12), why: "gone" }, "ses-1");

test.each([
  ["as it should be", [confirm, bounce]],
  ["before its sender said that it left", [bounce, confirm]],
  ["twice, around it", [bounce, confirm, bounce]],
  ["and its sender never said so", [bounce]],
])("AS-110 a mail that came back went out once and is the last: %s", (_why, changes) => {
  const last = changes.reduce((one, change) => change(one), invited);
  expect(last.mails).toEqual([{ at: at(12), messageId: "ses-1" }]);
  expect(last.nextAt).toBeUndefined();
  expect(countedAs(last)).toMatchObject({ fate: "bounced", wentOut: true });
});

test("who declined before stays so", () => {
  const declined = { ...confirm(invited), ended: { is: "unsubscribed", at: at(13), why: "their link" } } as const;
  expect(countedAs(bounce(declined)).fate).toBe("unsubscribed");
});
