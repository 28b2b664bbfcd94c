import { ses, sesMailer } from "../shared/aws/mailer.ts";
import { digestPost } from "../shared/runtime/digest-post.ts";
import { digestWarning } from "../shared/runtime/digest-warning.ts";
import { digestDeps } from "../shared/runtime/digest-wiring.ts";
import { env } from "../shared/runtime/env.ts";
import { wakeDigests } from "../shared/runtime/waking-digests.ts";
import type { Woken } from "../shared/runtime/woken.ts";

const deps = digestDeps();
const mailer = sesMailer(ses(), env("MAIL_CONFIGURATION_SET"));
const post = digestPost(deps, { publicUrl: env("PUBLIC_URL"), mailer });
const wake = wakeDigests({ ...deps, post, warn: digestWarning({ ...deps, mailer }) });

/** Once a minute: sends everybody the digest of their roles that is due. */
export const handler = async (): Promise<Woken> => wake();
