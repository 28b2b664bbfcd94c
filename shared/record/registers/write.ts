import type { Asked } from "../../case/act.ts";
import type { Refusal } from "../../case/fault.ts";
import { readStepAnswers } from "../../case/step-answers.ts";
import { canonicalJson } from "../../kernel/canonical.ts";
import type { OrgId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/instant.ts";
import { accept, type Result, refuse } from "../../kernel/result.ts";
import type { Policy } from "../../policy/policy.ts";
import { asking, type Register } from "../../policy/register-form.ts";
import type { Raw } from "../../register/command.ts";
import { judged, mayNotWrite } from "../../register/decide.ts";
import type { IntakeRefusal } from "../intake.ts";
import { numberOf, periodOf } from "../numbering.ts";
import { besideOf } from "./beside.ts";
import { grown, stored } from "./change.ts";
import { type EntryRecord, listOf } from "./entries.ts";
import { registerIn } from "./ground.ts";
import { type EntryDeps, type LoadedEntry, loadEntry } from "./load.ts";

export type Writing = {
  readonly org: OrgId;
  readonly policy: string;
  readonly form: string;
  /** The same for a command that is repeated. */
  readonly id: string;
  readonly key: string | undefined;
  readonly answers: Raw;
};

const numbered = async (deps: EntryDeps, org: string, policy: Policy, form: Register, at: Instant) => {
  const { numbering } = form.entries;
  if (numbering === undefined) return undefined;
  const ruled = { ...policy, numbering: { ...numbering, on: "written", rules: [] } };
  const period = periodOf(ruled, at);
  return numberOf(ruled, at, await deps.orgs.next(org, `${policy.id}-${form.id}-${period}`));
};

/** Whether a stored entry is what a command with the same key led to. */
const repeated = (
  { record, ...found }: LoadedEntry,
  { policy, form, answers }: Writing,
): Result<LoadedEntry, Refusal> => {
  const [first] = record.timeline;
  const read = readStepAnswers(asking(found.policy, found.form), found.form.fields, answers, { facts: {} });
  const isSame =
    record.policy.id === policy &&
    record.form === form &&
    first?.type === "written" &&
    canonicalJson(first.answers) === canonicalJson(read.answers);
  return isSame ? accept({ ...found, record }) : refuse({ code: "key-reused", rules: [] });
};

/**
 * Writes an entry into a register, once for each key: what its form asks, what the regulation refuses or demands first, and
 * the place that it takes of a quota, are judged before anything is stored.
 */
export const writeEntry = async (
  deps: EntryDeps,
  asked: Writing,
  by: Asked["by"],
): Promise<Result<LoadedEntry, Refusal | IntakeRefusal>> => {
  const ground = await registerIn(deps, asked);
  if (!ground.ok) return ground;
  const { policy, form, calendar, ref } = ground.value;
  const foreign = mayNotWrite(ground.value, by);
  if (foreign !== undefined) return refuse(foreign);
  const { org, id, key } = asked;
  for (let tries = 0; ; tries += 1) {
    const before = await loadEntry(deps, { org, id });
    if (before !== undefined) return repeated(before, asked);
    const at = deps.now();
    const beside = await besideOf(deps, { policy, form }, { org, id, given: asked.answers });
    const said = judged({ policy, form, calendar, beside }, asked.answers, { at, writtenAt: at });
    if (!said.ok) return said;
    const list = listOf(policy.id, form.id);
    const number = await numbered(deps, org, policy, form, at);
    const empty: EntryRecord = {
      kind: "entry",
      ...{ org, id, version: 0, policy: ref, form: form.id, number, owes: false },
      filed: { list, at },
      timeline: [],
    };
    const next = grown({ policy, form, calendar }, empty, [{ type: "written", at, by, key, answers: said.value }], at);
    const saved = await stored(deps, undefined, next);
    if (saved !== undefined) return saved;
    await deps.pause?.(tries + 1);
  }
};
