import type { Case } from "../case/case.ts";
import type { Copy } from "../case/copies/copies.ts";
import type { CaseEvent } from "../case/event.ts";
import type { ClockReading } from "../case/reading.ts";
import { type EvidenceReading, missingOf } from "../evidence/count.ts";
import type { Locale } from "../kernel/text.ts";
import type { Policy } from "../policy/policy.ts";
import { type MailTemplate, STAFF_ONLY } from "../policy/workflow.ts";
import { action } from "./action.ts";
import { caseRows } from "./answers.ts";
import type { Block, Draft } from "./block.ts";
import { copy } from "./copy.ts";
import { customerMail } from "./customer-mail.ts";
import { sayMoment } from "./date.ts";
import { breach, reminder } from "./deadline.ts";
import { exceptionDecision, exceptionRequest } from "./exception.ts";
import { extensionDecision, extensionRequest } from "./extension.ts";
import type { House } from "./look/look.ts";
import { oneLine } from "./plain.ts";
import { closed, planReply, progress, stateWords } from "./progress.ts";
import { acknowledgement, evidenceMissing, photoRefused } from "./receipt.ts";
import { sentencesIn } from "./sentences.ts";
import { named } from "./subject.ts";
import { undelivered } from "./undelivered.ts";
import { type Letter, written } from "./written.ts";

/** Everything a letter may speak of; what its reader may see of it, the audience decides. */
export type LetterData = {
  readonly locale: Locale;
  readonly org: House;
  readonly policy: Policy;
  readonly case: Case;
  readonly clocks: readonly ClockReading[];
  readonly evidence: EvidenceReading;
  /** What has happened that the letter is about. */
  readonly about: CaseEvent;
  /** `holder`: somebody outside who has a copy and knows nothing of the case. */
  readonly audience: "reporter" | "staff" | "holder";
  /** The copy that the letter carries. */
  readonly copy?: Copy | undefined;
  /** Where a holder acknowledges the copy, with its token. */
  readonly copyPage?: string | undefined;
  /** The reporter's own page, with the token in it; never put into a letter to staff. */
  readonly trackingPage?: string | undefined;
  /** The case in the staff console; never put into a letter to the reporter. */
  readonly consolePage?: string | undefined;
};

const DRAFTS: Readonly<Record<MailTemplate, (data: LetterData) => Draft>> = {
  acknowledgement,
  "evidence-missing": evidenceMissing,
  "photo-refused": photoRefused,
  reminder,
  breach,
  "extension-request": extensionRequest,
  "extension-decision": extensionDecision,
  "exception-request": exceptionRequest,
  "exception-decision": exceptionDecision,
  "plan-reply": planReply,
  progress,
  closed,
  action,
  undelivered,
  copy,
  "customer-mail": customerMail,
};

/** Letters whose reader has something to decide. */
const TO_DECIDE: ReadonlySet<MailTemplate> = new Set(["extension-request", "exception-request"]);

const evidenceWords = ({ evidence, locale }: LetterData): string => {
  const s = sentencesIn(locale);
  const short = missingOf(evidence).map(({ damage, have, need }) => s.have(s.damage(damage), have, need));
  return short.length === 0 ? s.evidence.complete : s.evidence.short(short.join(s.join));
};

/** What the case is, for its reader, and the one way onwards. */
const ending = (template: MailTemplate, data: LetterData): readonly Block[] => {
  const { locale, case: current, policy, audience, trackingPage, consolePage, copyPage } = data;
  const s = sentencesIn(locale);
  if (audience === "holder")
    return copyPage === undefined ? [] : [{ is: "button", label: s.link.acknowledge, url: copyPage }];
  const rows = [
    { label: current.provisional ? s.row.provisional : s.row.number, value: current.number },
    { label: s.row.received, value: sayMoment(current.receivedAt, policy.calendar.timeZone, locale) },
    { label: s.row.state, value: stateWords(data) },
    ...(data.evidence.needs.length > 0 ? [{ label: s.row.evidence, value: evidenceWords(data) }] : []),
    ...(audience === "staff" ? caseRows(data) : []),
  ];
  const url = audience === "reporter" ? trackingPage : consolePage;
  const uploads = template === "evidence-missing" || template === "photo-refused";
  const toReporter = uploads ? s.link.upload : s.link.tracking;
  const label = audience === "reporter" ? toReporter : TO_DECIDE.has(template) ? s.link.decide : s.link.console;
  return [{ is: "facts", rows }, ...(url === undefined ? [] : [{ is: "button", label, url } as const])];
};

const addressee = ({ audience, case: current, copy: one, locale }: LetterData): string =>
  audience === "holder" ? (one?.to[locale] ?? "") : current.contact.name;

/**
 * Writes a letter in one language. Pure: the same data always make the same letter.
 * @throws when a letter to staff is asked for a reporter.
 */
export const letter = (template: MailTemplate, data: LetterData): Letter => {
  const { locale, audience, org, policy } = data;
  if (audience === "reporter" && STAFF_ONLY.has(template)) throw new Error(`${template} is never sent to a reporter`);
  const s = sentencesIn(locale);
  const draft = DRAFTS[template](data);
  const dear: Block[] = audience === "staff" ? [] : [{ is: "words", text: s.dear(oneLine(addressee(data), 60)) }];
  const blocks = [...dear, ...draft.blocks, ...ending(template, data)];
  const small = [
    s.footer.policy(policy.title[locale], policy.version),
    s.footer.automatic,
    ...(audience === "staff" ? [] : [s.footer.link]),
  ];
  return written(org, locale, { ...named(data, draft), blocks }, small);
};
