import { type Case, caseOf } from "../case/case.ts";
import type { Rulebook } from "../case/clocks.ts";
import type { CaseEvent } from "../case/event.ts";
import type { Instant, Now } from "../kernel/instant.ts";
import { accept, type Result, refuse } from "../kernel/result.ts";
import { append } from "./append.ts";
import { numberGiver } from "./give-number.ts";
import type { OrgStore } from "./org.ts";
import type { CaseRecord, RecordRef } from "./record.ts";
import { rulebookOf } from "./rulebook.ts";
import type { RecordStore } from "./store.ts";

export type Deps = {
  readonly records: RecordStore;
  readonly orgs: OrgStore;
  readonly now: Now;
  /** Waits a little, longer after each try and never as long as somebody else, before what was overtaken looks again. */
  readonly pause?: (tries: number) => Promise<unknown>;
};

export type Loaded = { readonly record: CaseRecord; readonly rulebook: Rulebook; readonly current: Case };

export const loadCase = async (deps: Pick<Deps, "records" | "orgs">, ref: RecordRef): Promise<Loaded | undefined> => {
  const record = await deps.records.load(ref);
  if (record === undefined) return undefined;
  const rulebook = await rulebookOf(deps.orgs, record);
  return { record, rulebook, current: caseOf(rulebook.policy, record.timeline) };
};

/** How often a change that was overtaken looks again before it gives up; each try costs one read and one failed write. */
const TRIES = 60;

/** What a question asks to be written; a refusal may leave something too, the attempt itself. */
type Answer<E> =
  | { readonly ok: true; readonly value: { readonly events: readonly CaseEvent[] } }
  | { readonly ok: false; readonly error: E; readonly leaves?: readonly CaseEvent[] };

/**
 * Load, ask, save over the version that was read. When somebody was faster it looks again, since the answer may have
 * changed; a question that comes to the same when it is put again is what makes that safe. An answer without events writes nothing.
 * @throws when it is overtaken every time.
 */
export const change = async <E>(
  deps: Deps,
  ref: RecordRef,
  ask: (found: Loaded, now: Instant) => Answer<E> | Promise<Answer<E>>,
): Promise<Result<Loaded, E | { readonly code: "no-such-case" }>> => {
  const withNumber = numberGiver(deps);
  for (let tries = 0; tries < TRIES; tries += 1) {
    if (tries > 0) await deps.pause?.(tries);
    const found = await loadCase(deps, ref);
    if (found === undefined) return refuse({ code: "no-such-case" });
    const now = deps.now();
    const answer = await ask(found, now);
    const said = answer.ok ? answer.value.events : (answer.leaves ?? []);
    if (said.length === 0) return answer.ok ? accept(found) : refuse(answer.error);
    const events = await withNumber(found, said);
    const record = append(found.rulebook, found.record, events, now);
    if ((await deps.records.save(record)) === "saved") {
      if (!answer.ok) return refuse(answer.error);
      const saved = { ...record, version: record.version + 1 };
      return accept({
        record: saved,
        rulebook: found.rulebook,
        current: caseOf(found.rulebook.policy, saved.timeline),
      });
    }
  }
  throw new Error(`case ${ref.id} was overtaken ${TRIES} times`);
};
