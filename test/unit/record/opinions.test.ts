import { expect, test } from "vitest";
import { type LoadedCampaign, loadCampaign } from "../../../shared/record/campaigns/change.ts";
import { memoryCampaigns } from "../../../shared/record/campaigns/memory.ts";
import { countOpinions, opinionsPage } from "../../../shared/record/campaigns/opinions.ts";
import type { Invitation } from "../../../shared/survey/invitation.ts";
import { sh } from "../../fixtures/cases.ts";
import { campaign, campaignId, invitation, ORG, owners } from "../../fixtures/surveys.ts";

const answered = (n: number, overall: number, of = 1): Invitation =>
  invitation(n, { campaign: campaignId(of), answer: { at: sh("2026-10-20 10:00"), scores: { overall } } });

/** A campaign of so many customers, every hundredth of whom is not satisfied, beside others. */
const world = async (customers: number, others: number) => {
  const campaigns = memoryCampaigns();
  for (let of = 1; of <= 1 + others; of += 1) {
    await campaigns.create(campaign(of));
    const many = of === 1 ? customers : 50;
    await campaigns.invite(Array.from({ length: many }, (_, n) => answered(n, n % 100 === 0 ? 1 : 5, of)));
  }
  let looks = 0;
  const counted: typeof campaigns = {
    ...campaigns,
    invitationsAfter: async (...asked) => {
      looks += 1;
      return campaigns.invitationsAfter(...asked);
    },
  };
  const orgs = { policy: async () => owners.policy } as never; // all that is asked of the companies here
  const found: LoadedCampaign =
    (await loadCampaign({ campaigns, orgs }, { org: ORG, id: campaignId(1) })) ?? expect.unreachable("it was made");
  return { deps: { campaigns: counted }, found, looks: () => looks };
};

test("a page of opinions looks at a thousand invitations at most, and the next one goes on behind them", async () => {
  const { deps, found, looks } = await world(2300, 0);
  const first = await opinionsPage(deps, found, { limit: 25 });
  expect([first.items.length, looks()]).toEqual([10, 10]);
  const second = await opinionsPage(deps, found, { limit: 25, after: first.after });
  const last = await opinionsPage(deps, found, { limit: 25, after: second.after });
  expect(last.after).toBeUndefined();
  const ids = [first, second, last].flatMap(({ items }) => items.map(({ id }) => id));
  expect([ids.length, new Set(ids).size]).toEqual([23, 23]);
  expect(await countOpinions(deps, found)).toMatchObject({ open: 23, collated: 0 });
});

test("what other campaigns found makes no page dearer", async () => {
  const [alone, among] = [await world(300, 0), await world(300, 6)];
  for (const { deps, found } of [alone, among])
    expect((await opinionsPage(deps, found, { limit: 25 })).items).toHaveLength(3);
  expect(among.looks()).toBe(alone.looks());
});

test("of a campaign too large to be counted while somebody waits nothing is counted", async () => {
  const { deps, found } = await world(10, 0);
  const large = { ...found, record: { ...found.record, inviting: { count: 100_001 } } };
  expect(await countOpinions(deps, large)).toBeUndefined();
});
