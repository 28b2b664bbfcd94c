/** An expected answer or an expected no. Surprises throw; refusals are values with a stable code. */
export type Result<T, E> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };

export const accept = <T>(value: T): { ok: true; value: T } => ({ ok: true, value });
export const refuse = <E>(error: E): { ok: false; error: E } => ({ ok: false, error });

/** Closes a switch: a new member of a union that nobody answers stops the compiler. */
export const never = (value: never): never => {
  throw new Error(`nobody answers ${JSON.stringify(value)}`);
};
