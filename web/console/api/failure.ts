import type { Problem } from "../../../shared/api/problem.ts";

/** Why a request was not obeyed, as the API said it; `unreachable` when no answer came. */
export type Failure = {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly rules: readonly string[];
  /** What is wrong with a file of cases, cell by cell. */
  readonly rows: NonNullable<Problem["rows"]>;
  readonly fields: readonly { readonly path: string; readonly says: string; readonly rule?: string | undefined }[];
};

export const unreachable: Failure = { status: 0, code: "unreachable", title: "", rules: [], rows: [], fields: [] };

/** A problem (RFC 9457), or what API Gateway says before our code is asked: `{"message": …}`. */
export const failureOf = (status: number, body: unknown): Failure => {
  const given = (typeof body === "object" && body !== null ? body : {}) as Partial<Problem> & { message?: string }; // each part may be missing
  return {
    status,
    code: given.code ?? `http-${status}`,
    title: given.title ?? given.message ?? "",
    rules: given.rules ?? [],
    rows: given.rows ?? [],
    fields: (given.fields ?? []).map(({ path, says, rule }) => ({ path, says, rule })),
  };
};

/** Whether the very same request, with the same Idempotency-Key, may succeed later. */
export const isPassing = ({ status }: Failure): boolean => status === 0 || status === 429 || status >= 500;

/** A field of a form: by its id, or within a list by the list, the number of the block and the id. */
type At = string | (string | number)[];

const placeOf = (path: string, ids: readonly string[]): At | undefined => {
  const inside = path.slice(1).replaceAll("/", ".");
  if (ids.includes(inside)) return inside; // `/answers/opinion` is the field `answers.opinion`
  const [, list = "", block, inner] = /^\/(\w+)(?:\/(\d+)\/(\w+))?$/.exec(path) ?? [];
  if (!ids.includes(list)) return undefined;
  return block === undefined || inner === undefined ? list : [list, Number(block), inner];
};

/** Splits what is wrong into what can be shown at a field of the form (by its id) and what cannot. */
export const byField = (
  { fields }: Failure,
  ids: readonly string[],
): { readonly at: readonly { readonly id: At; readonly says: string }[]; readonly rest: readonly string[] } => {
  const placed = fields.map(({ path, says }) => ({ id: placeOf(path, ids), says }));
  return {
    at: placed.flatMap(({ id, says }) => (id === undefined ? [] : [{ id, says }])),
    rest: placed.flatMap(({ id, says }) => (id === undefined ? [says] : [])),
  };
};
