import type { APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import { disclosedView, keepingView } from "../api/privacy.ts";
import { privacyRoutes } from "../api/routes/privacy.ts";
import type { Route } from "../api/routes/routes.ts";
import type { Actor } from "../case/actor.ts";
import type { Command } from "../case/decide.ts";
import type { EventOf } from "../case/event.ts";
import type { Refusal } from "../case/fault.ts";
import { mayNot } from "../case/roles.ts";
import { asFirstContact } from "../case/taking.ts";
import type { CaseId, OrgId } from "../kernel/ids.ts";
import { accept, type Result, refuse } from "../kernel/result.ts";
import type { Locale } from "../kernel/text.ts";
import { maskedFile } from "../privacy/export.ts";
import { maskFor } from "../privacy/privacy.ts";
import { auditFile } from "../record/audit.ts";
import { type Deps, type Loaded, loadCase } from "../record/change.ts";
import { changeCase } from "../record/command.ts";
import { seenVersion } from "../record/record.ts";
import { reply } from "./reply.ts";
import { byOf, type HttpEvent, idempotencyKey, ifMatch } from "./request.ts";

type Input = { readonly params: { org: OrgId; caseId: CaseId }; readonly event: HttpEvent; readonly locale: Locale };
type Answered = Promise<APIGatewayProxyStructuredResultV2>;

const refOf = ({ params: { org, caseId: id } }: Input) => ({ kind: "case", org, id }) as const;

type Readable = Loaded & { readonly by: Actor };

/** The case for somebody who may read it, as whom they read it: whoever took it in does too (ITS-04). */
const readable = async (
  deps: Deps,
  input: Input,
): Promise<Result<Readable, Refusal | { readonly code: "no-such-case" }>> => {
  const found = await loadCase(deps, refOf(input));
  if (found === undefined) return refuse({ code: "no-such-case" });
  const { policy } = found.rulebook;
  const by = asFirstContact(policy, byOf(input.event, input.params.org), found.current.taken?.firstContact);
  const foreign = mayNot(policy, by, "read");
  return foreign === undefined ? accept({ ...found, by }) : refuse(foreign);
};

const tell = (route: Route, found: Loaded, locale: Locale) =>
  reply(route, accept(keepingView({ ...found, locale })), locale, { etag: `"${seenVersion(found.record)}"` });

/** The timeline with its proof, masked for whoever may not read all of it. */
export const exportAudit = async (deps: Deps, input: Input): Answered => {
  const found = await readable(deps, input);
  if (!found.ok) return reply(privacyRoutes.audit, found, input.locale);
  const { record, rulebook, current, by } = found.value;
  const masks = maskFor(rulebook.policy, by);
  const file = maskedFile(masks, auditFile(record, current.number));
  return reply(privacyRoutes.audit, accept(file), input.locale, { etag: `"${seenVersion(record)}"` });
};

export const showKeeping = async (deps: Deps, input: Input): Answered => {
  const found = await readable(deps, input);
  return found.ok
    ? tell(privacyRoutes.keeping, found.value, input.locale)
    : reply(privacyRoutes.keeping, found, input.locale);
};

const obey = (deps: Deps, input: Input, asked: Command) =>
  changeCase(
    deps,
    refOf(input),
    { ...asked, key: idempotencyKey(input.event) },
    { by: byOf(input.event, input.params.org), ifVersion: ifMatch(input.event) },
  );

/**
 * A hold, its release or the order of an erasure, and what keeps the case afterwards. The schedule that may remove photos
 * carries the order out within the hour.
 */
export const keep = async (deps: Deps, route: Route, input: Input, asked: Command): Answered => {
  const done = await obey(deps, input, asked);
  return done.ok ? tell(route, done.value, input.locale) : reply(route, done, input.locale);
};

/** Gives what was asked for on the basis that was named; a repeat gives it again and keeps one disclosure. */
export const disclose = async (deps: Deps, input: Input, asked: Extract<Command, { do: "disclose" }>): Answered => {
  const done = await obey(deps, input, asked);
  const route = privacyRoutes.disclose;
  if (!done.ok) return reply(route, done, input.locale);
  const key = idempotencyKey(input.event);
  const event = done.value.current.timeline.findLast(
    (one): one is EventOf<"disclosed"> => one.type === "disclosed" && (key === undefined || one.key === key),
  );
  if (event === undefined) throw new Error("a disclosure leaves its event");
  const view = disclosedView({ ...done.value, locale: input.locale }, event);
  return reply(route, accept(view), input.locale, { etag: `"${seenVersion(done.value.record)}"` });
};
