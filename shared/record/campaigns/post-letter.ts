import { type Instant, MINUTE, plusMs } from "../../kernel/instant.ts";
import { type CampaignLetter, leavesAt } from "../../survey/letter.ts";
import type { Posted } from "../wake.ts";
import type { CampaignRecord } from "./campaigns.ts";
import type { LoadedCampaign } from "./change.ts";

/** Makes a letter of a campaign to a role and hands it to the post. */
export type PostLetter = (found: LoadedCampaign, letter: CampaignLetter) => Promise<Posted>;

/** Given up after so many refusals for now. */
const MAX_ATTEMPTS = 12;

const stateAfter = ({ state }: CampaignLetter, posted: Posted, at: Instant): CampaignLetter["state"] => {
  if (posted.is === "sent") return { is: "sent", at, messageId: posted.messageId };
  const attempts = state.is === "waiting" ? state.attempts + 1 : MAX_ATTEMPTS;
  if (posted.is === "impossible" || attempts >= MAX_ATTEMPTS) return { is: "notSent", at, why: posted.why };
  return { is: "waiting", attempts, after: plusMs(at, Math.min(2 ** attempts, 60) * MINUTE) };
};

const handOver = async (post: PostLetter, found: LoadedCampaign, letter: CampaignLetter): Promise<Posted> => {
  try {
    return await post(found, letter);
  } catch (error) {
    return { is: "later", why: error instanceof Error ? error.message : String(error) };
  }
};

/** The first letter that is to leave by now. */
export const letterDue = ({ letters }: Pick<CampaignRecord, "letters">, now: Instant): CampaignLetter | undefined =>
  letters.find((one) => (leavesAt(one) ?? now) <= now && one.state.is === "waiting");

/** Sends a letter of a campaign. @returns what that makes of its record, whatever it is by then. */
export const postLetter = async (
  post: PostLetter,
  found: LoadedCampaign,
  letter: CampaignLetter,
  now: () => Instant,
): Promise<(record: CampaignRecord) => CampaignRecord> => {
  const state = stateAfter(letter, await handOver(post, found, letter), now());
  return (record) => ({
    ...record,
    letters: record.letters.map((one) =>
      one.id === letter.id && one.state.is === "waiting" ? { ...one, state } : one,
    ),
  });
};
