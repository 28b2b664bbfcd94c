import { plainAnswers } from "../case/actor.ts";
import type { CaseEvent } from "../case/event.ts";
import type { Field } from "../policy/field.ts";
import { factFields, type Policy } from "../policy/policy.ts";
import type { Facts } from "../policy/terms.ts";
import { contactMarks, type Mark, markOf } from "./marks.ts";
import { wordsOf } from "./tokens.ts";

/** More than a long complaint has; it bounds what the text of one case can cost to file. */
const MOST_WORDS = 3000;

type Said = { readonly field: Field | undefined; readonly value: string };

const textsIn = (fields: readonly Field[], answers: Facts): readonly Said[] =>
  Object.entries(answers).flatMap(([name, value]) => {
    const field = fields.find(({ id }) => id === name);
    const isText = field === undefined || field.type === "text" || field.type === "longText";
    return typeof value === "string" && isText ? [{ field, value }] : [];
  });

/**
 * What a customer said in one event, or what staff corrected in what was said: text of the form, of its damages, and of
 * steps that set facts, and what mails say anew. Notes and other words of staff among themselves are not looked through.
 */
const saidIn = (policy: Policy, event: CaseEvent): readonly Said[] => {
  if (event.type === "received") {
    const damages = policy.intake?.damages?.fields ?? [];
    return [
      { field: undefined, value: event.contact.name },
      ...textsIn(factFields(policy), event.answers),
      ...event.damages.flatMap((damage) => textsIn(damages, damage)),
    ];
  }
  if (event.type === "mailReceived") {
    return [event.subject, event.text].filter(Boolean).map((value) => ({ field: undefined, value }));
  }
  if (event.type !== "step") return [];
  const sets = policy.workflow?.steps.find(({ id }) => id === event.step)?.sets ?? [];
  const set = Object.fromEntries(Object.entries(plainAnswers(event.answers)).filter(([name]) => sets.includes(name)));
  return textsIn(factFields(policy), set);
};

/** Whether an event says anything by which its case may be looked for. */
export const saysText = (policy: Policy, event: CaseEvent): boolean => saidIn(policy, event).length > 0;

/** All text of a case that is looked through, first and corrected. */
export const textOf = (policy: Policy, timeline: readonly CaseEvent[]): readonly string[] =>
  timeline.flatMap((event) => saidIn(policy, event).map(({ value }) => value));

/** How a case may be found without reading it: by how to reach its reporter, and by the numbers of papers and goods. */
export const marksOf = (policy: Policy, timeline: readonly CaseEvent[]): readonly Mark[] => {
  const marks = timeline.flatMap((event) => [
    ...(event.type === "received" ? contactMarks(event.contact) : []),
    ...saidIn(policy, event).map(({ field, value }) =>
      field?.type === "text" && field.finds !== undefined ? markOf(field.finds, value) : undefined,
    ),
  ]);
  return [...new Set(marks.filter((mark) => mark !== undefined))];
};

/** The words under which a case is filed; of a text beyond all measure only the first. */
export const caseWords = (policy: Policy, timeline: readonly CaseEvent[]): readonly string[] =>
  [...new Set(textOf(policy, timeline).flatMap(wordsOf))].slice(0, MOST_WORDS);
