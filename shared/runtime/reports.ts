import type { APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import type * as z from "zod";
import { type BeginReportBody, type ReportView, reportRow, reportView } from "../api/reports.ts";
import { reportRoutes } from "../api/routes/reports.ts";
import type { Route } from "../api/routes/routes.ts";
import { reportFileKey } from "../aws/report-keys.ts";
import type { Refusal } from "../case/fault.ts";
import { actsAs } from "../case/roles.ts";
import type { OrgId } from "../kernel/ids.ts";
import { accept, type Result, refuse } from "../kernel/result.ts";
import { type Locale, say } from "../kernel/text.ts";
import { type IntakeRefusal, policiesOf, policyOf } from "../record/intake.ts";
import { beginReport, whyNone } from "../record/reports/begin.ts";
import { askAnew, obeyAuthor } from "../record/reports/change.ts";
import { type LoadedReport, loadReport, withGround } from "../record/reports/load.ts";
import { unitsOf } from "../record/reports/plan.ts";
import { authorsOf, notReader } from "../report/author.ts";
import type { ReportCommand } from "../report/decide.ts";
import { reportsOf } from "../report/due.ts";
import { keyOfId, periodCovered } from "../report/key.ts";
import { inReader } from "./reader.ts";
import { reply } from "./reply.ts";
import type { reportDeskDeps } from "./report-desk.ts";
import { byOf, type HttpEvent, idempotencyKey } from "./request.ts";

type Deps = ReturnType<typeof reportDeskDeps>;
type Answer = Promise<APIGatewayProxyStructuredResultV2>;
type InOrg = { readonly params: { readonly org: OrgId }; readonly event: HttpEvent; readonly locale: Locale };
type OfReport = InOrg & { readonly params: { readonly reportId: string } };

const refOf = ({ params: { org, reportId: id } }: OfReport) => ({ org, id });

/** A report with its last content, or with the one asked for, for whoever asks. */
const viewOf = async (deps: Deps, input: InOrg, found: LoadedReport, n?: number): Promise<ReportView> => {
  const { contents } = found.report;
  const content = n === undefined ? contents.at(-1) : contents.find((one) => one.n === n);
  const { org, id } = found.record;
  const document = content && (await deps.files.read(org, id, content.hash));
  return reportView(found, document, content?.n, inReader(deps, input));
};

/** The report, where whoever asks may read it; otherwise why not. */
const readable = async (deps: Deps, input: OfReport): Promise<Result<LoadedReport, Refusal | IntakeRefusal>> => {
  const by = byOf(input.event, input.params.org);
  const key = keyOfId(input.params.reportId);
  const found = key && (await loadReport(deps, refOf(input)));
  if (found === undefined) {
    const unknown = { policy: input.params.reportId, schedule: "", period: "" };
    return refuse(await whyNone(deps, input.params.org, key ?? unknown, by));
  }
  const foreign = notReader(found.policy, found.schedule, found.record.unit, by);
  return foreign === undefined ? accept(found) : refuse(foreign);
};

/** One report. */
export const show = async (deps: Deps, input: OfReport & { query: { content?: number | undefined } }): Answer => {
  const found = await readable(deps, input);
  const route = reportRoutes.report;
  if (!found.ok) return reply(route, found, input.locale);
  return reply(route, accept(await viewOf(deps, input, found.value, input.query.content)), input.locale);
};

/** Where a file of a content can be fetched. */
export const file = async (
  deps: Deps,
  input: OfReport & { params: { content: number; format: "html" | "xlsx" | "json" } },
): Answer => {
  const { params, locale } = input;
  const found = await readable(deps, input);
  const route = reportRoutes.reportFile;
  if (!found.ok) return reply(route, found, locale);
  const { record, report } = found.value;
  const content = report.contents.find(({ n }) => n === params.content);
  if (content === undefined) {
    const says = say("没有此稿", "it has no such content");
    return reply(route, refuse({ code: "no-such-report", says, rules: [] }), locale);
  }
  const name = params.format === "json" ? "report.json" : (`${locale}.${params.format}` as const);
  const url = await deps.links.download(reportFileKey({ ...record, hash: content.hash }, name));
  return reply(route, accept({ url }), locale);
};

type ListQuery = {
  readonly policy?: string | undefined;
  readonly month?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
};

/** The reports of a regulation that are due in a month, as far as whoever asks may read them. */
export const list = async (deps: Deps, input: InOrg & { readonly query: ListQuery }): Answer => {
  const { params, query, locale } = input;
  const route = reportRoutes.reports;
  const reader = inReader(deps, input);
  const ground = await policyOf(deps, params.org, query.policy);
  if (!ground.ok) return reply(route, ground, locale);
  const month = query.month ?? reader.now.slice(0, 7);
  const page = await deps.reports.filedIn(params.org, ground.value.ref.id, month, query);
  const found = await Promise.all(page.items.map((one) => withGround(deps.orgs, one)));
  const items = found
    .filter((one) => notReader(one.policy, one.schedule, one.record.unit, reader.by) === undefined)
    .map((one) => reportRow(one, reader));
  return reply(route, accept({ month, items, cursor: page.cursor }), locale);
};

/** So many of a role's open reports are shown. */
const DRAFTS = 50;

/** The reports that whoever asks has to complete. */
export const drafts = async (deps: Deps, input: InOrg): Answer => {
  const reader = inReader(deps, input);
  const { org } = input.params;
  const pages = await Promise.all(reader.by.roles.map((role) => deps.reports.open(org, role, { limit: DRAFTS })));
  const found = await Promise.all(pages.flatMap(({ items }) => items).map((one) => withGround(deps.orgs, one)));
  const items = found.map((one) => reportRow(one, reader)).sort((a, b) => ((a.due ?? "") < (b.due ?? "") ? -1 : 1));
  return reply(reportRoutes.reportDrafts, accept({ items }), input.locale);
};

/** Which reports the regulations in force ask for. */
export const offers = async (deps: Deps, input: InOrg): Answer => {
  const { by, now, locale } = inReader(deps, input);
  const route = reportRoutes.reportSchedules;
  const org = await deps.orgs.org(input.params.org);
  if (org === undefined) return reply(route, refuse({ code: "no-such-org" }), locale);
  const policies = await policiesOf(deps.orgs, org, now);
  const items = policies.flatMap((policy) =>
    reportsOf(policy).map((schedule) => {
      const units = unitsOf(org, schedule).flatMap((unit) => unit ?? []);
      const roles = [...schedule.by, ...units.flatMap((unit) => authorsOf(schedule, unit))];
      return {
        policy: { id: policy.id, title: policy.title[locale] },
        schedule: { id: schedule.id, title: schedule.title[locale] },
        rules: schedule.rules,
        covers: periodCovered(schedule.duty.covers),
        units: units.map(({ id, title }) => ({ id, title: title[locale] })),
        mine: actsAs(by, roles),
      };
    }),
  );
  return reply(route, accept({ items }), locale);
};

const answered = async (
  deps: Deps,
  route: Route,
  input: InOrg,
  changed: Result<LoadedReport, Refusal | IntakeRefusal>,
): Answer => reply(route, changed.ok ? accept(await viewOf(deps, input, changed.value)) : changed, input.locale);

/** Begins a report of a period that is over. */
export const begin = async (
  deps: Deps,
  input: InOrg & { readonly query: { policy?: string | undefined }; readonly body: z.infer<typeof BeginReportBody> },
): Answer => {
  const by = byOf(input.event, input.params.org);
  const { policy } = input.query;
  const begun = await beginReport(
    deps,
    input.params.org,
    { ...input.body, ...(policy === undefined ? {} : { policy }) },
    by,
  );
  return answered(deps, reportRoutes.beginReport, input, begun);
};

/** Has the figures made anew. */
export const compileAnew = async (deps: Deps, input: OfReport): Answer =>
  answered(
    deps,
    reportRoutes.compileReport,
    input,
    await askAnew(deps, refOf(input), byOf(input.event, input.params.org)),
  );

/** Obeys a command of an author, once for each Idempotency-Key. */
export const obey = async (deps: Deps, route: Route, input: OfReport, command: ReportCommand): Answer => {
  const by = byOf(input.event, input.params.org);
  const asked = { ...command, key: idempotencyKey(input.event) };
  return answered(deps, route, input, await obeyAuthor(deps, refOf(input), asked, by, deps.demands));
};
