import { ses, sesMailer } from "../shared/aws/mailer.ts";
import { env } from "../shared/runtime/env.ts";
import { rhythmDeps } from "../shared/runtime/rhythm-wiring.ts";
import { reminderBy } from "../shared/runtime/visit-reminder.ts";
import { wakeObligations } from "../shared/runtime/waking-visits.ts";
import type { Woken } from "../shared/runtime/woken.ts";

const deps = rhythmDeps();
const remind = reminderBy(deps, {
  publicUrl: env("PUBLIC_URL"),
  mailer: sesMailer(ses(), env("MAIL_CONFIGURATION_SET")),
});

/** Once a minute: plans the visits of what has changed or what a new day asks for, reminds, and says what was missed. */
export const handler = async (): Promise<Woken> => wakeObligations({ ...deps, remind });
