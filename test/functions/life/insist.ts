import { Problem } from "../../../shared/api/problem.ts";
import type { Policy } from "../../../shared/policy/policy.ts";
import type { Answer } from "../../stack/call.ts";
import { answersTo, completed } from "./answers.ts";

/**
 * Which of many different cases: `nth` chooses among the answers of choices, `full` answers what need not be answered too,
 * and `known` answers the fields of these names wherever they are asked.
 */
export type Variant = {
  readonly nth: number;
  readonly full?: boolean;
  readonly known?: Readonly<Record<string, unknown>>;
  /** The customer sends none of the photos that are asked for. */
  readonly bare?: boolean;
  /** The key under which it is filed, where the case is to be the same whenever it is filed. */
  readonly key?: string;
};

export type Sent = (answers: Readonly<Record<string, unknown>>) => Promise<Answer>;
export type Asked = Parameters<typeof answersTo>[1];

/** Sends a form, and again with what it was told is missing, as somebody would who reads the answer. */
export const insist = async (
  policy: Policy,
  fields: Asked,
  send: Sent,
  now: number,
  { nth, full = false, known = {} }: Variant,
  offered: object = {},
): Promise<Answer> => {
  const asked = full ? fields.map((field) => ({ ...field, required: true })) : fields;
  const told = Object.entries(known).filter(([id]) => fields.some((field) => field.id === id));
  let answers: Record<string, unknown> = {
    ...answersTo(policy, asked, now, nth),
    ...offered,
    ...Object.fromEntries(told),
  };
  for (let tries = 0; ; tries += 1) {
    const answer = await send(answers);
    if (answer.status !== 400 || tries === 8) return answer;
    answers = completed(policy, fields, answers, Problem.parse(answer.body), { now, nth: nth + tries });
  }
};
