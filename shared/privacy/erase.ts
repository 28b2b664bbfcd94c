import type { Leaf } from "../audit/leaves.ts";
import type { Answers } from "../case/actor.ts";
import { CaseEvent } from "../case/event.ts";
import type { StepField } from "../policy/field.ts";
import type { Policy } from "../policy/policy.ts";
import { type Fate, withhold } from "./withhold.ts";

/**
 * Free text of events that stays: names that the engine and the regulation give, who of the staff did it, and what was
 * told to an authority. All other free text was typed about somebody, and goes; a value that its schema binds is a code.
 */
const STAYS: ReadonlySet<string> = new Set([
  "by/sub",
  "by/name",
  "received/taken/source",
  "received/taken/firstContact/sub",
  "received/taken/firstContact/name",
  "extensionRequested/extension",
  "extensionDecided/extension",
  "exceptionRecorded/exception",
  "exceptionRecorded/reason",
  "exceptionDecided/exception",
  "attempted/what",
  "attempted/code",
  "mailUndelivered/mail",
  "opinionCollated/title",
  "opinionCollated/department",
  // actions and sanctions are about the company's own people
  ...["Opened", "Planned", "Done", "Verified", "Reminded", "Overdue"].flatMap((done) => [
    `action${done}/action`,
    `action${done}/owner/person`,
  ]),
  "actionOpened/subject",
  "actionOpened/period",
  "counted/place/subject",
  "counted/place/period",
  "sanctionProposed/sanction",
  "sanctionProposed/kind",
  "sanctionProposed/subject",
  "sanctionDecided/sanction",
  "signed/hash",
  "assigned/person/sub",
  "assigned/person/name",
  "costBooked/kind",
  "liabilityJudged/class",
  "liabilityJudged/shares/*/department",
  "held/hold",
  "holdReleased/hold",
  "disclosed/disclosure",
  "disclosed/authority",
  "disclosed/legalBasis",
  "disclosed/document",
]);

/** Free text that goes. A test holds every free text of every event to be in one of the two. */
const GOES: ReadonlySet<string> = new Set([
  "key",
  "received/contact/name",
  "received/contact/email",
  "received/contact/phone",
  "received/contact/address",
  "actionPlanned/cause",
  "actionPlanned/measure",
  "actionPlanned/prevention",
  "actionDone/result",
  "actionVerified/finding",
  "sanctionProposed/basis",
  "mailReceived/from/name",
  "mailReceived/from/address",
  "mailReceived/subject",
  "mailReceived/quoted",
  "mailReceived/files/*/name",
  "promiseMade/said",
  "mailUndelivered/why",
  "signed/name",
  "visitRecorded/whom",
  "visitRecorded/opinion",
  "visitRecorded/apology",
  "circulated/words",
  "circulated/recipients/*/name",
  "circulated/recipients/*/email",
]);

/** How the two lists call a place: fields that every event has by themselves, all others after the event's kind. */
export const nameOf = (type: string, path: string): string => {
  const place = path.slice(1).replace(/\/\d+(?=\/|$)/g, "/*");
  return place === "key" || place.startsWith("by/") ? place : `${type}/${place}`;
};

/** The same by its last word, where an event's own list says nothing: what every event means by these. */
const ANYWHERE: Readonly<Record<string, "stays" | "goes">> = {
  number: "stays",
  to: "stays",
  reason: "goes",
  remark: "goes",
  text: "goes",
  note: "goes",
};

/** What becomes of a free text by the lists; undefined where none of them knows it. */
export const listedFate = (name: string): "stays" | "goes" | undefined => {
  if (STAYS.has(name)) return "stays";
  return GOES.has(name) ? "goes" : ANYWHERE[name.split("/").at(-1) ?? ""];
};

/** A field, and those of its blocks. */
const withParts = (field: StepField): readonly StepField[] =>
  field.type === "list" ? [field, ...field.fields] : [field];

