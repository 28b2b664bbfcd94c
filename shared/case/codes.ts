/**
 * Refusals that bring their own sentence: the status they are answered with, and what a reader of the interface's
 * document is told of each. The codes are stable.
 */
export const PLAIN = {
  "unknown-event": { status: 404, means: "the regulation has no such event outside its workflow" },
  "nothing-to-do": { status: 409, means: "this has been done, or is not asked for in this case" },
} as const satisfies Readonly<Record<string, { readonly status: 403 | 404 | 409; readonly means: string }>>;

export type PlainCode = keyof typeof PLAIN;
