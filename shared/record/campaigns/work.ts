import { earliest, type Instant, MINUTE, plusMs } from "../../kernel/instant.ts";
import { type Work, workOf } from "../../survey/owed.ts";
import { momentsOf } from "../../survey/plan.ts";
import { keepCampaign } from "../figures/campaign.ts";
import type { FigureDeps } from "../figures/figures.ts";
import { handOver, letterDue } from "../hand-over.ts";
import type { Fulfilment } from "../obligations/fulfil.ts";
import { followingFrom } from "./analysis.ts";
import type { AudiencePage } from "./audience.ts";
import type { CampaignRecord, CampaignRef } from "./campaigns.ts";
import { type CampaignDeps, grown, type LoadedCampaign, loadCampaign, progressOf } from "./change.ts";
import { analysing } from "./count.ts";
import type { PostLetter } from "./post-letter.ts";
import { type MailWorker, sendBatch } from "./send.ts";

export type Worker = CampaignDeps &
  FigureDeps &
  MailWorker & {
    /** Whose lease it is: another worker, or this one started again, has another name. */
    readonly holder: string;
    readonly audience: (campaign: LoadedCampaign, cursor: string | undefined) => Promise<AudiencePage>;
    readonly post: PostLetter;
    readonly timeLeft: () => boolean;
    /** Marks what was owed by calendar as done by a campaign; saying it again changes nothing. */
    readonly fulfil: (done: Fulfilment) => Promise<unknown>;
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
  /** What left, to be written down whoever changed the campaign meanwhile. */
  readonly left?: (record: CampaignRecord) => CampaignRecord;
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

/** A survey that was owed is done once it is sent (PRV-20, AS-108): with its first letters, whoever answers. */
const fulfilBy = async ({ fulfil }: Worker, { record, policy, current: { plan } }: LoadedCampaign, at: Instant) => {
  const { org, id } = record;
  for (const { id: schedule, duty } of policy.schedules)
    if (duty.is === "survey" && duty.survey === plan.survey)
      await fulfil({ org, policy: policy.id, schedule, at, by: { kind: "campaign", id } });
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
  if (first > 0 && record.posted.first === 0) await fulfilBy(worker, found, now);
  const { spentUntil, ...rest } = record;
  return {
    record: { ...rest, busyAt: now, nextMailAt: now },
    events: [],
    left: withPosted({ first, reminders, notSent }),
  };
};

/** What a batch came to, for the bar. */
const withPosted =
  ({ first, reminders, notSent }: CampaignRecord["posted"]) =>
  (record: CampaignRecord): CampaignRecord => ({
    ...record,
    posted: {
      first: record.posted.first + first,
      reminders: record.posted.reminders + reminders,
      notSent: record.posted.notSent + notSent,
    },
  });

/** Writes what left into a campaign that was held up, given up or reported while it did. */
const writeDown = async (worker: Worker, ref: CampaignRef, left: NonNullable<Done["left"]>): Promise<void> => {
  for (;;) {
    const found = await loadCampaign(worker, ref);
    if (found === undefined) return;
    const record = grown({ ...found, record: left(found.record) }, [], worker.now());
    if ((await worker.campaigns.save(record)) === "saved") return;
  }
};

/** Counts on, and after the last of it adds it to the figures and owes the letters that follow. */
const analyse = async (worker: Worker, found: LoadedCampaign, now: Instant): Promise<Done> => {
  const { record, events } = await analysing(worker, found, now);
  if (record.tally === undefined) return { record, events };
  await keepCampaign(worker, found, record.tally);
  const { letters, events: more } = followingFrom(record.tally, found, now);
  return { record: { ...record, letters }, events: [...events, ...more] };
};

const postNext = async (worker: Worker, found: LoadedCampaign, now: Instant): Promise<Done> => {
  const { record } = found;
  const letter = letterDue(record.letters, now);
  if (letter === undefined) return { record, events: [] };
  const left = await handOver(letter, (one) => worker.post(found, one), worker.now);
  return { record, events: [], left: (latest) => ({ ...latest, letters: left(latest.letters) }) };
};

const doWork = async (work: Work, worker: Worker, found: LoadedCampaign, now: Instant): Promise<Done> => {
  switch (work) {
    case "invite":
      return inviteMore(worker, found, now);
    case "send":
      return sendMore(worker, found, now);
    case "close":
      return { record: found.record, events: [{ type: "closed", at: now, by: { kind: "system" } }] };
    case "analyse":
      return analyse(worker, found, now);
    case "post":
      return postNext(worker, found, now);
  }
};

const workIn = ({ record, policy, current }: LoadedCampaign, now: Instant): Work | undefined =>
  workOf(current, momentsOf(policy, current.plan), progressOf(record, current), now);

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
  const { left = (record: CampaignRecord) => record } = done;
  const grew = grown({ ...begun, record: left(done.record) }, done.events, now);
  const overtaken = (await worker.campaigns.save(grew)) === "overtaken"; // the next step looks at it anew
  if (overtaken && done.left !== undefined) await writeDown(worker, ref, done.left);
  return true;
};
