import { FileReply } from "../../../shared/api/bodies.ts";
import type { CaseView } from "../../../shared/api/case-view.ts";
import { Problem } from "../../../shared/api/problem.ts";
import type { Policy } from "../../../shared/policy/policy.ts";
import { DAMAGE } from "../../fixtures/photos/photos.ts";
import type { Answer } from "../../stack/call.ts";
import type { Filed } from "../../stack/customer.ts";
import type { TestStack } from "../../stack/stack.ts";
import { answersTo } from "./answers.ts";
import { type Asked, insist, type Sent, type Variant } from "./insist.ts";

/** A running stack as a walk needs it: somebody who files, and everybody who may do something. */
export type Stage = Pick<TestStack, "ask" | "org" | "as" | "photo"> & {
  readonly stack: { readonly clock: Pick<TestStack["stack"]["clock"], "now"> };
  /** Who was last let in to do what, and is asked first the next time; nobody is remembered where it is left out. */
  readonly letIn?: Map<string, string>;
};

/** How many steps, or events that lead on, lie between each state and a final one. */
const distancesTo = ({ workflow }: Policy, goal: string): ReadonlyMap<string, number> => {
  const far = new Map([[goal, 0]]);
  for (let before = 0; before < far.size; ) {
    before = far.size;
    for (const { from, to } of [...(workflow?.steps ?? []), ...(workflow?.moves ?? [])]) {
      const there = to === undefined ? undefined : far.get(to);
      if (there === undefined) continue;
      for (const state of from) if (!far.has(state)) far.set(state, there + 1);
    }
  }
  return far;
};

const contact = { name: "Gao Yuan", email: "gao@coach.example", phone: "+86 571 5550 0177" };

/** Some categories are of something that is damaged. */
const asksForDamage = ({ body }: Answer): boolean =>
  Problem.parse(body).fields?.some(({ path }) => path === "/damages") ?? false;

/** A case under a policy, filed by its form. */
export const filedUnder = async (
  demo: Stage,
  policy: Policy,
  variant: Variant,
  who: Readonly<Partial<Record<"name" | "email" | "phone", string>>> = contact,
): Promise<Filed> => {
  const now = demo.stack.clock.now();
  const headers: Record<string, string> = variant.key === undefined ? {} : { "idempotency-key": variant.key };
  const file = (answers: object) =>
    demo.ask("POST", `/v1/${demo.org}/cases?policy=${policy.id}`, { body: { contact: who, ...answers }, headers });
  const damage = answersTo(policy, policy.intake?.damages?.fields ?? [], now, variant.nth);
  const send: Sent = async (answers) => {
    const answer = await file(answers);
    return answer.status === 400 && asksForDamage(answer) ? file({ ...answers, damages: [damage] }) : answer;
  };
  const answer = await insist(policy, policy.intake?.fields ?? [], send, now, variant);
  if (answer.status !== 201) throw new Error(`${policy.id} was not filed: ${answer.text}`);
  return FileReply.parse(answer.body);
};

export type Walked = {
  readonly state: string;
  readonly taken: readonly string[];
  /** Why it went no further: what each step and act that was not open said. */
  readonly stuck: readonly string[];
};

/** Looks at a case on its way; true where it did something to it. */
export type Look = (view: CaseView) => Promise<boolean>;

/** Who goes on with a case, one thing at a time; answers how it ended once nothing more is to be done. */
export type Walker = () => Promise<Walked | undefined>;

/**
 * Leads a case towards a final state through the interface alone, each thing done by somebody who may: what the view
 * offers beside the way first, then the step that comes nearer. `look` sees everything that is open on the way.
 */
