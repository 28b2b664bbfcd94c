import { Problem } from "../../../shared/api/problem.ts";
import { type Asked, insist } from "../../functions/life/insist.ts";
import type { Answer } from "../../stack/call.ts";
import type { Staff } from "../../stack/staff.ts";
import type { Chance } from "../chance.ts";
import type { Company } from "../company.ts";

/** A day at the office. */
export type Day = {
  readonly day: string;
  /** The day at the desk before it. */
  readonly before: string | undefined;
  /** Chance of this day alone: the same whatever else was done. */
  readonly luckOf: (what: string) => Chance;
};

/** What somebody may do, as the interface offers it. */
export type Act = { readonly act: string; readonly path: string; readonly fields: Asked };

const isTheirs = ({ status }: Answer): boolean => status !== 403 && status !== 404;

/** Notes what was refused, so that whoever reads what a year came to sees what nobody could do. */
const noted = ({ refused }: Company, what: string, answer: Answer): Answer => {
  if (answer.status < 400 || !isTheirs(answer)) return answer;
  const { success, data } = Problem.safeParse(answer.body);
  const why = `${what}: ${success ? data.code : answer.status}`;
  refused.set(why, (refused.get(why) ?? 0) + 1);
  return answer;
};

/** Everybody who may be asked, whoever was let in the last time first. */
const inTurn = ({ house, policy }: Company, what: string): readonly string[] => {
  const all = [...policy.roles.map(({ id }) => id), "everybody"];
  const known = house.letIn?.get(`${policy.id} ${what}`);
  return known === undefined ? all : [known, ...all.filter((one) => one !== known)];
};

const remember = ({ house, policy }: Company, what: string, role: string): void => {
  house.letIn?.set(`${policy.id} ${what}`, role);
};

/** Has something done by the first whose business it is; whoever that was is asked first the next time. */
export const byWhoeverMay = async (
  company: Company,
  what: string,
  send: (staff: Staff) => Promise<Answer>,
): Promise<Answer> => {
  let last: Answer | undefined;
  for (const role of inTurn(company, what)) {
    last = await send(company.house.as(role));
    if (!isTheirs(last)) continue;
    remember(company, what, role);
    break;
  }
  if (last === undefined) throw new Error(`nobody may ${what}`);
  return last;
};

/** The first to whom an act is offered there; undefined where it is offered to nobody. */
export const offeredTo = async <T extends { readonly acts: readonly A[] }, A extends Act>(
  company: Company,
  {
    what,
    path,
    read,
    pick,
  }: { what: string; path: string; read: (body: unknown) => T; pick: (seen: T) => A | undefined },
): Promise<{ readonly staff: Staff; readonly act: A; readonly seen: T } | undefined> => {
  for (const role of inTurn(company, what)) {
    const staff = company.house.as(role);
    const answer = await staff.get(path);
    if (answer.status !== 200) continue;
    const seen = read(answer.body);
    const act = pick(seen);
    if (act === undefined) continue;
    remember(company, what, role);
    return { staff, act, seen };
  }
  return undefined;
};

/** `answers.opinion` is the member `opinion` of `answers`. */
const nested = (flat: Readonly<Record<string, unknown>>): Record<string, unknown> => {
  const out: Record<string, unknown> = {};
  for (const [id, value] of Object.entries(flat)) {
    const [head = "", ...rest] = id.split(".");
    if (rest.length === 0) out[head] = value;
    else out[head] = { ...Object(out[head]), [rest.join(".")]: value };
  }
  return out;
};

/** What is wrong with `/answers/opinion` is wrong with the field that asked for `answers.opinion`. */
const flat = (answer: Answer): Answer => {
  const { success, data } = Problem.safeParse(answer.body);
  if (!success || data.fields === undefined) return answer;
  const fields = data.fields.map((one) => ({ ...one, path: one.path.replace(/^\/answers\//, "/answers.") }));
  return { ...answer, body: { ...data, fields } };
};

/** Answers what an act asks for, and again with what it was told is missing; `known` answers the fields of these names. */
export const filledIn = async (
  company: Company,
  what: string,
  fields: Asked,
  post: (body: Record<string, unknown>) => Promise<Answer>,
  { luck, known = {} }: { luck: Chance; known?: Readonly<Record<string, unknown>> },
): Promise<Answer> => {
  const { policy, house } = company;
  const send = async (answers: Readonly<Record<string, unknown>>) => flat(await post(nested(answers)));
  const variant = { nth: luck.below(60), known };
  return noted(company, what, await insist(policy, fields, send, house.stack.clock.now(), variant));
};
