import { randomBytes } from "node:crypto";
import type { APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import type { Problem } from "../api/problem.ts";
import type { PhotoLinks } from "../aws/photo-links.ts";
import type { CaseId, OrgId } from "../kernel/ids.ts";
import { accept } from "../kernel/result.ts";
import type { Locale } from "../kernel/text.ts";
import { entered, KEY_INPUT, parseForm } from "../page/entered.ts";
import { formPage } from "../page/form.ts";
import { securityHeaders } from "../page/page.ts";
import { notFoundPage, problemPage } from "../page/problem-page.ts";
import { CUSTOMER_SCRIPT } from "../page/script.generated.ts";
import { trackingPage } from "../page/tracking.ts";
import type { Deps, Loaded } from "../record/change.ts";
import { intakeOf, intakesOf } from "../record/intake.ts";
import { Answered, edgeProblem, refusedProblem } from "./answer.ts";
import { file, openCase, tickets, track, trackingPath } from "./customer.ts";
import { type HttpEvent, originOf, textOf } from "./request.ts";
import { shownForm } from "./shown-form.ts";

export type Desk = Deps & { readonly photos: PhotoLinks };
type Input<P> = { readonly params: P; readonly event: HttpEvent; readonly locale: Locale };
type OfPolicy = Input<{ org: OrgId }> & { readonly query: { readonly policy?: string | undefined } };
type Answer = Promise<APIGatewayProxyStructuredResultV2>;

const newNonce = (): string => randomBytes(18).toString("base64");

/** A page with its headers; the bucket's address may be posted to and shown from, nothing else outside. */
export const send = async ({ photos }: Desk, statusCode: number, draw: (nonce: string) => string): Answer => {
  const nonce = newNonce();
  const bucket = await photos.origin();
  return {
    statusCode,
    headers: { ...securityHeaders({ nonce, uploadOrigin: bucket, imageOrigin: bucket }) },
    body: draw(nonce),
  };
};

/** A refusal as a page. `back` is where to try again. */
export const sendProblem = (desk: Desk, problem: Problem, locale: Locale, back?: string): Answer =>
  send(desk, problem.status, (nonce) =>
    problem.status === 404 && problem.policies === undefined
      ? notFoundPage({ locale, nonce })
      : problemPage({ locale, nonce, problem, back }),
  );

/** The form that was asked for; where none was, with what else the company takes complaints by. */
const formOf = async (desk: Desk, { params, query, locale }: Pick<OfPolicy, "params" | "query" | "locale">) => {
  const found = await intakeOf(desk, params.org, query.policy);
  if (!found.ok) return found;
  const { org, rulebook, now } = found.value;
  const others =
    query.policy === undefined
      ? (await intakesOf(desk.orgs, org, now)).filter(({ id }) => id !== rulebook.policy.id)
      : [];
  return accept({
    form: shownForm(found.value, locale),
    others: others.map(({ id, title }) => ({ id, title: title[locale] })),
  });
};

/** The complaint form as a page, drawn from the policy in force. */
export const showForm = async (desk: Desk, input: OfPolicy): Answer => {
  const { locale } = input;
  const found = await formOf(desk, input);
  if (!found.ok) return sendProblem(desk, refusedProblem(found.error, locale), locale);
  const idempotencyKey = randomBytes(16).toString("base64url");
  const page = { ...found.value, locale, script: CUSTOMER_SCRIPT, idempotencyKey };
  return send(desk, 200, (nonce) => formPage({ ...page, nonce }));
};

/** A form sent by a browser without scripts: to the case's page, or back to the form with what was typed and what is wrong. */
export const takeForm = async (desk: Desk, input: OfPolicy): Answer => {
  const { params, event, locale } = input;
  const found = await formOf(desk, input);
  if (!found.ok) return sendProblem(desk, refusedProblem(found.error, locale), locale);
  const { form, others } = found.value;
  const typed = new URLSearchParams(textOf(event));
  const key = typed.get(KEY_INPUT) || randomBytes(16).toString("base64url");
  const filed = await file(desk, {
    org: params.org,
    policy: form.policy.id,
    key,
    body: parseForm(typed, form),
    locale,
    origin: originOf(event),
  });
  if (filed.ok) {
    const { caseId, trackingToken } = filed.value;
    return {
      statusCode: 303,
      headers: { location: `${trackingPath(params.org, caseId, trackingToken)}?upload=forms&lang=${locale}` },
    };
  }
  const { status, fields } = refusedProblem(filed.error, locale);
  const page = {
    form,
    others,
    locale,
    script: CUSTOMER_SCRIPT,
    idempotencyKey: key,
    values: entered(typed, form),
    problems: fields,
  };
  return fields === undefined
    ? sendProblem(desk, refusedProblem(filed.error, locale), locale)
    : send(desk, status, (nonce) => formPage({ ...page, nonce }));
};

/** A plain form for each photo that is still missing, for a browser without scripts; it does not know the file's size yet. */
const plainUploads = async (desk: Desk, found: Loaded, locale: Locale, then: string) => {
  const wanted = found.current.damages.map((_, place) => ({
    damage: place + 1,
    type: "image/jpeg" as const,
    then,
  }));
  const given = await tickets(desk, desk.photos, found, wanted, locale);
  return given.ok ? given.value.tickets : undefined;
};

/** A wrong token and an unknown case look the same: an address that leads nowhere. */
export const orNowhere = async (desk: Desk, locale: Locale, answer: () => Answer): Answer => {
  try {
    return await answer();
  } catch (error) {
    if (!(error instanceof Answered)) throw error;
    return sendProblem(desk, edgeProblem({ ...error.problem, status: 404 }, locale), locale);
  }
};

/** The customer's own view as a page; the token in its path opens it. */
export const showTracking = (
  desk: Desk,
  { params, event, locale }: Input<{ org: OrgId; caseId: CaseId; token: string }>,
): Answer =>
  orNowhere(desk, locale, async () => {
    const found = await openCase(desk, params, params.token);
    const own =
      event.queryStringParameters?.lang === undefined && event.headers["accept-language"] === undefined
        ? found.current.locale
        : locale;
    const view = await track(desk, desk.photos, found, own);
    const back = `${originOf(event)}${trackingPath(params.org, params.caseId, params.token)}?upload=forms&lang=${own}`;
    const uploads =
      event.queryStringParameters?.upload === "forms" ? await plainUploads(desk, found, own, back) : undefined;
    return send(desk, 200, (nonce) => trackingPage({ view, locale: own, nonce, script: CUSTOMER_SCRIPT, uploads }));
  });
