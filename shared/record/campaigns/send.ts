import type { Instant } from "../../kernel/instant.ts";
import { ended, type Invitation, isDue, lapsed, mailed } from "../../survey/invitation.ts";
import { momentsFor, momentsOnceSent } from "../../survey/standing.ts";
import { againAt, MAX_ATTEMPTS } from "../hand-over.ts";
import type { Posted } from "../wake.ts";
import type { CampaignDeps, LoadedCampaign } from "./change.ts";

export type MailWorker = {
  /** Makes the mail that comes next for somebody invited and hands it to the post, at the campaign's pace. */
  readonly send: (campaign: LoadedCampaign, invitation: Invitation) => Promise<Posted>;
  /** Why nothing is sent to an address any more; undefined where something may be. */
  readonly suppressed: (org: string, email: string) => Promise<Invitation["ended"]>;
  /** So many mails are one batch: a moment's worth, so that a pause is heard soon. */
  readonly batch: () => number;
  /** How many mails may still leave today before the account has no more for what somebody waits for. */
  readonly room: () => Promise<number>;
  /** So many of them are on their way side by side. */
  readonly lanes: () => number;
};

const putOff = (one: Invitation, why: string, at: Instant): Invitation => {
  const attempts = one.attempts + 1;
  if (attempts >= MAX_ATTEMPTS) return ended(one, { is: "notSent", at, why });
  return { ...one, attempts, nextAt: againAt(attempts, at) };
};

const settled = (campaign: LoadedCampaign, one: Invitation, posted: Posted, at: Instant): Invitation => {
  const { policy, current } = campaign;
  if (posted.is === "sent") return mailed(one, momentsOnceSent(policy, current.plan, one, at), at, posted.messageId);
  return posted.is === "impossible" ? ended(one, { is: "notSent", at, why: posted.why }) : putOff(one, posted.why, at);
};

type Sender = CampaignDeps & MailWorker;

/**
 * Writes what became of a mail over whatever the invitation is by now: whoever answered while it was on its way keeps
 * their answer, and is not reminded.
 */
const confirm = async (
  { campaigns }: Sender,
  found: LoadedCampaign,
  id: string,
  change: (one: Invitation) => Invitation,
): Promise<void> => {
  for (;;) {
    const now = await campaigns.invitation(found.record, id);
    if (now === undefined) return;
    const next = change(now);
    const answer = next.answer === undefined ? next : { ...next, nextAt: undefined };
    if ((await campaigns.saveInvitation(answer)) === "saved") return;
  }
};

type Outcome = "first" | "reminders" | "notSent" | "nothing";

/** Sends one mail of a campaign, where it is still due, and writes it down before the next one of its lane leaves. */
const sendOne = async (worker: Sender, found: LoadedCampaign, id: string): Promise<Outcome> => {
  const one = await worker.campaigns.invitation(found.record, id);
  if (one === undefined) return "nothing";
  const moments = momentsFor(found.policy, found.current.plan, one);
  const now = worker.now();
  if (one.nextAt !== undefined && now >= moments.closes) {
    await confirm(worker, found, id, (stands) => lapsed(stands, now));
    return one.mails.length === 0 ? "notSent" : "nothing";
  }
  if (!isDue(one, found.current, moments, now)) return "nothing";
  const stop = one.email === undefined ? undefined : await worker.suppressed(one.org, one.email);
  if (stop !== undefined) {
    await confirm(worker, found, id, (now) => ended(now, stop));
    return "notSent";
  }
  const posted = await worker.send(found, one);
  const at = worker.now();
  await confirm(worker, found, id, (now) => settled(found, now, posted, at));
  if (posted.is !== "sent") return posted.is === "impossible" ? "notSent" : "nothing";
  return one.mails.length === 0 ? "first" : "reminders";
};

/** Sends a batch, each lane one mail at a time: what dies in between repeats at most one mail a lane. */
export const sendBatch = async (
  worker: Sender,
  found: LoadedCampaign,
  ids: readonly string[],
): Promise<Readonly<Record<Outcome, number>>> => {
  const sum = { first: 0, reminders: 0, notSent: 0, nothing: 0 };
  const left = ids[Symbol.iterator]();
  const lane = async (): Promise<void> => {
    for (const id of left) sum[await sendOne(worker, found, id)] += 1;
  };
  await Promise.all(Array.from({ length: worker.lanes() }, lane));
  return sum;
};
