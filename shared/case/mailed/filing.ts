import type { Intake } from "../../policy/intake.ts";
import type { Contact } from "../actor.ts";
import { clean } from "../clean.ts";
import type { EventOf } from "../event.ts";
import { wordsAnswer } from "../words.ts";

/** A matter that somebody wrote a mail about, as far as it can be read without asking anybody. */
export type Mailed = { readonly contact: Contact; readonly subject: string; readonly text: string };

/** Whether a regulation takes matters in by mail: it must say so itself, since nobody of the company looks first. */
export const takesMail = (intake: Intake | undefined): boolean => intake?.channels?.includes("mail") ?? false;

/**
 * What a mail fills in of a form: its words, the occasion whose name stands in it (one alone), and nothing else. All other
 * fields, the category among them, wait for whoever receives it (AS-106).
 */
export const mailedReceipt = (
  intake: Intake,
  { contact, subject, text }: Mailed,
  occasions: readonly string[],
): Omit<EventOf<"received">, "type" | "at" | "number" | "locale"> => {
  const words = clean(`${subject}\n${text}`, true);
  const named = occasions.filter((name) => words.includes(name));
  const occasion =
    intake.occasion !== undefined && named.length === 1 ? { [intake.occasion.field]: named[0] ?? "" } : {};
  return {
    by: { kind: "reporter" },
    contact,
    answers: { ...occasion, ...wordsAnswer(intake, words) },
    damages: [],
    taken: { channel: "mail" },
  };
};
