import type { Actor } from "../case/actor.ts";
import { caseOf } from "../case/case.ts";
import type { Rulebook } from "../case/clocks.ts";
import type { CaseEvent, EventOf } from "../case/event.ts";
import type { Refusal } from "../case/fault.ts";
import { type Mailed, mailedReceipt } from "../case/mailed/filing.ts";
import { occasionFacts } from "../case/occasion.ts";
import { type Opinioned, opinionFiling } from "../case/opinion/receipt.ts";
import { readReceipt, type Taking } from "../case/receipt.ts";
import type { Superseded } from "../case/supersede.ts";
import { mayNotTake } from "../case/taking.ts";
import type { CaseId, OrgId } from "../kernel/ids.ts";
import { Instant } from "../kernel/instant.ts";
import { accept, type Result, refuse } from "../kernel/result.ts";
import type { Locale } from "../kernel/text.ts";
import type { Intake } from "../policy/intake.ts";
import type { Policy, PolicyRef } from "../policy/policy.ts";
import { append } from "./append.ts";
import { type Deps, type Loaded, loadCase } from "./change.ts";
import { linkAlike } from "./duplicates.ts";
import { numberFor } from "./give-number.ts";
import { type IntakeRefusal, intakeOf } from "./intake.ts";
import { provisionalOf } from "./numbering.ts";
import type { Org } from "./org.ts";
import type { CaseRecord } from "./record.ts";

/** What the edge has made of a request: ids and digests are made there, since the core knows no randomness. */
export type FileRequest = {
  readonly org: OrgId;
  /** The policy whose form was filled in; absent: the company's intake policy. */
  readonly policy?: string | undefined;
  readonly caseId: CaseId;
  readonly locale: Locale;
  readonly body: unknown;
  readonly requestHash: string;
  /** Who takes it in for the customer, and what they say of how it came; absent: the customer's own form. */
  readonly taking?: Taking | undefined;
  /** The row of a file of cases that it was in, and its number there; such a number must have been claimed. */
  readonly imported?: { readonly row: number; readonly number?: string | undefined } | undefined;
  /** What a mail said that nobody has read yet: only some of the form. */
  readonly mailed?: Mailed | undefined;
  /** What a customer said in a survey, collated. */
  readonly opinion?: Opinioned | undefined;
  /** In whose place it stands, and who files it so. */
  readonly anew?: { readonly by: Actor; readonly supersedes: Superseded } | undefined;
  /** The digest of the case's tracking token, which only the company's key can make. */
  readonly tokenHash: (org: Org) => string;
  /** 128 random bits in hex, for the proof of the record's timeline. */
  readonly salt: string;
};

export type FileRefusal = IntakeRefusal | Refusal | { readonly code: "key-reused" };

export type Filed = Loaded & { readonly org: Org };

/** What a request asks for: the same words under another policy are another complaint. */
type Wanted = { readonly requestHash: string; readonly policy: string };

const repeated = (found: Loaded, org: Org, { requestHash, policy }: Wanted): Result<Filed, FileRefusal> =>
  found.record.requestHash === requestHash && found.record.policy.id === policy
    ? accept({ ...found, org })
    : refuse({ code: "key-reused" });

/** Its number, or by what it is called until the event at which its regulation gives one (AS-41). */
const nameOf = async (
  deps: Deps,
  { org, caseId: id, imported }: FileRequest,
  policy: Policy,
  at: Instant,
): Promise<{ readonly number: string; readonly provisional?: true }> => {
  if (imported?.number !== undefined) return { number: imported.number };
  if ((policy.numbering?.on ?? "received") === "received") {
    return { number: await numberFor(deps, { org, policy, at, id }) };
  }
  const number = provisionalOf(id);
  await deps.records.claim(org, policy.id, number, id);
  return { number, provisional: true };
};

type Received = Omit<EventOf<"received">, "type" | "at" | "number" | "locale">;

