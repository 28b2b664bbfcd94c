import type { Mailer } from "../aws/mailer.ts";
import type { Posted } from "../record/wake.ts";

/** What of the account's pace campaigns may use: the rest is for mail that somebody waits for. */
const SHARE = 0.8;
/** And what of the mails that it may send in 24 hours. */
const DAY_SHARE = 0.9;
/** Others send too: what is left of the day is asked for anew after so long. */
const KNOWN_MS = 10_000;
/** After a refusal half as fast, and back by so much of the whole with each mail that leaves. */
const BACK_OFF = 0.5;
const RECOVER = 0.01;
/** Never slower than this many mails a second. */
const SLOWEST = 0.5;
/** A batch is so many seconds' worth, so that a pause is heard as soon. */
const BATCH_SECONDS = 2;
/** As many mails as one process has on their way at a time, each lane one; a lane is worth so many mails a second. */
const MOST_LANES = 8;
const A_LANE = 10;

/** The pace at which one worker sends a campaign's mails. */
export type Pace = {
  /** Resolves when the next mail may leave. */
  readonly turn: () => Promise<void>;
  /** Takes in what the mail service said to one. */
  readonly heard: (posted: Posted) => void;
  readonly batch: () => number;
  /** How many mails campaigns may still send within the day. */
  readonly room: () => Promise<number>;
  readonly lanes: () => number;
};

/**
 * A share of what the account may send a second, halved when the service refuses for now and slowly raised again, so that
 * an acknowledgement never waits behind a campaign. Real time: whoever is guarded is real.
 */
export const campaignPace = (
  mailer: Pick<Mailer, "rate" | "day">,
  wait: (ms: number) => Promise<unknown>,
  realNow: () => number = () => performance.now(),
): Pace => {
  let most = 1;
  let pace = SLOWEST;
  let asked: Promise<void> | undefined;
  let free = 0;
  let day: { room: number; readonly until: number } | undefined;
  const know = (): Promise<void> => {
    asked ??= mailer.rate().then((rate) => {
      most = Math.max(rate * SHARE, SLOWEST);
      pace = most;
    });
    return asked;
  };
  return {
    turn: async () => {
      await know();
      const now = realNow();
      const at = Math.max(now, free);
      free = at + 1000 / pace;
      if (at > now) await wait(at - now);
    },
    room: async () => {
      if (day === undefined || realNow() >= day.until) {
        const { most: whole, sent } = await mailer.day();
        day = { room: Math.floor(whole * DAY_SHARE) - sent, until: realNow() + KNOWN_MS };
      }
      return day.room;
    },
    heard: ({ is }) => {
      if (is === "sent" && day !== undefined) day.room -= 1;
      if (is === "later") pace = Math.max(pace * BACK_OFF, SLOWEST);
      if (is === "sent") pace = Math.min(pace + most * RECOVER, most);
    },
    batch: () => Math.min(Math.max(Math.round(pace * BATCH_SECONDS), 5), 200),
    lanes: () => Math.min(Math.max(Math.ceil(pace / A_LANE), 1), MOST_LANES),
  };
};
