import type { Instant } from "../../kernel/instant.ts";
import { countedAs } from "../../survey/invitation.ts";
import { count, emptyTally, type Tally } from "../../survey/tally.ts";
import type { CampaignRecord, CampaignStore } from "./campaigns.ts";
import type { LoadedCampaign } from "./change.ts";

type Counter = { readonly campaigns: Pick<CampaignStore, "invitations"> };
type Counting = NonNullable<CampaignRecord["counting"]>;

/** So many pages, of a megabyte each, are counted before it is written down how far that is: some seconds. */
const PAGES = 8;

/** So many invitations are counted while somebody waits; the answer of an API may take half a minute. */
const WHILE_WAITING = 100_000;

/** Whether a campaign is small enough to be counted while somebody waits. */
export const isCountedNow = ({ record }: Pick<LoadedCampaign, "record">): boolean =>
  record.inviting.count <= WHILE_WAITING;

const countPage = async ({ campaigns }: Counter, { record, survey }: LoadedCampaign, so: Counting) => {
  const page = await campaigns.invitations(record, so.cursor);
  for (const one of page.items) count(survey, so.tally, countedAs(one));
  return page.cursor;
};

/** What is counted of a campaign that has hardly been counted. */
const begun = ({ record, survey }: LoadedCampaign): Counting => {
  const { cursor, tally } = record.counting ?? { tally: emptyTally(survey) };
  return { cursor, tally: structuredClone(tally) };
};

/**
 * Counts the next few pages of a campaign's invitations, so that a campaign of any size is counted in the end: whoever
 * dies in the middle has lost a few pages, and nobody is counted twice.
 * @returns the record as it is then, and whether that was the last of it.
 */
const countMore = async (
  counter: Counter,
  found: LoadedCampaign,
): Promise<{ readonly record: CampaignRecord; readonly last: boolean }> => {
  const so = begun(found);
  let { cursor } = so;
  for (let pages = 0; pages < PAGES; pages += 1) {
    cursor = await countPage(counter, found, { ...so, cursor });
    if (cursor === undefined) {
      const { counting: _, ...rest } = found.record;
      return { record: { ...rest, tally: so.tally }, last: true };
    }
  }
  return { record: { ...found.record, counting: { cursor, tally: so.tally } }, last: false };
};

/**
 * The figures as they stand, for somebody who waits for them; undefined where the campaign is too large for that. What it
 * costs depends on nothing but the campaign itself.
 */
export const tallyNow = async (counter: Counter, found: LoadedCampaign): Promise<Tally | undefined> => {
  if (!isCountedNow(found)) return undefined;
  const so: Counting = { tally: emptyTally(found.survey) };
  let cursor: string | undefined;
  do cursor = await countPage(counter, found, { ...so, cursor });
  while (cursor !== undefined);
  return so.tally;
};

/** What is written down after a few more were counted. */
export const analysing = async (counter: Counter, found: LoadedCampaign, at: Instant) => {
  const { record, last } = await countMore(counter, found);
  return { record, events: last ? ([{ type: "analysed", at, by: { kind: "system" } }] as const) : [] };
};
