import { documents } from "../aws/documents.ts";
import { bucketMailBox } from "../aws/mailed.ts";
import { ses, sesMailer } from "../aws/mailer.ts";
import { s3 } from "../aws/photos.ts";
import { tableSenders } from "../aws/senders.ts";
import { tableSuppressions } from "../aws/suppressions.ts";
import { digests } from "../aws/words.ts";
import { emailMark } from "../find/marks.ts";
import { env } from "./env.ts";
import type { MailPort } from "./mail-in.ts";
import { tableDeps } from "./wiring.ts";

/** Mails that came in: records and companies, the bucket they lie in, and the way to answer. */
export const mailPort = (): MailPort => {
  const client = documents();
  const deps = tableDeps(client);
  const digestOf = digests(deps.orgs);
  return {
    ...deps,
    box: bucketMailBox(s3(process.env.AWS_ENDPOINT_URL_S3), env("EVIDENCE_BUCKET")),
    senders: tableSenders(client, env("TABLE"), deps.orgs),
    suppressions: tableSuppressions(client, env("TABLE"), deps.orgs),
    mailer: sesMailer(ses(), env("MAIL_CONFIGURATION_SET")),
    publicUrl: env("PUBLIC_URL"),
    senderMark: async (org, address) => (await digestOf(org))(emailMark(address) ?? "no sender"),
  };
};
