import type { APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import type * as z from "zod";
import type { InspectionBody, InspectionPhotosBody } from "../api/inspection-bodies.ts";
import { formViews, inspectionRow, inspectionView } from "../api/inspection-views.ts";
import { inspectionRoutes } from "../api/routes/inspections.ts";
import type { Route } from "../api/routes/routes.ts";
import { TICKET_SECONDS } from "../aws/photo-links.ts";
import type { Asked } from "../case/act.ts";
import { mayNot } from "../case/roles.ts";
import type { InspectionCommand } from "../inspection/decide.ts";
import { notToRead } from "../inspection/reading.ts";
import type { InspectionId, OrgId } from "../kernel/ids.ts";
import { plusMs } from "../kernel/instant.ts";
import { accept, refuse } from "../kernel/result.ts";
import type { Locale } from "../kernel/text.ts";
import { type LoadedInspection, loadInspection, obeyInspection, ruled } from "../record/inspections/change.ts";
import { fileInspection } from "../record/inspections/file.ts";
import { policiesOf, policyOf } from "../record/intake.ts";
import { Answered } from "./answer.ts";
import type { inspectionDesk } from "./inspection-wiring.ts";
import { inReader } from "./reader.ts";
import { reply } from "./reply.ts";
import { byOf, type HttpEvent, idempotencyKey } from "./request.ts";
import { inspectionIdFor, photoIdFor } from "./secrets.ts";

type Desk = ReturnType<typeof inspectionDesk>;
type Answer = Promise<APIGatewayProxyStructuredResultV2>;
type InOrg = { readonly params: { readonly org: OrgId }; readonly event: HttpEvent; readonly locale: Locale };
type OfInspection = InOrg & { readonly params: { readonly inspectionId: InspectionId } };
type Input<Q, B = unknown> = InOrg & { readonly query: Q; readonly body: B };

/** Addresses of all photos of an inspection, for some minutes. */
const linksOf = async ({ photos }: Desk, { record, current }: LoadedInspection) => {
  const links = current.photos.map(async ({ id, damage }) => {
    const place = { org: record.org, caseId: record.id as InspectionId, damage, photoId: id }; // named so by whoever filed it
    return [id, await photos.look(place)] as const;
  });
  return new Map(await Promise.all(links));
};

const shown = async (desk: Desk, route: Route, found: LoadedInspection, input: InOrg): Answer =>
  reply(route, accept(inspectionView(found, inReader(desk, input), await linksOf(desk, found))), input.locale);

/** The inspections that whoever asks makes. */
export const showForms = async (desk: Desk, input: InOrg): Answer => {
  const { by, now, locale } = inReader(desk, input);
  const org = await desk.orgs.org(input.params.org);
  const route = inspectionRoutes.inspectionForms;
  if (org === undefined) return reply(route, refuse({ code: "no-such-org" }), locale);
  return reply(route, accept(formViews(await policiesOf(desk.orgs, org, now), by, locale)), locale);
};

/** Files an inspection, once for each Idempotency-Key of a person. */
export const file = async (
  desk: Desk,
  input: Input<{ readonly policy?: string | undefined }, z.infer<typeof InspectionBody>>,
): Answer => {
  const { org } = input.params;
  const by = byOf(input.event, org);
  const key = idempotencyKey(input.event);
  const { schedule, ...command } = input.body;
  const id = inspectionIdFor(org, by.sub, key);
  const filed = await fileInspection(desk, { org, policy: input.query.policy, schedule, id, key, command, by });
  const route = inspectionRoutes.fileInspection;
  return filed.ok ? shown(desk, route, filed.value, input) : reply(route, filed, input.locale);
};

/** One inspection, for whom it concerns. */
export const show = async (desk: Desk, input: OfInspection): Answer => {
  const { org, inspectionId: id } = input.params;
  const route = inspectionRoutes.inspection;
  const by = byOf(input.event, org);
  const found = await loadInspection(desk, { org, id });
  if (found === undefined) return reply(route, refuse({ code: "no-such-inspection" }), input.locale);
  const foreign = notToRead(found, found.current, by);
  return foreign === undefined ? shown(desk, route, found, input) : reply(route, refuse(foreign), input.locale);
};

/** The inspections of a month that whoever asks may read. */
export const list = async (
  desk: Desk,
  input: Input<{ policy?: string | undefined; month?: string | undefined; cursor?: string | undefined; limit: number }>,
): Answer => {
  const reading = inReader(desk, input);
  const { org } = input.params;
  const { policy: asked, month = reading.now.slice(0, 7), cursor, limit } = input.query;
  const route = inspectionRoutes.inspections;
  const found = await policyOf(desk, org, asked);
  if (!found.ok) return reply(route, found, input.locale);
  const foreign = mayNot(found.value.policy, reading.by, "read");
  if (foreign !== undefined) return reply(route, refuse(foreign), input.locale);
  const page = await desk.inspections.filedIn(org, found.value.policy.id, month, { limit, cursor });
  const all = await Promise.all(page.items.map((record) => ruled(desk, record)));
  const items = all.filter((one) => notToRead(one, one.current, reading.by) === undefined);
  const rows = items.map((one) => inspectionRow(one, reading));
  return reply(route, accept({ items: rows, cursor: page.cursor }), input.locale);
};

/** Obeys a command to a line of an inspection, once for each Idempotency-Key. */
export const obey = async (
  desk: Desk,
  route: Route,
  input: OfInspection & { readonly params: { readonly n: number } },
  asked: InspectionCommand extends infer C ? (C extends unknown ? Omit<C, "n" | "key"> : never) : never,
): Answer => {
  const { org, inspectionId: id, n } = input.params;
  const by: Asked["by"] = byOf(input.event, org);
  const key = idempotencyKey(input.event);
  const changed = await obeyInspection(desk, { org, id }, { ...asked, n, key } as InspectionCommand, by); // the same kind, named
  return changed.ok ? shown(desk, route, changed.value, input) : reply(route, changed, input.locale);
};

/** Tickets for photos of an inspection: for whoever may read it, by a key of each photo, so that none is kept twice. */
export const tickets = async (
  desk: Desk,
  input: OfInspection & { readonly body: z.infer<typeof InspectionPhotosBody> },
): Answer => {
  const { org, inspectionId: id } = input.params;
  const route = inspectionRoutes.inspectionPhotos;
  const by = byOf(input.event, org);
  const found = await loadInspection(desk, { org, id });
  if (found === undefined) return reply(route, refuse({ code: "no-such-inspection" }), input.locale);
  const foreign = notToRead(found, found.current, by);
  if (foreign !== undefined) return reply(route, refuse(foreign), input.locale);
  const { lines } = found.current.filed;
  const says = {
    "zh-CN": `本次检查有${lines.length}项；0 表示整体`,
    en: `it has ${lines.length} lines; 0 is the whole`,
  };
  const fields = input.body.photos.flatMap(({ line }, at) =>
    line > lines.length ? [{ path: `/photos/${at}/line`, code: "unknown-line", says: says[input.locale] }] : [],
  );
  if (fields.length > 0) throw new Answered({ status: 400, code: "bad-fields", fields });
  const expiresAt = plusMs(desk.now(), TICKET_SECONDS * 1000);
  const given = input.body.photos.map(async ({ line, type, size, key }) => {
    const photoId = photoIdFor(id, key);
    const ticket = await desk.photos.ticket({ org, caseId: id, damage: line, photoId }, { type, size });
    return { photoId, line, key, expiresAt, ...ticket };
  });
  return reply(route, accept({ tickets: await Promise.all(given) }), input.locale);
};
