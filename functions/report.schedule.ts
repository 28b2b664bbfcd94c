import { ses, sesMailer } from "../shared/aws/mailer.ts";
import { reportFulfilled } from "../shared/record/reports/fulfilled.ts";
import { env } from "../shared/runtime/env.ts";
import { reportPost } from "../shared/runtime/report-post.ts";
import { reportWakingDeps } from "../shared/runtime/report-wiring.ts";
import { reportsWaker } from "../shared/runtime/waking-reports.ts";

const deps = reportWakingDeps();
const post = reportPost(deps, {
  publicUrl: env("PUBLIC_URL"),
  mailer: sesMailer(ses(), env("MAIL_CONFIGURATION_SET")),
});

/** Once a minute: plans the reports of the days to come, compiles those whose day it is, and mails what was handed in. */
export const handler = reportsWaker({ deps, post, fulfilled: reportFulfilled(deps) });
