import type { APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import { formOf } from "../api/forms.ts";
import { caseRoutes } from "../api/routes/cases.ts";
import type { Route } from "../api/routes/routes.ts";
import { caseView } from "../api/staff.ts";
import type { PhotoLinks } from "../aws/photo-links.ts";
import type { Actor } from "../case/actor.ts";
import type { Command } from "../case/decide.ts";
import { mayNot } from "../case/roles.ts";
import { asFirstContact } from "../case/taking.ts";
import type { CaseId, OrgId } from "../kernel/ids.ts";
import { accept, refuse } from "../kernel/result.ts";
import type { Locale } from "../kernel/text.ts";
import { maskFor } from "../privacy/privacy.ts";
import { tellable } from "../privacy/told.ts";
import { type Deps, type Loaded, loadCase } from "../record/change.ts";
import { changeCase } from "../record/command.ts";
import { seenVersion } from "../record/record.ts";
import { shownTo } from "./customer.ts";
import { papersOf } from "./papers.ts";
import { reply } from "./reply.ts";
import { byOf, type HttpEvent, idempotencyKey, ifMatch } from "./request.ts";

export type Desk = Deps & { readonly photos: PhotoLinks };
type Input = { readonly params: { org: OrgId; caseId: CaseId }; readonly event: HttpEvent; readonly locale: Locale };

/** The company's settings are read beside the case, not before it: a command stays at one read and one write of the case. */
export const show = async (
  desk: Desk,
  route: Route,
  found: Loaded,
  by: Actor,
  locale: Locale,
): Promise<APIGatewayProxyStructuredResultV2> => {
  const name = { "zh-CN": found.record.org, en: found.record.org };
  const acting = asFirstContact(found.rulebook.policy, by, found.current.taken?.firstContact);
  const [shown, papers] = await Promise.all([
    shownTo(desk, desk.photos, found, { id: found.record.org, name }, locale),
    papersOf(desk.photos, found),
  ]);
  return reply(route, accept(caseView({ ...shown, papers }, acting)), locale, {
    etag: `"${seenVersion(found.record)}"`,
  });
};

export const showCase = async (
  desk: Desk,
  { params, event, locale }: Input,
): Promise<APIGatewayProxyStructuredResultV2> => {
  const by = byOf(event, params.org);
  const found = await loadCase(desk, { kind: "case", org: params.org, id: params.caseId });
  if (found === undefined) return reply(caseRoutes.case, refuse({ code: "no-such-case" }), locale);
  const acting = asFirstContact(found.rulebook.policy, by, found.current.taken?.firstContact);
  const foreign = mayNot(found.rulebook.policy, acting, caseRoutes.case.may);
  return foreign === undefined
    ? show(desk, caseRoutes.case, found, by, locale)
    : reply(caseRoutes.case, refuse(foreign), locale);
};

/** A form of a case as staff read it. */
export const showForm = async (
  desk: Desk,
  { params, event, locale }: Input & { readonly params: { readonly form: string } },
): Promise<APIGatewayProxyStructuredResultV2> => {
  const by = byOf(event, params.org);
  const found = await loadCase(desk, { kind: "case", org: params.org, id: params.caseId });
  if (found === undefined) return reply(caseRoutes.filledForm, refuse({ code: "no-such-case" }), locale);
  const { rulebook, current, record } = found;
  const acting = asFirstContact(rulebook.policy, by, current.taken?.firstContact);
  const foreign = mayNot(rulebook.policy, acting, caseRoutes.filledForm.may);
  const told = tellable(maskFor(rulebook.policy, acting), current);
  const asked = { caseId: record.id, reader: "staff", locale } as const;
  return reply(
    caseRoutes.filledForm,
    foreign === undefined ? formOf(rulebook, told, params.form, asked) : refuse(foreign),
    locale,
  );
};

/** Obeys a command of a member of staff, once for each Idempotency-Key, and shows the case as it then is. */
export const command = async (
  desk: Desk,
  route: Route,
  { params, event, locale }: Input,
  asked: Command,
): Promise<APIGatewayProxyStructuredResultV2> => {
  const by = byOf(event, params.org);
  const key = idempotencyKey(event);
  const target = { kind: "case", org: params.org, id: params.caseId } as const;
  const changed = await changeCase(desk, target, { ...asked, key }, { by, ifVersion: ifMatch(event) });
  return changed.ok ? show(desk, route, changed.value, by, locale) : reply(route, changed, locale);
};
