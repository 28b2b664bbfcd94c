import type { FormReply } from "../api/bodies.ts";
import type { Fact } from "../policy/terms.ts";

/** What somebody typed, by the name of the input: `contact.email`, `category`, `damages.0.place`. */
export type Entered = Readonly<Record<string, string>>;

/** The input that carries the idempotency key of a form sent without scripts. */
export const KEY_INPUT = "_key";

/** The JSON body of `POST /v1/{org}/cases`. */
export type FileBody = {
  readonly [field: string]: Fact | Readonly<Record<string, Fact>> | readonly Readonly<Record<string, Fact>>[];
};

/** The inputs of a form's post, damages renumbered without the empty blocks, as `formPage` takes them back. */
export const entered = (_entries: Iterable<readonly [string, string]>, _form: FormReply): Entered => ({});

/** A form's post as the JSON body. What cannot be read as its type stays as typed, and the API says so. */
export const parseForm = (_entries: Iterable<readonly [string, string]>, _form: FormReply): FileBody => ({});
