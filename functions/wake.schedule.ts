import type { Context } from "aws-lambda";
import * as z from "zod";
import { ses, sesMailer } from "../shared/aws/mailer.ts";
import { SHARDS } from "../shared/record/store.ts";
import { wakeCase } from "../shared/record/wake.ts";
import { calendarWarning } from "../shared/runtime/calendar-warning.ts";
import { env } from "../shared/runtime/env.ts";
import { post } from "../shared/runtime/post.ts";
import { wakingDeps } from "../shared/runtime/rhythm-wiring.ts";
import { wakeShard } from "../shared/runtime/waking.ts";
import type { Woken } from "../shared/runtime/woken.ts";

const deps = wakingDeps();
const mailer = sesMailer(ses(), env("MAIL_CONFIGURATION_SET"));
const waking = {
  ...deps,
  post: post(deps, { publicUrl: env("PUBLIC_URL"), mailer }),
  warnOfCalendars: calendarWarning({ ...deps, mailer }),
};
const Event = z.object({
  shard: z
    .number()
    .int()
    .min(0)
    .max(SHARDS - 1),
});

/** Enough for the record in hand to be confirmed before the function is stopped. */
const RESERVE_MS = 15_000;

/** Once a minute for each shard: gives every record what it owes. */
export const handler = async (event: unknown, context: Context): Promise<Woken> =>
  wakeShard(
    deps,
    (ref) => wakeCase(waking, ref),
    Event.parse(event).shard,
    () => context.getRemainingTimeInMillis() > RESERVE_MS,
  );
