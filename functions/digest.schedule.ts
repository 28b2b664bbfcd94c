import { ses, sesMailer } from "../shared/aws/mailer.ts";
import { digestPost } from "../shared/runtime/digest-post.ts";
import { digestDeps } from "../shared/runtime/digest-wiring.ts";
import { env } from "../shared/runtime/env.ts";
import { wakeDigests } from "../shared/runtime/waking-digests.ts";
import type { Woken } from "../shared/runtime/woken.ts";

const deps = digestDeps();
const post = digestPost(deps, {
  publicUrl: env("PUBLIC_URL"),
  mailer: sesMailer(ses(), env("MAIL_CONFIGURATION_SET")),
});
const wake = wakeDigests({ ...deps, post });

/** Once a minute: sends everybody the digest of their roles that is due. */
export const handler = async (): Promise<Woken> => wake();
