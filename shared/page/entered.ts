import { typedMoney } from "../kernel/cents.ts";
import type { Condition } from "../policy/condition.ts";
import type { Fact } from "../policy/terms.ts";
import { isAsked } from "./asked.ts";
import type { AskedField, FormShape } from "./script-data.ts";

/** What somebody typed, by the name of the input: `contact.email`, `category`, `damages.0.place`. */
export type Entered = Readonly<Record<string, string>>;

/** The input that carries the idempotency key of a form sent without scripts. */
export const KEY_INPUT = "_key";

/** The office's offset. The regulations are those of mainland China, which keeps one time all year. */
const OFFICE_OFFSET = "+08:00";

type Answers = { readonly [field: string]: Fact };

/** The JSON body of `POST /v1/{org}/cases`. */
export type FileBody = { readonly [field: string]: Fact | Answers | readonly Answers[] };

const DAMAGE = /^damages\.(\d{1,2})\.(.+)$/;

/** The parts of a form that its post is read by; a `FormReply` is one. */
export type Shape = Pick<FormShape, "contact" | "fields" | "damages">;

/** The inputs of a form's post, damages renumbered without the empty blocks, as `formPage` takes them back. */
export const entered = (entries: Iterable<readonly [string, string]>, form: Shape): Entered => {
  const plain = new Set([...form.contact.map(({ id }) => `contact.${id}`), ...form.fields.map(({ id }) => id)]);
  const inDamage = new Set(form.damages?.fields.map(({ id }) => id));
  const kept = new Map<string, string>();
  const blocks = new Map<number, Map<string, string>>();
  for (const [name, value] of entries) {
    const [, block, field = ""] = DAMAGE.exec(name) ?? [];
    if (plain.has(name)) kept.set(name, value);
    else if (block !== undefined && inDamage.has(field) && value.trim() !== "") {
      const at = Number(block);
      blocks.set(at, (blocks.get(at) ?? new Map()).set(field, value));
    }
  }
  [...blocks.entries()]
    .sort(([a], [b]) => a - b)
    .forEach(([, block], at) => {
      for (const [field, value] of block) kept.set(`damages.${at}.${field}`, value);
    });
  return Object.fromEntries(kept);
};

/** One answer as its type. What cannot be read as that type stays as typed, so that the API can name the fault. */
const typed = ({ type }: AskedField, value: string): Fact => {
  // Browsers send line breaks as CR LF; Chinese keyboards give full-width figures.
  const text = value.replace(/\r\n?/g, "\n").trim();
  if (type === "number") {
    const figure = text.normalize("NFKC").replace(/[,\s]/g, "");
    return /^[+-]?\d+(\.\d+)?$/.test(figure) ? Number(figure) : text;
  }
  if (type === "money") return typedMoney(text);
  if (type === "flag") return text === "true" || (text === "false" ? false : text);
  if (type === "moment" && /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?$/.test(text))
    return `${text.length === 16 ? `${text}:00` : text}${OFFICE_OFFSET}`;
  return text;
};

const answersTo = (fields: readonly AskedField[], prefix: string, from: Entered, known: Answers): Answers => {
  const given = fields.flatMap((field): [AskedField, Fact][] => {
    const value = from[`${prefix}${field.id}`];
    return value === undefined || value.trim() === "" ? [] : [[field, typed(field, value)]];
  });
  // A flag that nobody ticked is a no, to conditions that ask for it.
  const unticked = fields.filter(({ type }) => type === "flag").map(({ id }): [string, Fact] => [id, false]);
  const facts = { ...known, ...Object.fromEntries(unticked), ...Object.fromEntries(given.map(([f, v]) => [f.id, v])) };
  return Object.fromEntries(
    given.filter(([{ when }]) => isAsked(when as Condition | undefined, facts)).map(([{ id }, value]) => [id, value]), // the API declares `when` as unknown; it is the policy's own condition
  );
};

/**
 * A form's post as the JSON body: numbers, flags and moments typed (a wall-clock time gets the office's offset), empty
 * inputs, empty damage blocks and answers to questions that were not asked left out.
 */
export const parseForm = (entries: Iterable<readonly [string, string]>, form: Shape): FileBody => {
  const from = entered(entries, form);
  const fields = answersTo(form.fields, "", from, {});
  const damages = form.damages?.fields ?? [];
  const blocks = new Set(Object.keys(from).flatMap((name) => DAMAGE.exec(name)?.[1] ?? []));
  return {
    contact: answersTo(form.contact, "contact.", from, {}),
    ...fields,
    ...(form.damages === undefined
      ? {}
      : { damages: [...blocks].map((block) => answersTo(damages, `damages.${block}.`, from, fields)) }),
  };
};
