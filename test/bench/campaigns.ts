import { BatchWriteCommand } from "@aws-sdk/lib-dynamodb";
import { tableCampaigns } from "../../shared/aws/campaigns.ts";
import { tableCustomers } from "../../shared/aws/customers.ts";
import { invitationKey } from "../../shared/aws/survey-keys.ts";
import type { LoadedCampaign } from "../../shared/record/campaigns/change.ts";
import { tallyNow } from "../../shared/record/campaigns/count.ts";
import { workOnCampaign } from "../../shared/record/campaigns/work.ts";
import { asking } from "../fixtures/asking.ts";
import { sh } from "../fixtures/cases.ts";
import { campaignId, invitation } from "../fixtures/surveys.ts";
import { ACME } from "../fixtures/worlds.ts";
import type { Figure } from "./figure.ts";
import { meteredStore } from "./metered.ts";

const OWNERS = 2_000;
const ANSWERS = 100_000;
const A_BATCH = 25;

type Store = Awaited<ReturnType<typeof meteredStore>>;

/** Invitations that were sent and answered, as they lie in the table. */
const fill = async ({ client, table }: Store, campaign: LoadedCampaign["record"]["id"]): Promise<void> => {
  const answered = (n: number) => {
    const answer = { at: sh("2026-10-20 10:00"), scores: { overall: (n % 5) + 1 }, comment: "as it should be" };
    const mails = [{ at: sh("2026-10-12 09:00"), messageId: `m-${n}` }];
    const groups = { building: `B${n % 40}` };
    const one = invitation(n, { org: ACME, campaign, version: 2, mails, answer, groups });
    return { PutRequest: { Item: { ...invitationKey({ org: ACME, id: campaign }, one.id), ...one } } };
  };
  const starts = Array.from({ length: ANSWERS / A_BATCH }, (_, n) => n * A_BATCH)[Symbol.iterator]();
  const writer = async (): Promise<void> => {
    for (const from of starts) {
      const some = Array.from({ length: A_BATCH }, (_, n) => answered(from + n + 1));
      await client.send(new BatchWriteCommand({ RequestItems: { [table]: some } }));
    }
  };
  await Promise.all(Array.from({ length: 8 }, writer));
};

/** What it costs to invite and to write to many, and to count what they answered. */
export const campaigns = async (): Promise<Figure[]> => {
  const store = await meteredStore("quick");
  const { deps, measured, client, table, stop, engine } = store;
  const figures: Figure[] = [];
  try {
    const stores = { campaigns: tableCampaigns(client, table), customers: tableCustomers(client, table), page: 200 };
    const world = await asking(OWNERS, { orgs: deps.orgs, records: deps.records, ...stores });
    await world.say({ do: "approve" });
    world.clock.set(sh("2026-10-12 09:00"));
    const worker = world.worker();
    const figure = async (what: string, each: number, act: () => Promise<unknown>): Promise<void> => {
      const begun = performance.now();
      const { reads, writes } = await measured(act);
      const seconds = (performance.now() - begun) / 1000;
      const note = `${each.toLocaleString("en")} of them, ${engine}`;
      figures.push({ what: `${what}: speed`, value: each / seconds, unit: "a second", note });
      figures.push({ what: `${what}: written`, value: writes / each, unit: "units each", note });
      figures.push({ what: `${what}: read`, value: reads / each, unit: "units each", note });
    };
    await figure("an invitation is made", OWNERS, async () => {
      while ((await world.found()).current.invitedAt === undefined) await workOnCampaign(worker, world.ref);
    });
    await figure("its mail is sent and written down", OWNERS, async () => {
      while (await workOnCampaign(worker, world.ref));
    });
    if (world.sent.length !== OWNERS) throw new Error(`${world.sent.length} mails to ${OWNERS}`);
    const found = await world.found();
    const counted = (of: LoadedCampaign) => () => tallyNow(worker, of);
    await figure("an answer is counted, no other campaign", OWNERS, counted(found));
    const large: LoadedCampaign = { ...found, record: { ...found.record, id: campaignId(2) } };
    await fill(store, large.record.id);
    await figure("an answer is counted beside a hundred thousand others", OWNERS, counted(found));
    await figure("an answer of a hundred thousand is counted", ANSWERS, counted(large));
    return figures;
  } finally {
    await stop();
  }
};
