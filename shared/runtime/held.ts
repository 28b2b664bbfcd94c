import type { APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import { customerRoutes } from "../api/routes/customer.ts";
import type { HeldCopy } from "../api/signing-bodies.ts";
import { withOffset } from "../calendar/zone.ts";
import { type Copy, copiesOf } from "../case/copies/copies.ts";
import type { CaseId, OrgId } from "../kernel/ids.ts";
import { accept } from "../kernel/result.ts";
import type { Locale } from "../kernel/text.ts";
import { type Deps, type Loaded, loadCase } from "../record/change.ts";
import { changeCase } from "../record/command.ts";
import { refOf } from "../record/record.ts";
import { Answered } from "./answer.ts";
import { reply } from "./reply.ts";
import { bearer, type HttpEvent, idempotencyKey } from "./request.ts";
import { copyTokenFor, isToken, sha256 } from "./secrets.ts";

export type OfCopy = {
  readonly org: OrgId;
  readonly caseId: CaseId;
  readonly form: string;
  readonly copy: number;
};

type Held = { readonly found: Loaded; readonly copy: Copy; readonly shown: HeldCopy };

/** A copy as its holder sees it: what they hold, and nothing of the case. */
const show = (found: Loaded, org: string, copy: Copy, locale: Locale): HeldCopy => {
  const { rulebook, current } = found;
  const zone = rulebook.policy.calendar.timeZone;
  const sent = current.timeline.find(
    (event) => event.type === "circulated" && event.recipients.some(({ copy: n }) => n === copy.n),
  );
  return {
    org,
    title: copy.form.title[locale],
    to: copy.to[locale],
    words: sent?.type === "circulated" ? sent.words : "",
    at: withOffset(copy.of, zone),
    acknowledgedAt: copy.acknowledged && withOffset(copy.acknowledged.at, zone),
  };
};

/** The copy that a token opens. @throws Answered 404 without such a copy, 403 when the token is another's. */
export const openCopy = async (deps: Deps, params: OfCopy, token: string, locale: Locale): Promise<Held> => {
  const [found, org] = await Promise.all([
    loadCase(deps, { kind: "case", org: params.org, id: params.caseId }),
    deps.orgs.org(params.org),
  ]);
  const form = found?.rulebook.policy.forms.find(({ id }) => id === params.form);
  if (found === undefined || org === undefined || form === undefined) {
    throw new Answered({ status: 404, code: "no-such-case" });
  }
  if (!isToken(token, sha256(copyTokenFor(org.linkKey, params))))
    throw new Answered({ status: 403, code: "wrong-token" });
  const copy = copiesOf(found.current, form).find(({ n, email }) => n === params.copy && email !== undefined);
  if (copy === undefined) throw new Answered({ status: 404, code: "no-such-case" });
  return { found, copy, shown: show(found, org.name[locale], copy, locale) };
};

/** Notes that a holder has their copy. */
export const noteHeld = (deps: Deps, { found, copy }: Held, key: string | undefined) =>
  changeCase(
    deps,
    refOf(found.record),
    { do: "acknowledge", form: copy.form.id, copy: copy.n, key },
    { by: { kind: "holder", name: copy.to.en } },
  );

type Input = { readonly params: OfCopy; readonly event: HttpEvent; readonly locale: Locale };

/** Acknowledges a copy with its own token, and shows it as it then is. */
export const acknowledgeHeld = async (
  deps: Deps,
  { params, event, locale }: Input,
): Promise<APIGatewayProxyStructuredResultV2> => {
  const token = bearer(event);
  const done = await noteHeld(deps, await openCopy(deps, params, token, locale), idempotencyKey(event));
  if (!done.ok) return reply(customerRoutes.heldCopy, done, locale);
  const { shown } = await openCopy(deps, params, token, locale);
  return reply(customerRoutes.heldCopy, accept(shown), locale);
};