/** Every field that a policy declares anywhere, by its name. */
const fieldsOf = (policy: Policy): ReadonlyMap<string, readonly StepField[]> =>
  Map.groupBy<string, StepField>(
    [
      ...(policy.intake?.fields ?? []),
      ...(policy.intake?.damages?.fields ?? []),
      ...policy.facts,
      ...(policy.workflow?.steps ?? []).flatMap(({ fields }) => fields),
      ...policy.forms.flatMap(({ fields }) => fields),
    ].flatMap(withParts),
    ({ id }) => id,
  );

const TYPED: ReadonlySet<StepField["type"]> = new Set(["text", "longText"]);
const COUNTED: ReadonlySet<StepField["type"]> = new Set(["category", "choice", "flag", "date", "moment"]);

/** Answers that are typed go, and figures that the policy protects; what statistics count stays. */
const answerGoes = (policy: Policy, fields: ReturnType<typeof fieldsOf>, name: string, value: unknown): boolean => {
  const known = fields.get(name) ?? [];
  if (known.length === 0) return typeof value === "string";
  if (known.some(({ type }) => TYPED.has(type))) return true;
  const isProtected = policy.privacy.some((rule) => rule.fields.includes(name));
  return isProtected && !known.every(({ type }) => COUNTED.has(type));
};

/** Answers without those that go. */
export const keptAnswers = (policy: Policy, answers: Answers): Answers => {
  const fields = fieldsOf(policy);
  return Object.fromEntries(
    Object.entries(answers).filter(([name, value]) => !answerGoes(policy, fields, name, value)),
  );
};

/** An answer, or one of a block of answers. */
const ANSWER = /^\/(?:answers|damages\/\d+)(?:\/[^/]+\/\d+)?\/([^/]+)$/;
/** What a field was corrected from and to: one answer, or blocks of them. */
const VALUE = /^\/(?:value|before)(?:\/\d+\/[^/]+)?$/;
const POSITION = /^\/photo\/position\//;

/** Whether an event may say this there: a value that its schema does not allow to be empty is a code of ours. */
const allows = (event: CaseEvent, path: string, value: unknown): boolean => {
  const tried = withhold(event, {
    place: 0,
    salt: "",
    fateOf: ([one]) => (one === path ? { is: "goes", instead: value } : { is: "stays" }),
  });
  return CaseEvent.safeParse(tried).success;
};

const STAY: Fate = { is: "stays" };
const GO: Fate = { is: "goes", instead: undefined };

const fateIn = (policy: Policy, event: CaseEvent) => {
  const fields = fieldsOf(policy);
  return ([path, value]: Leaf): Fate => {
    const answer = ANSWER.exec(path)?.[1];
    if (answer !== undefined) return answerGoes(policy, fields, answer, value) ? GO : STAY;
    if (event.type === "corrected" && VALUE.test(path)) {
      const name = path.split("/").at(3) ?? event.field; // of a block, or the field itself
      return answerGoes(policy, fields, name, value) ? { is: "goes", instead: "" } : STAY;
    }
    if (POSITION.test(path)) return GO;
    if (typeof value !== "string") return STAY;
    if (listedFate(nameOf(event.type, path)) === "stays" || !allows(event, path, "")) return STAY;
    return allows(event, path, undefined) ? GO : { is: "goes", instead: "" };
  };
};

/** A photo without its place: half a position is none. */
const withoutPosition = (event: CaseEvent): CaseEvent => {
  if (event.type !== "photoKept") return event;
  const { position: _gone, ...photo } = event.photo;
  return { ...event, photo };
};

/**
 * A timeline without personal data (D-06): what somebody typed and what names somebody is gone, its digests stay, and so
 * do kinds, dates, states, figures and who of the staff did what. Every event still parses, and the chain still holds
 * without the salt that is given here, which can so be destroyed.
 */
export const anonymised = (policy: Policy, timeline: readonly CaseEvent[], salt: string): CaseEvent[] =>
  timeline.map((event, place) =>
    CaseEvent.parse(withoutPosition(withhold(event, { place, salt, fateOf: fateIn(policy, event) }))),
  );
