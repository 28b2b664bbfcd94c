import { civilDate } from "../calendar/zone.ts";
import { caseOf } from "../case/case.ts";
import type { FieldFault } from "../case/fault.ts";
import { readFiling } from "../case/filing.ts";
import type { CaseId, OrgId } from "../kernel/ids.ts";
import { accept, type Result, refuse } from "../kernel/result.ts";
import type { Locale } from "../kernel/text.ts";
import { append } from "./append.ts";
import { type Deps, type Loaded, loadCase } from "./change.ts";
import { numberOf, periodOf } from "./numbering.ts";
import { inForce, type Org } from "./org.ts";
import type { CaseRecord } from "./record.ts";
import { rulebookOf } from "./rulebook.ts";

/** What the edge has made of a request: ids and digests are made there, since the core knows no randomness. */
export type FileRequest = {
  readonly org: OrgId;
  readonly caseId: CaseId;
  readonly locale: Locale;
  readonly body: unknown;
  readonly requestHash: string;
  /** The digest of the case's tracking token, which only the company's key can make. */
  readonly tokenHash: (org: Org) => string;
};

export type FileRefusal =
  | { readonly code: "no-such-org" }
  | { readonly code: "no-policy-in-force" }
  | { readonly code: "policy-has-no-intake"; readonly policy: string }
  | { readonly code: "bad-fields"; readonly fields: readonly FieldFault[] }
  | { readonly code: "key-reused" };

type Filed = Loaded & { readonly org: Org };

/** The policy a complaint filed now would be judged by. */
export const intakeOf = async (deps: Pick<Deps, "orgs" | "now">, orgId: string) => {
  const org = await deps.orgs.org(orgId);
  if (org === undefined) return refuse({ code: "no-such-org" } as const);
  const now = deps.now();
  const ref = inForce(org, org.intakePolicy, civilDate(now, org.timeZone));
  if (ref === undefined) return refuse({ code: "no-policy-in-force" } as const);
  const rulebook = await rulebookOf(deps.orgs, { org: org.id, policy: ref });
  const { intake } = rulebook.policy;
  if (intake === undefined) return refuse({ code: "policy-has-no-intake", policy: ref.id } as const);
  return accept({ org, ref, rulebook, intake, now });
};

const repeated = (found: Loaded, org: Org, requestHash: string): Result<Filed, FileRefusal> =>
  found.record.requestHash === requestHash ? accept({ ...found, org }) : refuse({ code: "key-reused" });

/**
 * Files a complaint (DFA-01, DFA-02): everything is read first, so nothing is ever half stored. The id comes from the
 * caller's key; a repeat finds the case it made. Costs one counter and one conditional write, the number's alias aside.
 * Two racing repeats may leave a gap in the numbers, never the same number twice.
 */
export const fileCase = async (deps: Deps, request: FileRequest): Promise<Result<Filed, FileRefusal>> => {
  const desk = await intakeOf(deps, request.org);
  if (!desk.ok) return desk;
  const { org, ref, rulebook, intake, now } = desk.value;
  const target = { kind: "case", org: org.id, id: request.caseId } as const;
  const before = await loadCase(deps, target);
  if (before !== undefined) return repeated(before, org, request.requestHash);
  const filing = readFiling(rulebook.policy, intake, request.body);
  if (!filing.ok) return refuse({ code: "bad-fields", fields: filing.error });

  const period = periodOf(rulebook.policy, now);
  const number = numberOf(rulebook.policy, now, await deps.orgs.next(org.id, `${ref.id}-${period}`));
  const { requestHash, locale } = request;
  const tokenHash = request.tokenHash(org);
  const blank: CaseRecord = {
    ...target,
    version: 0,
    policy: ref,
    timeline: [],
    outbox: [],
    parts: [],
    tokenHash,
    requestHash,
  };
  const received = { type: "received", at: now, by: { kind: "reporter" }, number, locale, ...filing.value } as const;
  const record = append(rulebook, blank, [received], now);
  if ((await deps.records.create(record)) === "created") {
    return accept({
      org,
      rulebook,
      record: { ...record, version: 1 },
      current: caseOf(rulebook.policy, record.timeline),
    });
  }
  const winner = await loadCase(deps, target);
  if (winner === undefined) throw new Error(`case ${request.caseId} exists and cannot be read`);
  return repeated(winner, org, request.requestHash);
};
