import type { APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import { csvOf } from "../api/csv.ts";
import { findingSheet } from "../api/finding-sheet.ts";
import { findingRow } from "../api/inspection-views.ts";
import { inspectionRoutes } from "../api/routes/inspections.ts";
import { addMonths, type CivilDate } from "../calendar/civil-date.ts";
import { withOffset } from "../calendar/zone.ts";
import type { Actor } from "../case/actor.ts";
import { mayNot } from "../case/roles.ts";
import { notToRead } from "../inspection/reading.ts";
import type { OrgId } from "../kernel/ids.ts";
import { accept, refuse } from "../kernel/result.ts";
import type { Locale } from "../kernel/text.ts";
import type { Capability } from "../policy/capability.ts";
import { sameName } from "../policy/repetition.ts";
import { ruled } from "../record/inspections/change.ts";
import { type FoundIn, findingsIn, findingsOf } from "../record/inspections/lists.ts";
import { policyOf } from "../record/intake.ts";
import { Answered, answerFile } from "./answer.ts";
import type { inspectionDeps } from "./inspection-wiring.ts";
import { inReader } from "./reader.ts";
import { reply } from "./reply.ts";
import type { HttpEvent } from "./request.ts";
import { xlsxOf } from "./xlsx.ts";

type Deps = ReturnType<typeof inspectionDeps>;
type Answer = Promise<APIGatewayProxyStructuredResultV2>;
type Input<Q> = {
  readonly params: { readonly org: OrgId };
  readonly query: Q;
  readonly event: HttpEvent;
  readonly locale: Locale;
};
type Filter = {
  readonly policy?: string | undefined;
  readonly department?: string | undefined;
  readonly inspector?: string | undefined;
};

/** So many inspections with something open are looked through for one page. */
const A_PAGE = 100;

/** The regulation whose findings are asked for, for whoever may see them, or carry them away. */
const deskOf = async (deps: Deps, input: Input<Filter>, may: Capability) => {
  const found = await policyOf(deps, input.params.org, input.query.policy);
  if (!found.ok) return found;
  const foreign = mayNot(found.value.policy, inReader(deps, input).by, may);
  return foreign === undefined ? found : refuse(foreign);
};

const isWanted = ({ department, inspector }: Filter, by: Actor, { inspection }: FoundIn): boolean => {
  const { filed } = inspection.current;
  return (
    notToRead(inspection, inspection.current, by) === undefined &&
    (department === undefined || sameName(filed.department) === sameName(department)) &&
    (inspector === undefined || filed.people.some(({ name }) => sameName(name) === sameName(inspector)))
  );
};

/** Open findings of a regulation, the most urgent first. */
export const openFindings = async (
  deps: Deps,
  input: Input<Filter & { readonly cursor?: string | undefined }>,
): Answer => {
  const route = inspectionRoutes.findings;
  const desk = await deskOf(deps, input, "read");
  if (!desk.ok) return reply(route, desk, input.locale);
  const { org } = input.params;
  const reading = inReader(deps, input);
  const page = await deps.inspections.open(org, desk.value.policy.id, { limit: A_PAGE, cursor: input.query.cursor });
  const all = findingsIn(await Promise.all(page.items.map((record) => ruled(deps, record))));
  const open = all.filter((one) => one.finding.state !== "CLOSED" && isWanted(input.query, reading.by, one));
  const items = open.map((one) => findingRow(one, reading));
  return reply(route, accept({ items, cursor: page.cursor }), input.locale);
};

/** The findings of a stretch of days as a sheet, open or closed. @throws Answered 400 for more than a year. */
export const findingsSheet = async (
  deps: Deps,
  input: Input<Filter & { readonly from: CivilDate; readonly to: CivilDate; readonly format: "csv" | "xlsx" }>,
): Answer => {
  const { from, to, format } = input.query;
  const { locale } = input;
  const desk = await deskOf(deps, input, "export");
  if (!desk.ok) return reply(inspectionRoutes.findingsSheet, desk, locale);
  if (from > to || to > addMonths(from, 12)) {
    const says = { "zh-CN": "起止日期须在一年以内", en: "at most a year, the first day first" }[locale];
    throw new Answered({ status: 400, code: "bad-fields", fields: [{ path: "/to", code: "invalid", says }] });
  }
  const { policy } = desk.value;
  const reading = inReader(deps, input);
  const found = await findingsOf(deps, { org: input.params.org, policy, from, to });
  const rows = found.filter((one) => isWanted(input.query, reading.by, one)).map((one) => findingRow(one, reading));
  const sheet = findingSheet({ "zh-CN": "不合格项", en: "Findings" }[locale], rows, locale);
  return answerFile(
    `${input.params.org}-findings-${from}-${to}.${format}`,
    format,
    format === "csv" ? csvOf(sheet) : await xlsxOf(sheet),
  );
};

/** The inspections of one object of the ledger, of the regulations that whoever asks may read. */
export const showInspected = async (
  deps: Deps,
  input: Input<{ readonly schedule?: string | undefined }> & { readonly params: { readonly objectId: string } },
): Answer => {
  const { org, objectId } = input.params;
  const { by } = inReader(deps, input);
  const route = inspectionRoutes.inspectedObject;
  const object = await deps.obligations.object({ org, id: objectId });
  if (object === undefined) return reply(route, refuse({ code: "no-such-object" }), input.locale);
  const found = await policyOf(deps, org, object.policy);
  if (!found.ok) return reply(route, found, input.locale);
  const foreign = mayNot(found.value.policy, by, "read");
  if (foreign !== undefined) return reply(route, refuse(foreign), input.locale);
  const ledger = await deps.inspected.one({ org, id: objectId });
  const zone = found.value.policy.calendar.timeZone;
  const made = (ledger?.made ?? [])
    .filter(({ policy, schedule }) => policy === object.policy && (input.query.schedule ?? schedule) === schedule)
    .map(({ id, doneAt, ...rest }) => ({ ...rest, inspectionId: id, doneAt: withOffset(doneAt, zone) }));
  return reply(route, accept({ object: objectId, made }), input.locale);
};
