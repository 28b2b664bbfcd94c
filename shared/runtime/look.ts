import type { APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import type * as z from "zod";
import { lookView, type PreviewBody, type PreviewReply } from "../api/look.ts";
import { lookRoutes } from "../api/routes/look.ts";
import type { Route } from "../api/routes/routes.ts";
import { civilDate } from "../calendar/zone.ts";
import type { OrgId } from "../kernel/ids.ts";
import { accept, type Result, refuse } from "../kernel/result.ts";
import type { Locale } from "../kernel/text.ts";
import { faultsOf, type Look, nameIn } from "../mail/look/look.ts";
import { kindsOf, LETTER_TITLES, sampleLetter } from "../mail/sample/sample.ts";
import type { Policy } from "../policy/policy.ts";
import type { Deps as Tables } from "../record/change.ts";
import { changeLook, type LookStore, type LookVersion, notKeeper, REMEMBERED } from "../record/look.ts";
import { inForce, type Org } from "../record/org.ts";
import { rulebookOf } from "../record/rulebook.ts";
import { inFrame } from "./in-frame.ts";
import { inReader } from "./reader.ts";
import { reply } from "./reply.ts";
import { byOf, type HttpEvent, idempotencyKey, ifMatch } from "./request.ts";

type Deps = Pick<Tables, "orgs" | "now"> & { readonly looks: LookStore };
type Answer = Promise<APIGatewayProxyStructuredResultV2>;
type Input = { readonly params: { readonly org: OrgId }; readonly event: HttpEvent; readonly locale: Locale };

/** The versions of a company's regulations that are in force, or will be. */
const refsOf = (org: Org, now: ReturnType<Deps["now"]>) => {
  const today = civilDate(now, org.timeZone);
  const ids = [...new Set(org.policies.map(({ ref }) => ref.id))];
  return ids.flatMap((id) => inForce(org, id, today) ?? org.policies.find(({ ref }) => ref.id === id)?.ref ?? []);
};

const lettersOf = (policy: Policy, locale: Locale) => ({
  policy: policy.id,
  title: policy.title[locale],
  kinds: kindsOf(policy).map((id) => ({ id, title: LETTER_TITLES[id][locale] })),
});

const show = async (deps: Deps, route: Route, input: Input, chosen: LookVersion | undefined): Answer => {
  const { by, now, locale } = inReader(deps, input);
  const [org, past] = await Promise.all([
    deps.orgs.org(input.params.org),
    deps.looks.past(input.params.org, REMEMBERED),
  ]);
  if (org === undefined) return reply(route, refuse({ code: "no-such-org" }), locale);
  const policies = await Promise.all(refsOf(org, now).map((ref) => deps.orgs.policy(org.id, ref)));
  const letters = policies.map((policy) => lettersOf(policy, locale)).filter(({ kinds }) => kinds.length > 0);
  const view = lookView(
    { chosen, past, zone: org.timeZone },
    { registered: org.name, may: notKeeper(by) === undefined, letters },
  );
  return reply(route, accept(view), locale, { etag: `"${view.version}"` });
};

/** What letters look like, for anybody of the house. */
export const showLook = async (deps: Deps, input: Input): Answer => {
  byOf(input.event, input.params.org);
  const found = await deps.looks.current(input.params.org);
  if (found === undefined) return reply(lookRoutes.look, refuse({ code: "no-such-org" }), input.locale);
  return show(deps, lookRoutes.look, input, found.chosen);
};

/** Dresses the letters anew, and shows them. */
export const chooseLook = async (deps: Deps, input: Input & { readonly body: Look }): Answer => {
  const { params, event, body: look, locale } = input;
  const by = byOf(event, params.org);
  const asked = { org: params.org, by, look, key: idempotencyKey(event), ifVersion: ifMatch(event) };
  const changed = await changeLook(deps, asked);
  if (!changed.ok) return reply(lookRoutes.chooseLook, changed, locale);
  return show(deps, lookRoutes.chooseLook, input, changed.value.chosen);
};

type Preview = Input & { readonly body: z.infer<typeof PreviewBody> };
type NoSample = Parameters<typeof reply>[1] & { readonly ok: false };

const sampled = async (deps: Deps, { params, body }: Preview): Promise<Result<PreviewReply, never> | NoSample> => {
  const { locale, kind, look } = body;
  const org = await deps.orgs.org(params.org);
  if (org === undefined) return refuse({ code: "no-such-org" });
  const ref = refsOf(org, deps.now()).find(({ id }) => id === body.policy);
  if (ref === undefined) return refuse({ code: "no-such-policy", policies: [] });
  const fields = look === undefined ? [] : faultsOf(look).map((fault) => ({ ...fault, path: `/look${fault.path}` }));
  if (fields.length > 0) return refuse({ code: "bad-fields", fields, rules: [] });
  const rulebook = await rulebookOf(deps.orgs, { org: org.id, policy: ref });
  const house = { name: org.name, look: look ?? org.look };
  const letter = sampleLetter({ rulebook, now: deps.now(), locale }, house, kind);
  const { subject, preview, text } = letter;
  const from = `${nameIn(house, locale)} <${org.mailFrom}>`;
  return accept({ from, subject, preview, light: inFrame(letter, "light"), dark: inFrame(letter, "dark"), text });
};

/** A letter of an invented case in a look, chosen or not. */
export const previewLook = async (deps: Deps, input: Preview): Answer => {
  byOf(input.event, input.params.org);
  return reply(lookRoutes.previewLook, await sampled(deps, input), input.locale);
};
