import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { tableCampaigns } from "../../shared/aws/campaigns.ts";
import { OrgId } from "../../shared/kernel/ids.ts";
import type { CampaignStore } from "../../shared/record/campaigns/campaigns.ts";
import { memoryCampaigns } from "../../shared/record/campaigns/memory.ts";
import { sh, staff } from "../fixtures/cases.ts";
import { campaign, campaignId, invitation } from "../fixtures/surveys.ts";
import { createTable, dynamos } from "./stand-ins.ts";

const stores = [
  { name: "memory", start: async () => ({ campaigns: memoryCampaigns(), stop: async () => undefined }) },
  ...dynamos.map(({ name, start }) => ({
    name,
    start: async () => {
      const { client, stop } = await start();
      await createTable(client, "surveys");
      return { campaigns: tableCampaigns(client, "surveys"), stop };
    },
  })),
];

const NOW = sh("2026-10-12 09:00");
const LATER = sh("2026-10-26 09:00");
let made = 100;
const fresh = () => {
  made += 1;
  return campaign(made);
};

describe.each(stores)("a store of campaigns: $name", ({ start }) => {
  let campaigns: CampaignStore;
  let stop: () => Promise<unknown>;
  beforeAll(async () => {
    ({ campaigns, stop } = await start());
  });
  afterAll(() => stop());

  test("what was never written is not there", async () => {
    expect(await campaigns.load(campaign(1))).toBeUndefined();
    expect(await campaigns.invitation(campaign(1), invitation(1).id)).toBeUndefined();
    expect(await campaigns.invitations(campaign(1))).toEqual({ items: [], cursor: undefined });
  });

  test("created once; a second time it exists and stays as it was", async () => {
    const record = fresh();
    expect(await campaigns.create(record)).toBe("created");
    expect(await campaigns.create({ ...record, requestHash: "x" })).toBe("exists");
    expect(await campaigns.load(record)).toEqual({ ...record, version: 1 });
  });

  test("saved only over the version that was read, and what is taken away is gone", async () => {
    const record = { ...fresh(), wakeAt: NOW };
    expect(await campaigns.save({ ...record, version: 1 })).toBe("overtaken");
    expect(await campaigns.load(record)).toBeUndefined();
    await campaigns.create(record);
    const { wakeAt: _, ...asleep } = { ...record, version: 1, busyAt: NOW };
    expect(await campaigns.save(asleep)).toBe("saved");
    expect(await campaigns.save(asleep)).toBe("overtaken");
    expect(await campaigns.load(record)).toEqual({ ...asleep, version: 2 });
  });

  test("two that write over the same version: one of them wins", async () => {
    const record = fresh();
    await campaigns.create(record);
    const next = { ...record, version: 1 };
    const said = await Promise.all([campaigns.save(next), campaigns.save(next), campaigns.save(next)]);
    expect(said.sort()).toEqual(["overtaken", "overtaken", "saved"]);
  });

  test("the list of a company: its own, the last planned first, page by page", async () => {
    const org = OrgId.parse("acme-lists");
    const by = staff("management");
    for (const [n, month] of ["03", "09", "06"].entries()) {
      const [first] = campaign(1).timeline;
      if (first?.type !== "planned") throw new Error("it begins with its plan");
      const timeline = [{ ...first, at: sh(`2026-${month}-01 10:00`), by }];
      await campaigns.create(campaign(900 + n, { org, timeline }));
    }
    await campaigns.create(campaign(910, { org: OrgId.parse("acme-other") }));
    const page = await campaigns.list(org, 2);
    expect(page.items.map(({ id }) => id)).toEqual([campaignId(901), campaignId(902)]);
    const rest = await campaigns.list(org, 2, page.cursor);
    expect(rest.items.map(({ id }) => id)).toEqual([campaignId(900)]);
    expect(rest.cursor).toBeUndefined();
  });

  test("those that are due, the longest waiting first, and when the next one is", async () => {
    const [one, two, three, never] = [fresh(), fresh(), fresh(), fresh()];
    await campaigns.create({ ...one, wakeAt: NOW });
    await campaigns.create({ ...two, wakeAt: sh("2026-10-12 08:00") });
    await campaigns.create({ ...three, wakeAt: LATER });
    await campaigns.create(never);
    const { refs, next } = await campaigns.due(NOW);
    expect(refs.map(({ id }) => id)).toEqual([two.id, one.id]);
    expect(next).toBe(LATER);
  });

  test("an invitation is written once: what was answered stays when its page is read again", async () => {
    const [one, two] = [invitation(1), invitation(2)];
    expect(await campaigns.invite([one])).toBe(1);
    const answer = { at: NOW, scores: { overall: 5 } };
    expect(await campaigns.saveInvitation({ ...one, version: 1, answer })).toBe("saved");
    expect(await campaigns.invite([one, two])).toBe(1);
    expect(await campaigns.invitation(campaign(1), one.id)).toEqual({ ...one, version: 2, answer });
    expect(await campaigns.saveInvitation({ ...one, version: 1 })).toBe("overtaken");
  });

  test("mails that are due are those of one campaign, no more than were asked for, until none is", async () => {
    const of = (n: number, campaignNo: number, nextAt = NOW) =>
      invitation(n, { campaign: campaignId(campaignNo), nextAt });
    await campaigns.invite([of(11, 2, LATER), of(12, 2), of(13, 2, sh("2026-10-12 08:59")), of(14, 3)]);
    const first = await campaigns.mailsDue(campaign(2), NOW, 10);
    expect(first).toEqual({ ids: [invitation(13).id, invitation(12).id], next: LATER });
    expect((await campaigns.mailsDue(campaign(2), NOW, 1)).ids).toEqual([invitation(13).id]);
    for (const n of [12, 13]) await campaigns.saveInvitation({ ...of(n, 2), version: 1, nextAt: undefined });
    expect(await campaigns.mailsDue(campaign(2), NOW, 10)).toEqual({ ids: [], next: LATER });
  });

  test("all invitations of a campaign, each once, whatever the pages are", async () => {
    const many = Array.from({ length: 250 }, (_, n) => invitation(1000 + n, { campaign: campaignId(4) }));
    await campaigns.invite(many);
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await campaigns.invitations(campaign(4), cursor);
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.cursor;
    } while (cursor !== undefined);
    expect(seen.sort()).toEqual(many.map(({ id }) => id).sort());
  });
});
