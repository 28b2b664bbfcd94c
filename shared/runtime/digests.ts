import type { APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import { type DigestShown, digestItem } from "../api/digests.ts";
import { digestRoutes } from "../api/routes/digests.ts";
import { civilDate } from "../calendar/zone.ts";
import type { Told } from "../digest/readers.ts";
import type { OrgId } from "../kernel/ids.ts";
import { accept, refuse } from "../kernel/result.ts";
import { both, type Locale } from "../kernel/text.ts";
import { DIGESTS, type DigestRecord } from "../record/digests/digests.ts";
import { gather } from "../record/digests/gather.ts";
import { policiesOf } from "../record/intake.ts";
import type { Org } from "../record/org.ts";
import { Answered } from "./answer.ts";
import { consoleOf, letterOf } from "./digest-post.ts";
import type { digestDeps } from "./digest-wiring.ts";
import { env } from "./env.ts";
import { inFrame } from "./in-frame.ts";
import { inReader } from "./reader.ts";
import { reply } from "./reply.ts";
import type { HttpEvent } from "./request.ts";

type Deps = Omit<ReturnType<typeof digestDeps>, "suppressions">;
type Answer = Promise<APIGatewayProxyStructuredResultV2>;
type Input = { readonly params: { readonly org: OrgId }; readonly event: HttpEvent; readonly locale: Locale };

/** So many digests are one page of a list. */
const A_PAGE = 50;

type Shown = Pick<DigestRecord, "locale" | "day" | "parts" | "id" | "filed" | "roles">;

const viewOf = (org: Org, shown: Shown): DigestShown => {
  const { parts, locale, roles } = shown;
  const titles = new Map(parts.flatMap((part) => part.roles).map(({ id, title }) => [id, title] as const));
  const named = roles.map((role) => (titles.get(role) ?? both(role))[locale]);
  if (parts.length === 0) return { roles: named, subject: "", light: "", dark: "", text: "" };
  const letter = letterOf(org, shown, consoleOf(env("PUBLIC_URL"), org.id));
  return {
    roles: named,
    subject: letter.subject,
    light: inFrame(letter, "light"),
    dark: inFrame(letter, "dark"),
    text: letter.text,
  };
};

/** What the caller's roles would be told now, all rhythms together: the same contents as a mail, and none is sent. */
export const digestNow = async (deps: Deps, input: Input): Answer => {
  const { by, now, locale } = inReader(deps, input);
  const org = await deps.orgs.org(input.params.org);
  if (org === undefined) return reply(digestRoutes.digestNow, refuse({ code: "no-such-org" }), locale);
  const told = (await policiesOf(deps.orgs, org, now)).flatMap((policy) =>
    policy.digests.flatMap((digest): Told[] => {
      const roles = digest.to.filter((role) => by.roles.includes(role));
      return roles.length === 0 ? [] : [{ policy, digest, roles }];
    }),
  );
  const day = civilDate(now, org.timeZone);
  const gathered = await gather(deps.sources, org.id, told, { day, zone: org.timeZone, now, between: true });
  const roles = [...new Set(told.flatMap((one) => one.roles))];
  const parts = gathered.map(({ part }) => part);
  const shown = { locale, day, parts, roles, id: "now", filed: { list: DIGESTS, at: now } };
  return reply(digestRoutes.digestNow, accept(viewOf(org, shown)), locale);
};

/** The parts of a digest that are for roles of a reader: a person's other roles are not theirs. */
const ownParts = ({ parts, tells }: DigestRecord, mine: readonly string[]): DigestRecord["parts"] => {
  const own = new Set(
    tells.filter(({ roles }) => roles.some((role) => mine.includes(role))).map(({ policy }) => policy),
  );
  return parts.filter(({ policy }) => own.has(policy.id));
};

const ownOf = (record: DigestRecord, mine: readonly string[]): DigestRecord | undefined =>
  record.roles.some((role) => mine.includes(role)) ? { ...record, parts: ownParts(record, mine) } : undefined;

/** The digests of the caller's roles in a month, the last first. */
export const listDigests = async (
  deps: Deps,
  input: Input & { readonly query: { readonly month?: string | undefined; readonly cursor?: string | undefined } },
): Answer => {
  const { by, now, locale } = inReader(deps, input);
  const org = await deps.orgs.org(input.params.org);
  if (org === undefined) return reply(digestRoutes.digests, refuse({ code: "no-such-org" }), locale);
  const { month = now.slice(0, 7), cursor } = input.query;
  const page = await deps.digests.filedIn(org.id, DIGESTS, month, { limit: A_PAGE, cursor });
  const own = page.items.flatMap((record) => ownOf(record, by.roles) ?? []);
  const items = own.map((record) => digestItem(record, { zone: org.timeZone, mine: by.roles }));
  return reply(digestRoutes.digests, accept({ items, cursor: page.cursor }), locale);
};

/** A digest as it was, of the caller's roles. */
export const showDigest = async (
  deps: Deps,
  input: Input & { readonly params: { readonly digest: string } },
): Answer => {
  const { by, locale } = inReader(deps, input);
  const { org: id, digest } = input.params;
  const [org, found] = await Promise.all([deps.orgs.org(id), deps.digests.one({ org: id, id: digest })]);
  if (org === undefined) return reply(digestRoutes.digest, refuse({ code: "no-such-org" }), locale);
  const record = found && ownOf(found, by.roles);
  if (record === undefined) throw new Answered({ status: 404, code: "not-found" });
  const item = digestItem(record, { zone: org.timeZone, mine: by.roles });
  return reply(digestRoutes.digest, accept({ ...viewOf(org, { ...record, roles: item.roles }), item }), locale);
};
