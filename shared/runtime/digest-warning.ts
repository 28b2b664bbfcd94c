import { digestUnread } from "../mail/digest-unread.ts";
import { rolesSaid } from "../policy/wording.ts";
import type { WarnOfUnread } from "../record/digests/send.ts";
import { log } from "./log.ts";
import { administratorOf } from "./mailbox-of.ts";
import { type Postal, sendLetter } from "./send-letter.ts";

/**
 * Tells a company's administrator once a day which digests had nobody to be sent to, and the log each time: a role that
 * nobody named a mailbox for is told nothing, and would not notice.
 */
export const digestWarning =
  (postal: Postal): WarnOfUnread =>
  async (org, record, told) => {
    const { emails: to, locale } = administratorOf(org);
    const roles = [...new Set(told.flatMap((one) => one.roles))].join();
    log("DIGEST_UNREAD", { org: org.id, mail: record.id, roles });
    if (to.length === 0) return { is: "impossible", why: "nobody's address is known" };
    const unread = told.map(({ policy, digest, roles: ids }) => ({
      policy: policy.title,
      digest: digest.title,
      roles: rolesSaid(policy, ids),
    }));
    return sendLetter(postal, {
      ...{ org, locale, to, name: `digest.${record.id}`, date: record.filed.at },
      letter: () => digestUnread({ locale, org, unread }),
      tags: { kind: "digest", org: org.id, mail: record.id },
      ids: { mail: record.id },
    });
  };
