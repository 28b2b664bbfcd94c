import type { StepAnswers } from "../case/actor.ts";
import type { Mark } from "../find/marks.ts";
import { mentionedIn } from "../find/mentioned.ts";
import type { InspectionEvent } from "../inspection/event.ts";
import type { Policy } from "../policy/policy.ts";
import type { Register } from "../policy/register-form.ts";
import type { EntryEvent } from "../register/event.ts";
import { keptAnswers } from "./erase.ts";
import { inEntry, inInspection, type Words } from "./mentions.ts";

/** A text that was erased where one must stand. */
const GONE = "—";

const erased: Words = (said) => (said === "" ? "" : GONE);

/** A text stays unless it mentions one of these numbers or addresses, and then it goes whole: who wrote it wrote about them. */
const without =
  (theirs: ReadonlySet<Mark>): Words =>
  (said) =>
    mentionedIn(said).some((mark) => theirs.has(mark)) ? GONE : said;

/** The part of an entry's timeline that an order takes: what is left of each event. */
export const withoutMentions = (events: readonly EntryEvent[], theirs: ReadonlySet<Mark>): readonly EntryEvent[] =>
  events.map((event) => inEntry(event, without(theirs)));

export const inspectionWithoutMentions = (
  events: readonly InspectionEvent[],
  theirs: ReadonlySet<Mark>,
): readonly InspectionEvent[] => events.map((event) => inInspection(event, without(theirs)));

const keptBlocks = (policy: Policy, answers: StepAnswers): StepAnswers => {
  const plain = Object.entries(answers).flatMap(([name, value]) => (Array.isArray(value) ? [] : [[name, value]]));
  const lists = Object.entries(answers).flatMap(([name, value]) =>
    Array.isArray(value) ? [[name, value.map((block) => keptAnswers(policy, block))]] : [],
  );
  return { ...keptAnswers(policy, Object.fromEntries(plain)), ...Object.fromEntries(lists) };
};

/** A regulation that knows nothing but what a register asks: elsewhere a field of the same name may ask for something else. */
const only = (policy: Policy, form: Register): Policy => ({
  ...policy,
  ...{ intake: undefined, workflow: undefined, facts: [] },
  forms: [{ ...form, fields: [...form.fields, ...form.entries.steps.flatMap(({ fields }) => fields)] }],
});

/** A timeline of an entry without anything that was typed; choices, figures, days and who of the staff did it stay. */
export const nameless = (policy: Policy, form: Register, events: readonly EntryEvent[]): readonly EntryEvent[] =>
  events.map((event) => {
    const told = inEntry("key" in event ? { ...event, key: undefined } : event, erased);
    return "answers" in event && "answers" in told
      ? { ...told, answers: keptBlocks(only(policy, form), event.answers) }
      : told;
  });

/**
 * A timeline of an inspection of what belongs to somebody, without anything that was typed about it or its photos' places:
 * measured values, results, days and who of the staff inspected stay.
 * @param object the company's own number of what was inspected.
 */
export const namelessInspection = (events: readonly InspectionEvent[], object: string): readonly InspectionEvent[] =>
  events.map((event): InspectionEvent => {
    const told = inInspection("key" in event ? { ...event, key: undefined } : event, erased);
    if (told.type === "filed" && event.type === "filed")
      return { ...told, subject: object, department: event.department };
    if (told.type !== "photoKept") return told;
    const { position: _gone, ...photo } = told.photo;
    return { ...told, photo };
  });
