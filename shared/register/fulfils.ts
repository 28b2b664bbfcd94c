import { plainAnswers } from "../case/actor.ts";
import type { Instant } from "../kernel/instant.ts";
import { holds } from "../policy/holds.ts";
import { asking } from "../policy/register-form.ts";
import { type Entry, type EntryGround, stands } from "./entry.ts";
import { momentOf } from "./register.ts";

/** What an entry shows to be done: which schedule, for which object of it or for the company, and when it was. */
export type Fulfilment = { readonly schedule: string; readonly object?: string | undefined; readonly at: Instant };

/** Everything that an entry shows to be done (IPP-24, ECF-03). */
export const fulfilledBy = (
  { policy, form }: Pick<EntryGround, "policy" | "form">,
  entry: Entry,
): readonly Fulfilment[] => {
  if (!stands(entry)) return [];
  const { answers, writtenAt } = entry;
  const at = momentOf(policy, form, answers, writtenAt);
  return form.entries.fulfils.flatMap(({ schedule, object: name, when }): Fulfilment[] => {
    if (holds(asking(policy, form), when, plainAnswers(answers)).is !== true) return [];
    const object = name === undefined ? undefined : answers[name];
    return [{ schedule, object: object === undefined ? undefined : String(object), at }];
  });
};
