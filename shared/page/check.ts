import { isMoney } from "../kernel/cents.ts";
import type { Condition } from "../policy/condition.ts";
import type { Fact } from "../policy/terms.ts";
import { isAsked } from "./asked.ts";
import type { FileBody } from "./entered.ts";
import type { AskedField, FormShape } from "./script-data.ts";
import type { Sentences } from "./sentences.ts";

type Answers = { readonly [field: string]: Fact };
export type Fault = { readonly path: string; readonly says: string };
type Say = Sentences["script"];

/** Fills `{n}` and its like in a sentence for the script. */
export const fill = (sentence: string, values: Readonly<Record<string, string | number>>): string =>
  sentence.replace(/\{(\w+)\}/g, (as, name) => String(values[name] ?? as));

/** What conditions are judged by: the answers given, and no for every flag that nobody ticked. */
export const factsOf = (body: FileBody, shape: Pick<FormShape, "fields">): Answers =>
  Object.fromEntries(
    shape.fields.flatMap(({ id, type }): [string, Fact][] => {
      const value = body[id];
      if (typeof value === "object") return [];
      return value !== undefined ? [[id, value]] : type === "flag" ? [[id, false]] : [];
    }),
  );

const faultOf = (field: AskedField, value: Fact | undefined, say: Say): string | undefined => {
  if (value === undefined) return field.required ? say.required : undefined;
  if (field.type === "number") {
    if (typeof value !== "number" || (field.integer === true && !Number.isInteger(value))) return say.number;
    return value < (field.min ?? value) || value > (field.max ?? value) ? say.outOfRange : undefined;
  }
  if (field.type === "money") return isMoney(String(value)) ? undefined : say.money;
  if (typeof value === "string" && field.max !== undefined && value.length > field.max)
    return fill(say.tooLong, { n: field.max });
  return undefined;
};

const faultsIn = (fields: readonly AskedField[], answers: Answers, at: string, facts: Answers, say: Say): Fault[] =>
  fields.flatMap((field) => {
    if (!isAsked(field.when as Condition | undefined, { ...facts, ...answers })) return []; // declared unknown, the policy's own condition
    const says = faultOf(field, answers[field.id], say);
    return says === undefined ? [] : [{ path: `${at}/${field.id}`, says }];
  });

/** What can be said about a form before it is sent. The API judges again, and its word counts. */
export const faultsOf = (body: FileBody, shape: FormShape, say: Say): readonly Fault[] => {
  const facts = factsOf(body, shape);
  const contact = (body.contact ?? {}) as Answers; // parseForm made it an object
  const damages = (body.damages ?? []) as readonly Answers[]; // parseForm made it a list
  const block = shape.damages;
  const email = contact.email;
  const needed = block?.requiredWhen !== undefined && isAsked(block.requiredWhen as Condition, facts); // likewise
  return [
    ...faultsIn(shape.contact, contact, "/contact", {}, say),
    ...(typeof email === "string" && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)
      ? [{ path: "/contact/email", says: say.email }]
      : []),
    ...faultsIn(shape.fields, facts, "", facts, say),
    ...damages.flatMap((answers, at) => faultsIn(block?.fields ?? [], answers, `/damages/${at}`, facts, say)),
    ...(needed && damages.length === 0 ? [{ path: "/damages", says: say.damageNeeded }] : []),
  ];
};
