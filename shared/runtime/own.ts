import type { APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import { formOf } from "../api/forms.ts";
import { customerRoutes } from "../api/routes/customer.ts";
import type { Route } from "../api/routes/routes.ts";
import type { PhotoLinks } from "../aws/photo-links.ts";
import type { Command } from "../case/decide.ts";
import type { CaseId, OrgId } from "../kernel/ids.ts";
import { accept } from "../kernel/result.ts";
import type { Locale } from "../kernel/text.ts";
import type { Deps } from "../record/change.ts";
import { changeCase } from "../record/command.ts";
import { refOf } from "../record/record.ts";
import { openCase, track } from "./customer.ts";
import { reply } from "./reply.ts";
import { bearer, type HttpEvent, idempotencyKey } from "./request.ts";

type Desk = Deps & { readonly photos: PhotoLinks };
type Input = { readonly params: { org: OrgId; caseId: CaseId }; readonly event: HttpEvent; readonly locale: Locale };

/** Obeys a customer in their own case, once for each Idempotency-Key, and shows them the case as it then is. */
export const ownCommand = async (
  desk: Desk,
  route: Route,
  { params, event, locale }: Input,
  asked: Command,
): Promise<APIGatewayProxyStructuredResultV2> => {
  const { record } = await openCase(desk, params, bearer(event));
  const key = idempotencyKey(event);
  const changed = await changeCase(desk, refOf(record), { ...asked, key }, { by: { kind: "reporter" } });
  return reply(route, changed.ok ? accept(await track(desk, desk.photos, changed.value, locale)) : changed, locale);
};

/** A form of the customer's own case, where they may have it. */
export const ownForm = async (
  desk: Desk,
  { params, event, locale }: Input & { readonly params: { readonly form: string } },
): Promise<APIGatewayProxyStructuredResultV2> => {
  const { rulebook, current, record } = await openCase(desk, params, bearer(event));
  const form = formOf(rulebook, current, params.form, { caseId: record.id, reader: "customer", locale });
  return reply(customerRoutes.ownForm, form, locale);
};
