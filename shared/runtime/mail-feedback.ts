import type { MailReport } from "../aws/mail-events.ts";
import { invitationCameBack } from "../record/campaigns/came-back.ts";
import type { MailTags } from "../record/mail-tags.ts";
import { type Heard, mailCameBack } from "../record/undelivered.ts";
import { log } from "./log.ts";
import type { surveyDeps } from "./rhythm-wiring.ts";

type FeedbackDeps = Pick<
  ReturnType<typeof surveyDeps>,
  "campaigns" | "now" | "orgs" | "pause" | "records" | "suppressions"
>;

const tell = async (deps: FeedbackDeps, tags: MailTags, report: MailReport): Promise<Heard> => {
  switch (tags.kind) {
    case "case":
      return mailCameBack(deps, { kind: "case", org: tags.org, id: tags.record }, tags.mail, report);
    case "invitation":
      return invitationCameBack(deps, { org: tags.org, id: tags.record }, tags.mail, report);
    case "visit":
    case "inspection":
    case "digest":
    case "report":
    case "warning":
    case "campaign":
      return "desk";
    case "answer":
      return "customer";
  }
};

/**
 * Closes the addresses that a mail came back from, before anything else, and writes on the record of the mail that it did.
 * Twice, late, and before its sender has confirmed it come to the same; a record that is gone leaves the address closed.
 */
export const hearOfMail = async (deps: FeedbackDeps, report: MailReport): Promise<void> => {
  const { tags, closed, how, why, messageId } = report;
  if (tags === undefined || (await deps.orgs.org(tags.org)) === undefined) {
    log("MAIL_UNKNOWN", { message: messageId, is: how, org: tags?.org });
    return;
  }
  const is = how === "complained" ? "complained" : "bounced";
  const at = deps.now();
  await Promise.all(closed.map((address) => deps.suppressions.add(tags.org, address, { is, at, why })));
  const came = await tell(deps, tags, report);
  const record = "record" in tags ? tags.record : undefined;
  log("MAIL_CAME_BACK", { record, mail: tags.mail, is: how, came });
  if (came === "desk") log("DESK_UNREACHABLE", { org: tags.org, record, mail: tags.mail });
};
