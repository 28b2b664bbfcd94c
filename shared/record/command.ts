import type { Asked } from "../case/act.ts";
import type { Case } from "../case/case.ts";
import { type Command, decide } from "../case/decide.ts";
import type { CaseEvent } from "../case/event.ts";
import type { Refusal } from "../case/fault.ts";
import { mayNot } from "../case/roles.ts";
import { asFirstContact } from "../case/taking.ts";
import { accept, refuse } from "../kernel/result.ts";
import { change, type Deps } from "./change.ts";
import { drawOn } from "./quota.ts";
import { type RecordRef, seenVersion } from "./record.ts";

export type Overtaken = { readonly code: "overtaken"; readonly version: number };

/** After so many a case keeps no more: whoever goes on trying is known. */
const MAX_ATTEMPTS = 100;

/** The trace of a refused command, where the refusal asks for one (BUS-14, CCF-29). */
const attemptOf = (current: Case, command: Command, refusal: Refusal, asked: Asked): readonly CaseEvent[] => {
  const attempts = current.timeline.filter(({ type }) => type === "attempted").length;
  if (refusal.audited === undefined || attempts >= MAX_ATTEMPTS) return [];
  const what = command.do === "step" ? `step ${command.step}` : command.do;
  return [{ type: "attempted", ...asked, what, code: refusal.code }];
};

/** A command of somebody who may see the case. `ifVersion` refuses it when the case is not the one the caller saw. */
export const changeCase = (
  deps: Deps,
  ref: RecordRef,
  command: Command,
  { by: caller, ifVersion }: { readonly by: Asked["by"]; readonly ifVersion?: number | undefined },
) =>
  change<Refusal | Overtaken>(deps, ref, async (found, now) => {
    const { record, rulebook, current } = found;
    const by = asFirstContact(rulebook.policy, caller, current.taken?.firstContact);
    const foreign = by.kind === "staff" ? mayNot(rulebook.policy, by, "read") : undefined;
    if (foreign !== undefined) return refuse(foreign);
    const decided = decide(rulebook, current, command, { by, at: now });
    if (!decided.ok) return { ...decided, leaves: attemptOf(current, command, decided.error, { by, at: now }) };
    const changes = decided.value.length > 0;
    if (changes && ifVersion !== undefined && ifVersion !== seenVersion(record)) {
      return refuse({ code: "overtaken", version: seenVersion(record) });
    }
    const spent = await drawOn(deps, found, decided.value, now);
    if (spent !== undefined) return refuse(spent);
    return accept({ events: decided.value });
  });
