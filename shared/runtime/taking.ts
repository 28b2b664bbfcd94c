import type { APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import { caseRoutes } from "../api/routes/cases.ts";
import type { TakeBody, TakeReply } from "../api/taking.ts";
import type { OrgId } from "../kernel/ids.ts";
import { accept, type Result } from "../kernel/result.ts";
import type { Locale } from "../kernel/text.ts";
import type { Deps } from "../record/change.ts";
import { type FileRefusal, fileCase } from "../record/file.ts";
import { filedReply, trackingPath } from "./customer.ts";
import { reply } from "./reply.ts";
import { type HttpEvent, idempotencyKey, originOf } from "./request.ts";
import { bodyHash, caseIdFor, newSalt, sha256, tokenFor } from "./secrets.ts";
import { staffOf } from "./staff.ts";

type Input = {
  readonly params: { readonly org: OrgId };
  readonly query: { readonly policy?: string | undefined };
  readonly body: TakeBody;
  readonly event: HttpEvent;
  readonly locale: Locale;
};

const taken = async (
  deps: Deps,
  { params: { org }, query, body, event, locale }: Input,
): Promise<Result<TakeReply, FileRefusal>> => {
  const by = staffOf(event.requestContext.authorizer?.jwt?.claims, org);
  const caseId = caseIdFor(org, idempotencyKey(event));
  const { contact, fields, damages, locale: customers, ...told } = body;
  const filed = await fileCase(deps, {
    org,
    policy: query.policy,
    caseId,
    locale: customers ?? locale,
    body: { ...fields, contact, ...(damages === undefined ? {} : { damages }) },
    taking: { by, told },
    salt: newSalt(),
    requestHash: bodyHash(body),
    tokenHash: ({ linkKey }) => sha256(tokenFor(linkKey, caseId)),
  });
  if (!filed.ok) return filed;
  const { email, phone } = filed.value.current.contact;
  const trackingToken = tokenFor(filed.value.org.linkKey, caseId);
  const link =
    email === undefined && phone === undefined
      ? {}
      : { trackingToken, trackingPage: `${originOf(event)}${trackingPath(org, caseId, trackingToken)}` };
  return accept({ ...filedReply(filed.value, deps.now(), locale), ...link });
};

/** Takes a matter in for a customer; the link to its page is given where there is an address or a number to pass it on to. */
export const take = async (deps: Deps, input: Input): Promise<APIGatewayProxyStructuredResultV2> =>
  reply(caseRoutes.take, await taken(deps, input), input.locale);
