import type { APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import { csvOf } from "../api/csv.ts";
import type { findRoutes } from "../api/routes/find.ts";
import type { Reading } from "../api/row.ts";
import { registerSheet } from "../api/sheet.ts";
import { civilDate } from "../calendar/zone.ts";
import type { Deps } from "../record/change.ts";
import { type ListCut, openCases, receivedCases } from "../record/list.ts";
import type { Org } from "../record/org.ts";
import { answerFile, answerProblem, refusedProblem } from "./answer.ts";
import { questionOf, shownRows } from "./lists.ts";
import type { StaffInput } from "./reader.ts";
import type { HttpEvent } from "./request.ts";
import { xlsxOf } from "./xlsx.ts";

/** So many rows are one file: with the longest names there are they stay well under the 6 MB that Lambda may answer. */
const PART = 5000;
/** Queries for one part, where a filter passes most rows over. */
const READS = 60;

type Answer = Promise<APIGatewayProxyStructuredResultV2>;
type OpenQuery = (typeof findRoutes)["exportCases"]["query"];
type RegisterQuery = (typeof findRoutes)["exportRegister"]["query"];

/** The same question for what comes after this part. */
const nextPart = ({ rawPath, rawQueryString }: HttpEvent, cursor: string): string => {
  const query = new URLSearchParams(rawQueryString);
  query.set("cursor", cursor);
  return `<${rawPath}?${query}>; rel="next"`;
};

const fileOf = async (
  deps: Deps,
  org: Org,
  { rows, cursor }: ListCut,
  { event, query: { format } }: StaffInput<OpenQuery>,
  reading: Reading,
  name: { readonly file: string; readonly sheet: string },
): Answer => {
  const sheet = registerSheet(name.sheet, await shownRows(deps, org, rows, reading), reading.locale);
  const file = `${org.id}-${name.file}-${civilDate(reading.now, org.timeZone)}.${format}`;
  const content = format === "csv" ? csvOf(sheet) : await xlsxOf(sheet);
  return answerFile(file, format, content, cursor === undefined ? {} : { link: nextPart(event, cursor) });
};

/** Open cases, most urgent first, as a file; a longer list comes in parts. */
export const exportCases = async (deps: Deps, input: StaffInput<OpenQuery>): Answer => {
  const { query, locale } = input;
  const asked = await questionOf(deps, input, "export");
  if (!asked.ok) return answerProblem(refusedProblem(asked.error, locale));
  const { cases, filter, reading } = asked.value;
  const cut = await openCases(deps, cases.org, filter, { limit: PART, reads: READS, cursor: query.cursor });
  const name = { file: "cases", sheet: { "zh-CN": "案件", en: "Cases" }[locale] };
  return fileOf(deps, cases.org, cut, input, reading, name);
};

/** The tracking register (客户投诉登记追踪表; CCF-16, MCH-06) as a file; a longer one comes in parts. */
export const exportRegister = async (deps: Deps, input: StaffInput<RegisterQuery>): Answer => {
  const { query, locale } = input;
  const asked = await questionOf(deps, input, "export");
  if (!asked.ok) return answerProblem(refusedProblem(asked.error, locale));
  const { cases, filter, receipts, reading } = asked.value;
  const part = { limit: PART, reads: READS, cursor: query.cursor };
  const cut = await receivedCases(deps, cases.org, receipts, { ...filter, open: query.open }, part);
  const name = { file: "register", sheet: { "zh-CN": "登记追踪表", en: "Tracking register" }[locale] };
  return fileOf(deps, cases.org, cut, input, reading, name);
};
