import type { Actor } from "../case/actor.ts";
import type { Case } from "../case/case.ts";
import { notSuperseded } from "../case/supersede.ts";
import type { CaseId } from "../kernel/ids.ts";
import { type Result, refuse } from "../kernel/result.ts";
import type { Policy } from "../policy/policy.ts";
import { type Deps, loadCase } from "./change.ts";
import { changeCase, type Overtaken } from "./command.ts";
import { type Filed, type FileRefusal, type FileRequest, fileCase } from "./file.ts";
import { type RecordRef, seenVersion } from "./record.ts";

type Anew = Pick<FileRequest, "requestHash" | "tokenHash" | "salt"> & {
  readonly by: Actor;
  /** The id of the new case: always the same for the same old one. */
  readonly caseId: CaseId;
  /** What has changed; everything else is as it was filed. */
  readonly body: Readonly<Record<string, unknown>>;
  /** Refused when the old case is not the one that the caller saw. */
  readonly ifVersion?: number | undefined;
};

/** The old form with what has changed. */
const formAgain = ({ intake }: Policy, current: Case, body: Anew["body"]): Readonly<Record<string, unknown>> => {
  const [first] = current.told;
  const before = first?.type === "received" ? first.answers : {};
  const damages = intake?.damages === undefined ? {} : { damages: current.damages };
  return { contact: current.contact, ...damages, ...before, ...body };
};

/**
 * Files the case that takes the place of one which the customer did not accept (CCF-27), and links the two. The new one
 * has its own clocks; how long the matter has been open in all is told of both. Its id comes from the old one's,
 * so a repeat, also of what broke off between the two writes, finds what is there and completes it.
 */
export const fileSuccessor = async (
  deps: Deps,
  ref: RecordRef,
  { by, caseId, body, ifVersion, ...request }: Anew,
): Promise<Result<Filed, FileRefusal | { readonly code: "no-such-case" } | Overtaken>> => {
  const found = await loadCase(deps, ref);
  if (found === undefined) return refuse({ code: "no-such-case" });
  const { rulebook, current, record } = found;
  const no = notSuperseded(rulebook, current, by);
  if (no !== undefined) return refuse(no);
  const version = seenVersion(record);
  if (ifVersion !== undefined && ifVersion !== version) return refuse({ code: "overtaken", version });
  const supersedes = {
    caseId: record.id,
    number: current.number,
    firstReceivedAt: current.supersedes?.firstReceivedAt ?? current.receivedAt,
  };
  const filed = await fileCase(deps, {
    ...request,
    org: record.org,
    policy: rulebook.policy.id,
    caseId,
    locale: current.locale,
    body: formAgain(rulebook.policy, current, body),
    anew: { by, supersedes },
  });
  if (!filed.ok) return filed;
  const { number } = filed.value.current;
  const linked = await changeCase(deps, ref, { do: "supersede", successor: caseId, number }, { by });
  return linked.ok ? filed : linked;
};
