/**
 * Refusals that bring their own sentence: the status they are answered with, and what a reader of the interface's
 * document is told of each. The codes are stable.
 */
export const PLAIN = {
  "unknown-event": { status: 404, means: "the regulation has no such event outside its workflow" },
  "nothing-to-do": { status: 409, means: "this has been done, or is not asked for in this case" },
  "unknown-action": { status: 404, means: "the regulation, or the case, has no such corrective action" },
  "action-missing": { status: 409, means: "a corrective action that the regulation demands has not been planned" },
  "action-unverified": { status: 409, means: "a corrective action is not carried out, or not verified, yet" },
  "not-tracked": { status: 409, means: "the regulation follows no corrective action up in this case" },
  "same-side": { status: 403, means: "whoever did something, or their side, does not judge it" },
  "unknown-sanction": { status: 404, means: "the regulation, or the case, has no such sanction" },
  "quota-reached": { status: 409, means: "the regulation allows so many of it, and all are used" },
  "quota-over": { status: 409, means: "the time in which the regulation allows it has ended" },
} as const satisfies Readonly<Record<string, { readonly status: 403 | 404 | 409; readonly means: string }>>;

export type PlainCode = keyof typeof PLAIN;
