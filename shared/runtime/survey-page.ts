import { randomBytes } from "node:crypto";
import type { APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import { surveyRoutes } from "../api/routes/survey.ts";
import type { CampaignId, InvitationId, OrgId } from "../kernel/ids.ts";
import type { Locale } from "../kernel/text.ts";
import { sayDue } from "../mail/date.ts";
import { securityHeaders } from "../page/page.ts";
import { notFoundPage } from "../page/problem-page.ts";
import { SURVEY_INPUTS, stopPage, surveyPage } from "../page/survey.ts";
import { type Asked, answerSurvey, declineSurvey, isOpen, loadInvitation } from "../record/campaigns/answer.ts";
import type { Org } from "../record/org.ts";
import type { RawAnswer } from "../survey/answer.ts";
import { momentsFor } from "../survey/standing.ts";
import { type HttpEvent, textOf } from "./request.ts";
import type { surveyDeps } from "./rhythm-wiring.ts";
import { isToken, sha256, surveyTokenFor } from "./secrets.ts";
import { surveyPath } from "./surveying.ts";

type Params = {
  readonly org: OrgId;
  readonly campaignId: CampaignId;
  readonly invitationId: InvitationId;
  readonly token: string;
};
type Input = { readonly params: Params; readonly event: HttpEvent; readonly locale: Locale };
type Deps = ReturnType<typeof surveyDeps>;
type Answer = Promise<APIGatewayProxyStructuredResultV2>;

const send = (statusCode: number, draw: (nonce: string) => string): APIGatewayProxyStructuredResultV2 => {
  const nonce = randomBytes(18).toString("base64");
  return { statusCode, headers: { ...securityHeaders({ nonce }) }, body: draw(nonce) };
};

type Open = Asked & { readonly org: Org };

/** The invitation that a link opens; a token of another's, or of none, opens nothing. */
const open = async (deps: Deps, { org: id, campaignId, invitationId, token }: Params): Promise<Open | undefined> => {
  const org = await deps.orgs.org(id);
  if (org === undefined) return undefined;
  const own = surveyTokenFor(org.linkKey, { campaign: campaignId, invitation: invitationId });
  if (!isToken(token, sha256(own))) return undefined;
  const asked = await loadInvitation(deps, { org: id, id: campaignId }, invitationId);
  return asked === undefined ? undefined : { ...asked, org };
};

/** The reader's own language: what the address asks for, or the browser, or that of their invitation. */
const localeIn = ({ event, locale }: Input, { invitation }: Asked): Locale =>
  event.queryStringParameters?.lang === undefined && event.headers["accept-language"] === undefined
    ? invitation.locale
    : locale;

const withOpen = async (deps: Deps, input: Input, answer: (asked: Open, locale: Locale) => Answer): Answer => {
  const asked = await open(deps, input.params);
  if (asked === undefined) return send(404, (nonce) => notFoundPage({ locale: input.locale, nonce }));
  return answer(asked, localeIn(input, asked));
};

const shown = (
  deps: Deps,
  asked: Open,
  locale: Locale,
  rest: Partial<Parameters<typeof surveyPage>[0]> & { readonly status?: number } = {},
): APIGatewayProxyStructuredResultV2 => {
  const { found, invitation, org } = asked;
  const { closes } = momentsFor(found.policy, found.current.plan, invitation);
  const until = isOpen(asked, deps.now()) ? sayDue(closes, found.policy.calendar.timeZone, locale) : undefined;
  const stop = surveyPath(surveyRoutes.stopPage, org.linkKey, invitation);
  const page = { org: org.name, survey: found.survey, locale, until, answer: invitation.answer, saved: false, stop };
  const { status = until === undefined ? 410 : 200, ...over } = rest;
  return send(status, (nonce) => surveyPage({ ...page, ...over, nonce }));
};

export const showSurvey = (deps: Deps, input: Input): Answer =>
  withOpen(deps, input, async (asked, locale) =>
    shown(deps, asked, locale, { saved: input.event.queryStringParameters?.saved !== undefined }),
  );

const rawOf = (event: HttpEvent): RawAnswer => {
  const typed = new URLSearchParams(textOf(event));
  const scores = [...typed].flatMap(([name, value]) =>
    name.startsWith(SURVEY_INPUTS.score) ? [[name.slice(SURVEY_INPUTS.score.length), Number(value)]] : [],
  );
  const comment = typed.get(SURVEY_INPUTS.comment)?.replace(/\r\n?/g, "\n");
  return { scores: Object.fromEntries(scores), ...(comment === undefined ? {} : { comment }) };
};

/** Saves an answer sent by a browser, and shows it again; what does not fit is said, and nothing of it is stored. */
export const takeSurvey = (deps: Deps, input: Input): Answer =>
  withOpen(deps, input, async (asked, locale) => {
    const raw = rawOf(input.event);
    const taken = await answerSurvey(deps, asked, raw);
    if (taken.ok) return { statusCode: 303, headers: { location: `${input.event.rawPath}?saved=1&lang=${locale}` } };
    if (taken.error.code === "survey-ended") return shown(deps, asked, locale);
    const problems = taken.error.fields.map(({ path, code, rule, says }) => ({ path, code, rule, says: says[locale] }));
    return shown(deps, asked, locale, { status: 400, problems });
  });

export const showStop = (deps: Deps, input: Input): Answer =>
  withOpen(deps, input, async ({ org }, locale) =>
    send(200, (nonce) => stopPage({ org: org.name, locale, nonce, stopped: false })),
  );

/** Takes an address off all surveys of the company, by the page or by a mail program's one click; twice is once. */
export const takeStop = (deps: Deps, input: Input): Answer =>
  withOpen(deps, input, async (asked, locale) => {
    const { invitation, org } = asked;
    if (invitation.email !== undefined)
      await deps.suppressions.add(org.id, invitation.email, {
        is: "unsubscribed",
        at: deps.now(),
        why: `by the link of ${invitation.id}`,
      });
    await declineSurvey(deps, asked);
    return send(200, (nonce) => stopPage({ org: org.name, locale, nonce, stopped: true }));
  });
