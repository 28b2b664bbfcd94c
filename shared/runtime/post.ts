import { setTimeout as pause } from "node:timers/promises";
import { wordRoutes } from "../api/routes/pages.ts";
import type { Mailer } from "../aws/mailer.ts";
import { type Case, caseOf } from "../case/case.ts";
import { readClocks } from "../case/clocks.ts";
import { type Copy, copiesOf } from "../case/copies/copies.ts";
import { evidenceOf } from "../case/evidence.ts";
import { caseAddress } from "../mail/incoming/thread.ts";
import { type LetterData, letter } from "../mail/mail.ts";
import type { Policy } from "../policy/policy.ts";
import type { Deps } from "../record/change.ts";
import type { Org } from "../record/org.ts";
import type { OutboxEntry } from "../record/outbox.ts";
import type { CaseRecord } from "../record/record.ts";
import { rulebookOf } from "../record/rulebook.ts";
import { SHARDS } from "../record/store.ts";
import type { SuppressionStore } from "../record/suppression.ts";
import type { Post } from "../record/wake.ts";
import { trackingPath } from "./customer.ts";
import { copyTokenFor, tokenFor } from "./secrets.ts";
import { sendLetter } from "./send-letter.ts";

type Postal = { readonly suppressions: Pick<SuppressionStore, "of"> };
type Places = { readonly publicUrl: string; readonly mailer: Mailer };

/** The copy that a mail carries. */
const heldCopy = (policy: Policy, current: Case, { copy }: OutboxEntry): Copy | undefined => {
  const form = policy.forms.find(({ id }) => id === copy?.form);
  return form && copiesOf(current, form).find(({ n }) => n === copy?.n);
};

/** The page of a copy that went outside, with its token. */
const copyPath = ({ id: org, linkKey }: Org, caseId: string, { form, n: copy }: Copy): string =>
  wordRoutes.copyPage.path
    .replace("{org}", org)
    .replace("{caseId}", caseId)
    .replace("{form}", form.id)
    .replace("{copy}", `${copy}`)
    .replace("{token}", copyTokenFor(linkKey, { caseId, form: form.id, copy }));

const dataOf = async (
  deps: Deps,
  org: Org,
  record: CaseRecord,
  entry: OutboxEntry,
  publicUrl: string,
): Promise<LetterData | undefined> => {
  const rulebook = await rulebookOf(deps.orgs, record);
  const current = caseOf(rulebook.policy, record.timeline);
  const about = record.timeline[entry.about];
  const toReporter = entry.to === "reporter";
  const held = heldCopy(rulebook.policy, current, entry);
  const outside = entry.to === "holder";
  const locale = toReporter || outside ? current.locale : org.desks[entry.to]?.locale;
  if (about === undefined || locale === undefined) return undefined;
  // what has happened since is another letter's matter: this one speaks of its own moment, however late it leaves
  const then = caseOf(rulebook.policy, record.timeline.slice(0, entry.about + 1));
  return {
    locale,
    org,
    policy: rulebook.policy,
    case: then,
    clocks: readClocks(rulebook, then, entry.owedAt),
    // of photos only what is still missing when it is read is of use
    evidence: evidenceOf(rulebook.policy, current),
    about,
    audience: toReporter ? "reporter" : outside ? "holder" : "staff",
    copy: held,
    copyPage: outside && held !== undefined ? `${publicUrl}${copyPath(org, record.id, held)}` : undefined,
    trackingPage: toReporter
      ? `${publicUrl}${trackingPath(org.id, record.id, tokenFor(org.linkKey, record.id))}`
      : undefined,
    consolePage: toReporter || outside ? undefined : `${publicUrl}/console/#/${org.id}/${record.id}`,
  };
};

/** Not faster than this part of the account's quota: the shards send side by side. */
const pacer = (mailer: Mailer) => {
  let gap: Promise<number> | undefined;
  let last: Promise<unknown> = Promise.resolve();
  return (): Promise<unknown> => {
    gap ??= mailer.rate().then((rate) => (1000 * SHARDS) / Math.max(rate, 0.1));
    last = Promise.all([last, gap]).then(([, ms]) => pause(ms));
    return last;
  };
};

/** Where a letter goes; a role without a mailbox was told apart before. */
const addressesOf = (org: Org, { case: { contact }, copy }: LetterData, to: string): readonly string[] => {
  if (to !== "reporter" && to !== "holder") return org.desks[to]?.emails ?? [];
  const email = to === "holder" ? copy?.email : contact.email;
  return email === undefined ? [] : [email];
};

/**
 * Makes a letter when it leaves and hands it to the mail service at the account's pace. A role without an address, an
 * address that mail came back from, or a company that is gone, is said on the record, not thrown.
 */
export const post = (deps: Deps & Postal, { publicUrl, mailer }: Places): Post => {
  const turn = pacer(mailer);
  return async (record, entry) => {
    const org = await deps.orgs.org(record.org);
    if (org === undefined) return { is: "impossible", why: `no organisation ${record.org}` };
    const data = await dataOf(deps, org, record, entry, publicUrl);
    if (data === undefined) return { is: "impossible", why: `nobody reads the mail of ${entry.to}` };
    const to = addressesOf(org, data, entry.to);
    if (to.length === 0) return { is: "impossible", why: "the reporter gave no e-mail address" };
    return sendLetter(
      { ...deps, mailer },
      {
        ...{ org, locale: data.locale, to, name: `${record.id}.${entry.id}`, date: entry.owedAt },
        replyTo: caseAddress(org.mailFrom, record.id),
        letter: async () => {
          const made = letter(entry.template, data);
          await turn();
          return made;
        },
        tags: { kind: "case", org: record.org, record: record.id, mail: entry.id },
        ids: { record: record.id, desk: entry.to, mail: entry.id },
        outside: data.audience !== "staff",
      },
    );
  };
};
