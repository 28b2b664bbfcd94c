import { accept, type Result, refuse } from "../../kernel/result.ts";
import { say } from "../../kernel/text.ts";
import { fieldNamed, type Intake, wordsField } from "../../policy/intake.ts";
import type { Policy } from "../../policy/policy.ts";
import type { Actor, Answers, Contact } from "../actor.ts";
import { bringing } from "../bring.ts";
import { clean } from "../clean.ts";
import type { EventOf } from "../event.ts";
import type { Refusal } from "../fault.ts";
import { wordsAnswer } from "../words.ts";
import { opinionRule } from "./stage.ts";

/** What somebody said in a survey, as those who collated it file it. */
export type Opinioned = Pick<
  EventOf<"opinionCollated">,
  "campaign" | "invitation" | "survey" | "title" | "department" | "answeredAt" | "scores" | "key"
> & {
  readonly by: Extract<Actor, { kind: "staff" }>;
  readonly contact: Contact;
  /** What the customer said, in their own words or in those of the scale. */
  readonly words: string;
  /** What the company's list says of the customer, by its columns. */
  readonly known: Readonly<Record<string, string>>;
};

/** The refusal where a regulation makes no cases of what a survey finds. */
export const noOpinions = ({ surveys }: Policy, survey: string): Refusal => ({
  code: "no-opinions",
  says: say(
    "制度未规定将此项调查的意见立案处理；意见只计入统计",
    "the regulation makes no cases of what this survey finds; it is counted",
  ),
  rules: surveys.find(({ id }) => id === survey)?.rules ?? [],
});

/** The answers of a form that the list of customers gives: a column is named as the field is, in either language. */
const fromList = (intake: Intake, known: Opinioned["known"]): Answers =>
  Object.fromEntries(
    Object.entries(known).flatMap(([column, said]) => {
      const field = fieldNamed(intake, column);
      return field?.type === "text" ? [[field.id, [...clean(said, false)].slice(0, field.max).join("")]] : [];
    }),
  );

type Received = Omit<EventOf<"received">, "type" | "at" | "number" | "locale">;
type Filing = { readonly received: Received; readonly collated: Omit<EventOf<"opinionCollated">, "at"> };

/**
 * The case of an opinion as it begins: what the form says of it, and that it was collated. What a survey does not ask waits
 * for whoever receives it, as with a mail.
 */
export const opinionFiling = (
  policy: Policy,
  intake: Intake,
  { by, contact, words, known, ...told }: Opinioned,
): Result<Filing, Refusal> => {
  const rule = opinionRule(policy, told.survey);
  if (rule === undefined) return refuse(noOpinions(policy, told.survey));
  const role = by.roles.find((one) => policy.roles.some(({ id }) => id === one));
  const initial = { state: policy.workflow?.initial ?? "RECEIVED" };
  return accept({
    received: {
      by,
      contact,
      answers: { ...fromList(intake, known), ...wordsAnswer(intake, words), ...rule.facts },
      damages: [],
      taken: { channel: "survey", source: told.title, firstContact: { sub: by.sub, name: by.name, role } },
    },
    collated: { ...told, type: "opinionCollated", by, ...bringing(policy, initial, rule.collated) },
  });
};

/** The words that a case was begun with; undefined where its form has no place for any. */
export const wordsIn = ({ intake }: Policy, answers: Answers): string | undefined => {
  const field = intake === undefined ? undefined : wordsField(intake);
  const said = field === undefined ? undefined : answers[field.id];
  return said === undefined ? undefined : String(said);
};
