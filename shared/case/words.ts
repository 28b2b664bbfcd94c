import { type Intake, wordsField } from "../policy/intake.ts";
import type { Answers } from "./actor.ts";
import { clean } from "./clean.ts";

/** What somebody told without the form, as the form holds it: in the field for their own words, as much as it takes. */
export const wordsAnswer = (intake: Intake, text: string): Answers => {
  const words = clean(text, true);
  const field = wordsField(intake);
  return field?.type !== "longText" || words === "" ? {} : { [field.id]: [...words].slice(0, field.max).join("") };
};
