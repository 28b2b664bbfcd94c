import { earliest, type Instant, MINUTE, plusMs } from "../../kernel/instant.ts";
import { type Work, workOf } from "../../survey/owed.ts";
import { momentsOf } from "../../survey/plan.ts";
import { hasInvitedAll } from "../../survey/standing.ts";
import type { AudiencePage } from "./audience.ts";
import type { CampaignRecord, CampaignRef } from "./campaigns.ts";
import { type CampaignDeps, grown, type LoadedCampaign, loadCampaign } from "./change.ts";
import { analysing } from "./count.ts";
import { type MailWorker, sendBatch } from "./send.ts";

export type Worker = CampaignDeps &
  MailWorker & {
    /** Whose lease it is: another worker, or this one started again, has another name. */
    readonly holder: string;
    readonly audience: (campaign: LoadedCampaign, cursor: string | undefined) => Promise<AudiencePage>;
    readonly timeLeft: () => boolean;
  };

/** Longer than any one step may take, so that a lease ends only when its holder is gone. */
const LEASE_MS = 2 * MINUTE;
/** An index may be so far behind what was written: a campaign that was busy is looked at once more. */
const BEHIND_MS = MINUTE;

/** How long a campaign waits for the account's day: its last 24 hours move on with the clock. */
const SPENT_MS = 15 * MINUTE;

/** The changes that one step makes to the record, to be saved over the version that it began from. */
type Done = {
  readonly record: CampaignRecord;
  readonly events: Parameters<typeof grown>[1];
  /** What a batch came to, for the bar: it left, whoever changed the campaign meanwhile. */
  readonly posted?: CampaignRecord["posted"];
};

const inviteMore = async (worker: Worker, found: LoadedCampaign, now: Instant): Promise<Done> => {
  const { record } = found;
  const page = await worker.audience(found, record.inviting.cursor);
  await worker.campaigns.invite(page.invitations);
  const inviting = { cursor: page.cursor, count: record.inviting.count + page.invitations.length };
  return {
    record: { ...record, inviting, busyAt: now, nextMailAt: now },
    events: page.cursor === undefined ? [{ type: "invited", at: now, by: { kind: "system" } }] : [],
  };
};

const sendMore = async (worker: Worker, found: LoadedCampaign, now: Instant): Promise<Done> => {
  const { record, policy, current } = found;
  const { ids, next } = await worker.campaigns.mailsDue(record, now, worker.batch());
  if (ids.length === 0) {
    const behind = record.busyAt === undefined ? undefined : plusMs(record.busyAt, BEHIND_MS);
    const again = behind !== undefined && behind > now ? behind : undefined;
    const reminder = momentsOf(policy, current.plan).reminds.find((at) => at > now);
    return { record: { ...record, nextMailAt: earliest(again, next, reminder) }, events: [] };
  }
  const room = await worker.room();
  if (room <= 0) {
    const spentUntil = plusMs(now, SPENT_MS);
    return { record: { ...record, spentUntil, nextMailAt: spentUntil }, events: [] };
  }
  const { first, reminders, notSent } = await sendBatch(worker, found, ids.slice(0, room));
  const { spentUntil, ...rest } = record;
  return { record: { ...rest, busyAt: now, nextMailAt: now }, events: [], posted: { first, reminders, notSent } };
};

const withPosted = (record: CampaignRecord, { posted }: Pick<Done, "posted">): CampaignRecord =>
  posted === undefined
    ? record
    : {
        ...record,
        posted: {
          first: record.posted.first + posted.first,
          reminders: record.posted.reminders + posted.reminders,
          notSent: record.posted.notSent + posted.notSent,
        },
      };

/** Counts what left into a campaign that was held up, or given up, while it did. */
const recount = async (worker: Worker, ref: CampaignRef, done: Done): Promise<void> => {
  for (;;) {
    const record = await worker.campaigns.load(ref);
    if (record === undefined || (await worker.campaigns.save(withPosted(record, done))) === "saved") return;
  }
};

const doWork = async (work: Work, worker: Worker, found: LoadedCampaign, now: Instant): Promise<Done> => {
  const { record } = found;
  switch (work) {
    case "invite":
      return inviteMore(worker, found, now);
    case "send":
      return sendMore(worker, found, now);
    case "close":
      return { record, events: [{ type: "closed", at: now, by: { kind: "system" } }] };
    case "analyse":
      return analysing(worker, found, now);
  }
};

const workIn = ({ record, policy, current }: LoadedCampaign, now: Instant): Work | undefined =>
  workOf(
    current,
    momentsOf(policy, current.plan),
    { invitedAll: hasInvitedAll(current), nextMailAt: record.nextMailAt },
    now,
  );

/** Nobody else is at it; one that was killed leaves it when its lease ends. */
const isFree = ({ lease }: CampaignRecord, holder: string, now: Instant): boolean =>
  lease === undefined || lease.holder === holder || lease.until <= now;

/**
 * Does the next thing that a campaign has to do: invites a page, sends a small batch, closes, counts. Each step is stored
 * before the next, over the version that it began from, so that whoever pauses or cancels it in the middle is heard within
 * a batch; a step that was overtaken, or died, is done again and comes to the same. Only one worker at a time sends for a
 * campaign: a mail is repeated only where its sender died between sending and writing it down.
 * @returns whether there was anything to do; when there was not, nobody holds it any more.
 */
export const workOnCampaign = async (worker: Worker, ref: CampaignRef): Promise<boolean> => {
  const found = await loadCampaign(worker, ref);
  const now = worker.now();
  if (found === undefined || !isFree(found.record, worker.holder, now)) return false;
  const work = worker.timeLeft() ? workIn(found, now) : undefined;
  if (work === undefined) {
    const { lease, ...free } = found.record;
    const asleep = grown({ ...found, record: free }, [], now);
    // overtaken: whoever was faster set a new wake-up
    if (lease !== undefined || asleep.wakeAt !== found.record.wakeAt) await worker.campaigns.save(asleep);
    return false;
  }
  const mine = { ...found.record, lease: { holder: worker.holder, until: plusMs(now, LEASE_MS) } };
  if ((await worker.campaigns.save(mine)) === "overtaken") return true;
  const begun = { ...found, record: { ...mine, version: mine.version + 1 } };
  const done = await doWork(work, worker, begun, now);
  const grew = grown({ ...begun, record: withPosted(done.record, done) }, done.events, now);
  const overtaken = (await worker.campaigns.save(grew)) === "overtaken"; // the next step looks at it anew
  if (overtaken && done.posted !== undefined) await recount(worker, ref, done);
  return true;
};
