import type { EventOf } from "../case/event.ts";
import type { MailId } from "../kernel/ids.ts";
import type { Instant } from "../kernel/instant.ts";
import { accept } from "../kernel/result.ts";
import { change, type Deps, type Loaded } from "./change.ts";
import { deskOf } from "./columns.ts";
import type { RecordRef } from "./record.ts";

/** So many mails one case keeps; whoever goes on is a machine or a nuisance. */
const MAX_MAILS = 500;

/** Whether a case knows a mail already. */
export const knowsMail = ({ current }: Pick<Loaded, "current">, mail: MailId): boolean =>
  current.timeline.some((event) => event.type === "mailReceived" && event.mail === mail);

/** Whether a case keeps another mail: not one that it has, nothing beyond all measure, and nothing once it is erased. */
const keeps = (found: Loaded, mail: MailId): boolean =>
  found.current.erasure === undefined &&
  !knowsMail(found, mail) &&
  found.current.timeline.filter(({ type }) => type === "mailReceived").length < MAX_MAILS;

/**
 * Enters a mail that was read. One that is known changes nothing, so that it may be delivered twice, late, and by two
 * functions at a time. `told`: its desk hears of it.
 */
export const enterMail = (
  deps: Deps,
  ref: RecordRef,
  mail: Omit<EventOf<"mailReceived">, "type" | "at" | "desk">,
  { told }: { readonly told: boolean },
) =>
  change<never>(deps, ref, (found, at: Instant) => {
    if (!keeps(found, mail.mail)) return accept({ events: [] });
    const desk = told ? deskOf(found.rulebook, found.current) : undefined;
    return accept({ events: [{ type: "mailReceived", at, ...mail, ...(desk === undefined ? {} : { desk }) }] });
  });
