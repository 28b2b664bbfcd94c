import type { Case } from "../case/case.ts";
import type { CaseEvent } from "../case/event.ts";
import type { ClockReading } from "../case/reading.ts";
import type { EvidenceReading } from "../evidence/count.ts";
import type { Locale, Text } from "../kernel/text.ts";
import type { Policy } from "../policy/policy.ts";
import type { MailTemplate } from "../policy/workflow.ts";

/** Everything a letter may speak of; what its reader may see of it, the audience decides. */
export type LetterData = {
  readonly locale: Locale;
  readonly org: { readonly name: Text };
  readonly policy: Policy;
  readonly case: Case;
  readonly clocks: readonly ClockReading[];
  readonly evidence: EvidenceReading;
  /** What has happened that the letter is about. */
  readonly about: CaseEvent;
  readonly audience: "reporter" | "staff";
  /** The reporter's own page, with the token in it; never put into a letter to staff. */
  readonly trackingPage?: string | undefined;
  /** The case in the staff console; never put into a letter to the reporter. */
  readonly consolePage?: string | undefined;
};

/** A subject and a preview are one line each, without control characters; `text` says the same as `html`. */
export type Letter = {
  readonly subject: string;
  readonly preview: string;
  readonly html: string;
  readonly text: string;
};

/** Writes a letter in one language. Pure: the same data always make the same letter. */
export const letter = (_template: MailTemplate, _data: LetterData): Letter => ({
  subject: "",
  preview: "",
  html: "",
  text: "",
});
