import type { Case } from "../case/case.ts";
import type { CaseEvent } from "../case/event.ts";
import { type Masks, maskAnswers, maskContact, maskSender, maskStep } from "./privacy.ts";

const tellEvent = (masks: Masks, event: CaseEvent): CaseEvent => {
  if (event.type === "received") {
    const { contact, answers, damages } = event;
    return {
      ...event,
      contact: maskContact(masks, contact),
      answers: maskAnswers(masks, answers),
      damages: damages.map((damage) => maskAnswers(masks, damage)),
    };
  }
  if (event.type === "corrected") {
    const { field, value, before } = event;
    const under = (answer: typeof value) => maskStep(masks, { [field]: answer })[field] ?? answer;
    return { ...event, value: under(value), ...(before === undefined ? {} : { before: under(before) }) };
  }
  if (event.type === "mailReceived") return { ...event, from: maskSender(masks, event.from) };
  if (event.type === "step") return { ...event, answers: maskStep(masks, event.answers) };
  return "answers" in event ? { ...event, answers: maskAnswers(masks, event.answers) } : event;
};

/**
 * A case as it may be told to a reader. It is for showing alone: what is masked decides nothing any more, so clocks and
 * evidence are read off the case itself.
 */
export const tellable = (masks: Masks, current: Case): Case =>
  masks.size === 0
    ? current
    : {
        ...current,
        contact: maskContact(masks, current.contact),
        facts: maskAnswers(masks, current.facts),
        damages: current.damages.map((damage) => maskAnswers(masks, damage)),
        timeline: current.timeline.map((event) => tellEvent(masks, event)),
        told: current.told.map((event) => tellEvent(masks, event)),
      };
