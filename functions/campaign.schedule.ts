import type { Context } from "aws-lambda";
import { ses, sesMailer } from "../shared/aws/mailer.ts";
import { env } from "../shared/runtime/env.ts";
import { campaignDeps } from "../shared/runtime/rhythm-wiring.ts";
import { surveyWorker } from "../shared/runtime/surveying.ts";
import { wakeCampaigns } from "../shared/runtime/waking-campaigns.ts";
import type { Woken } from "../shared/runtime/woken.ts";

const deps = campaignDeps();
const mailer = sesMailer(ses(), env("MAIL_CONFIGURATION_SET"));

/** Enough for the batch in hand to be written down before the function is stopped. */
const RESERVE_MS = 20_000;

/** Once a minute: invites, sends, closes and counts what campaigns have due. One that still runs is left alone. */
export const handler = async (_event: unknown, context: Context): Promise<Woken> =>
  wakeCampaigns(
    deps,
    surveyWorker(deps, { publicUrl: env("PUBLIC_URL"), mailer }, () => context.getRemainingTimeInMillis() > RESERVE_MS),
  );
