import type { Asked } from "../../case/act.ts";
import type { Refusal } from "../../case/fault.ts";
import { accept, type Result, refuse } from "../../kernel/result.ts";
import type { DutyObject } from "../../obligation/object.ts";
import { objectSchedules } from "../../obligation/slots.ts";
import { decideStanding, type StandingCommand } from "../../obligation/standing.ts";
import { type IntakeRefusal, policyOf } from "../intake.ts";
import type { ObligationDeps } from "./change.ts";
import type { ObjectRef } from "./obligations.ts";

type Refused = Refusal | IntakeRefusal | { readonly code: "no-such-object" };

/**
 * Takes an object off the list of what is visited (sold, pulled down, its contract at an end), or puts it back. What was
 * planned follows within a minute: nothing more is owed of what is retired; what was made or missed stays.
 */
export const changeStanding = async (
  deps: ObligationDeps,
  ref: ObjectRef,
  command: StandingCommand,
  by: Asked["by"],
): Promise<Result<DutyObject, Refused>> => {
  for (let tries = 1; ; tries += 1) {
    const object = await deps.obligations.object(ref);
    if (object === undefined) return refuse({ code: "no-such-object" });
    const found = await policyOf(deps, ref.org, object.policy);
    if (!found.ok) return found;
    const { policy, now } = found.value;
    const schedule = objectSchedules(policy).find(({ id }) => id === object.schedule);
    if (schedule === undefined) return refuse({ code: "no-such-object" });
    const decided = decideStanding({ policy, schedule }, object, command, { at: now, by });
    if (!decided.ok) return decided;
    if (decided.value.length === 0) return accept(object);
    const next = { ...object, standing: [...object.standing, ...decided.value], changedAt: now, wakeAt: now };
    if ((await deps.obligations.saveObject(next)) === "saved") return accept(next);
    await deps.pause?.(tries);
  }
};