export const walker = (
  demo: Stage,
  policy: Policy,
  filed: Filed,
  goal: string,
  variant: Variant,
  look: Look = async () => false,
): Walker => {
  const far = distancesTo(policy, goal);
  const now = () => demo.stack.clock.now();
  const done = new Set<string>();
  const taken: string[] = [];
  const tried: string[] = [];
  const refused: string[] = [];
  const stepOf = (id: string) => policy.workflow?.steps.find((one) => one.id === id);

  /** By one role after the other, until one is let in: who verifies may be somebody else than who acted. */
  const byAnybody = async (
    roles: readonly string[],
    what: string,
    path: string,
    given: object,
    fields: Asked,
    offered: object = {},
  ): Promise<Answer> => {
    let last: Answer | undefined;
    const known = demo.letIn?.get(`${policy.id} ${what}`);
    const first = known === undefined || !roles.includes(known) ? [] : [known];
    for (const role of [...first, ...roles.filter((one) => one !== known)]) {
      const staff = demo.as(role);
      const send: Sent = (answers) => staff.post(path, { ...given, ...answers });
      last = await insist(policy, fields, send, now(), variant, offered);
      if (last.status !== 200) continue;
      demo.letIn?.set(`${policy.id} ${what}`, role);
      return last;
    }
    if (last === undefined) throw new Error(`nobody may ${path}`);
    return last;
  };

  const step = async (view: CaseView, id: string): Promise<void> => {
    const { fields = [], offered = {} } = view.next.find((one) => one.step === id) ?? {};
    const answer = await byAnybody(stepOf(id)?.by ?? [], id, `/cases/${filed.caseId}/steps/${id}`, {}, fields, offered);
    if (answer.status === 200) taken.push(id);
    else refused.push(`${id}: ${answer.text}`);
  };

  const photograph = async (view: CaseView): Promise<void> => {
    for (const { damage, have, need } of view.evidence.items) {
      for (const name of DAMAGE.slice(have, need)) await demo.photo(filed, damage, name);
    }
  };

  const times = (id: string): number => tried.filter((one) => one === id).length;

  type Act = CaseView["acts"][number];
  const fresh = ({ acts, state }: CaseView): Act | undefined =>
    acts.find(({ act, of, allowed }) => allowed && !done.has(`${act} ${of} ${state.id}`) && times(`${act} ${of}`) < 2);

  /** Who acted may not verify: where nothing else goes on, the roles are asked one by one what they may do. */
  const offeredToOthers = async ({ acts }: CaseView): Promise<Act | undefined> => {
    if (acts.length === 0) return undefined;
    for (const { id, may } of policy.roles) {
      const offered = may.includes("read") ? fresh(await demo.as(id).see(filed)) : undefined;
      if (offered !== undefined) return offered;
    }
    return undefined;
  };

  const perform = async ({ act, of, path, given, fields }: Act, here: string): Promise<void> => {
    done.add(`${act} ${of} ${here}`);
    tried.push(`${act} ${of}`);
    const roles = [...policy.roles.map(({ id }) => id), "everybody"];
    const answer = await byAnybody(roles, `${act} ${of}`, `/cases/${filed.caseId}/${path}`, given, fields);
    if (answer.status !== 200) refused.push(`${act} ${of}: ${answer.text}`);
  };

  const distance = (state: string | undefined): number => far.get(state ?? "") ?? Number.POSITIVE_INFINITY;

  return async () => {
    const view = await demo.as("everybody").see(filed);
    const here = view.state.id;
    if (await look(view)) return undefined;
    if (here === goal) return { state: here, taken, stuck: [] };
    if (!view.evidence.complete && !variant.bare) await photograph(view);
    const open = view.next
      .filter(({ allowed }) => allowed)
      .map(({ step: id }) => ({ id, to: stepOf(id)?.to }))
      .toSorted((a, b) => distance(a.to) - distance(b.to) || times(a.id) - times(b.id));
    const beside = open.find(({ id, to }) => to === undefined && !done.has(`${id} ${here}`));
    const ahead = open.filter(({ id, to }) => distance(to) < Number.POSITIVE_INFINITY && times(id) < 2);
    const nearer = ahead.find(({ to }) => distance(to) < distance(here));
    const act = fresh(view) ?? ((beside ?? nearer) === undefined ? await offeredToOthers(view) : undefined);
    const next = beside ?? nearer ?? ahead[0];
    if (act !== undefined) await perform(act, here);
    else if (next === undefined) {
      const shut = [...view.next, ...view.acts].filter(({ allowed }) => !allowed);
      return { state: here, taken, stuck: [...refused, ...shut.map(({ title, why }) => `${title}: ${why}`)] };
    } else {
      if (next === beside) done.add(`${next.id} ${here}`);
      else tried.push(next.id);
      await step(view, next.id);
    }
    return undefined;
  };
};

/** The whole way at once. */
export const walk = async (...way: Parameters<typeof walker>): Promise<Walked> => {
  const go = walker(...way);
  for (let rounds = 0; rounds < 120; rounds += 1) {
    const ended = await go();
    if (ended !== undefined) return ended;
  }
  return { state: "nowhere", taken: [], stuck: ["it went in circles"] };
};