/** What came in, and what has happened to it by then. */
type Came = { readonly received: Received; readonly since: readonly CaseEvent[] };

/** Reads a request by the way it came: a mail, an opinion of a survey, or a form that somebody filled in. */
const readCame = (
  { org, rulebook: { policy }, intake, now: at }: Desk,
  request: FileRequest,
): Result<Came, Refusal> => {
  const { mailed, opinion } = request;
  if (opinion !== undefined) {
    const filing = opinionFiling(policy, intake, opinion);
    if (!filing.ok) return filing;
    const { received, collated } = filing.value;
    return accept({ received, since: [{ ...collated, at }] });
  }
  const names = (org.occasions[policy.id] ?? []).map(({ name }) => name);
  if (mailed !== undefined) return accept({ received: mailedReceipt(intake, mailed, names), since: [] });
  const read = readReceipt(policy, intake, request, at);
  return read.ok
    ? accept({ received: read.value, since: [] })
    : refuse({ code: "bad-fields", fields: read.error, rules: [] });
};

/** The company, the version that judges what was received then, and the hour. */
export type Desk = {
  readonly org: Org;
  readonly ref: PolicyRef;
  readonly rulebook: Rulebook;
  readonly intake: Intake;
  readonly now: Instant;
};

/** Files what was filled in, once the company and the version that judges it are known. */
export const fileAt = async (deps: Deps, desk: Desk, request: FileRequest): Promise<Result<Filed, FileRefusal>> => {
  const { org, ref, rulebook, now } = desk;
  const target = { kind: "case", org: org.id, id: request.caseId } as const;
  const { requestHash, locale, salt, imported } = request;
  const wanted = { requestHash, policy: ref.id };
  const before = await loadCase(deps, target);
  if (before !== undefined) return repeated(before, org, wanted);
  const came = readCame(desk, request);
  if (!came.ok) return came;
  const { received: receipt, since } = came.value;

  const reached = receipt.receivedAt ?? now;
  const occasions = org.occasions[ref.id] ?? [];
  const { mailed } = request;
  const occasion = occasionFacts(rulebook.policy, { answers: receipt.answers, occasions, at: reached, mailed });
  if (!occasion.ok) return occasion;

  const at = imported === undefined ? now : reached;
  const named = await nameOf(deps, request, rulebook.policy, at);
  const tokenHash = request.tokenHash(org);
  const blank: CaseRecord = {
    ...target,
    version: 0,
    policy: ref,
    timeline: [],
    outbox: [],
    indexed: 0,
    figured: 0,
    parts: [],
    tokenHash,
    requestHash,
    salt,
  };
  const answers = { ...receipt.answers, ...occasion.value };
  const took = imported === undefined ? {} : { imported: { row: imported.row } };
  const received = {
    type: "received",
    at: now,
    ...named,
    locale,
    ...receipt,
    answers,
    ...took,
    ...request.anew,
  } as const;
  const record = append(rulebook, blank, [received, ...since], now);
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
  return repeated(winner, org, wanted);
};

/**
 * Files a complaint (DFA-01, DFA-02): everything is read first, so nothing is ever half stored. The id comes from the
 * caller's key; a repeat finds the case it made. Costs one counter and one conditional write, its aliases aside.
 * Two racing repeats may leave a gap in the numbers, never the same number twice.
 */
export const fileCase = async (deps: Deps, request: FileRequest): Promise<Result<Filed, FileRefusal>> => {
  const said = Instant.safeParse(request.taking?.told.receivedAt).data;
  const desk = await intakeOf(deps, request.org, request.policy, said);
  if (!desk.ok) return desk;
  const { rulebook } = desk.value;
  const foreign = request.taking === undefined ? undefined : mayNotTake(rulebook.policy, request.taking.by);
  if (foreign !== undefined) return refuse(foreign);
  const filed = await fileAt(deps, desk.value, request);
  return filed.ok ? accept({ ...filed.value, ...(await linkAlike(deps, filed.value)) }) : filed;
};
