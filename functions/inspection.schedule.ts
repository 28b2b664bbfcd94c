import { ses, sesMailer } from "../shared/aws/mailer.ts";
import { env } from "../shared/runtime/env.ts";
import { askingBy } from "../shared/runtime/inspection-mail.ts";
import { inspectionWakingDeps } from "../shared/runtime/inspection-wiring.ts";
import { wakeInspections } from "../shared/runtime/waking-inspections.ts";
import type { Woken } from "../shared/runtime/woken.ts";

const deps = inspectionWakingDeps();
const ask = askingBy(deps, {
  publicUrl: env("PUBLIC_URL"),
  mailer: sesMailer(ses(), env("MAIL_CONFIGURATION_SET")),
});

/** Once a minute: what was inspected counts as done, and people are told what they have to do about what was found. */
export const handler = async (): Promise<Woken> => wakeInspections({ ...deps, ask });
