import { publicRoutes } from "../shared/api/routes/public.ts";
import { accept } from "../shared/kernel/result.ts";
import { intakeOf } from "../shared/record/intake.ts";
import { file, openCase, tickets, track } from "../shared/runtime/customer.ts";
import { http } from "../shared/runtime/http.ts";
import { reply } from "../shared/runtime/reply.ts";
import { bearer, idempotencyKey, jsonOf, originOf } from "../shared/runtime/request.ts";
import { shownForm } from "../shared/runtime/shown-form.ts";
import { deskDeps } from "../shared/runtime/wiring.ts";

const deps = deskDeps();
const { photos } = deps;

/** What anybody may ask, and what a tracking token opens. */
export const handler = http(publicRoutes, {
  form: async ({ params, query, locale }) => {
    const desk = await intakeOf(deps, params.org, query.policy);
    if (!desk.ok) return reply(publicRoutes.form, desk, locale);
    return reply(publicRoutes.form, accept(shownForm(desk.value, locale)), locale);
  },
  file: async ({ params: { org }, query: { policy }, event, locale }) => {
    const body = jsonOf(event);
    return reply(
      publicRoutes.file,
      await file(deps, { org, policy, key: idempotencyKey(event), body, locale, origin: originOf(event) }),
      locale,
    );
  },
  photos: async ({ params, body, event, locale }) => {
    const found = await openCase(deps, params, bearer(event));
    return reply(publicRoutes.photos, await tickets(deps, photos, found, body.photos, locale), locale);
  },
  tracking: async ({ params, event, locale }) => {
    const found = await openCase(deps, params, bearer(event));
    return reply(publicRoutes.tracking, accept(await track(deps, photos, found, locale)), locale);
  },
});
