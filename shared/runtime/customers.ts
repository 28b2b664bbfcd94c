import type { APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import { csvOf } from "../api/csv.ts";
import { cellProblem } from "../api/imports.ts";
import { customersFileRoutes, customersRoutes } from "../api/routes/customers.ts";
import type { Sheet } from "../api/sheet.ts";
import { accept } from "../kernel/result.ts";
import { customersDesk, importCustomers } from "../record/campaigns/customers.ts";
import { CUSTOMER_COLUMNS, MOST_CUSTOMERS } from "../survey/customer-file.ts";
import { Answered, answerFile } from "./answer.ts";
import { inReader, type StaffInput } from "./reader.ts";
import { reply } from "./reply.ts";
import { bytesOf } from "./request.ts";
import type { surveyDeps } from "./rhythm-wiring.ts";
import { customerIdFor } from "./secrets.ts";
import { linesOf } from "./sheets.ts";
import { xlsxOf } from "./xlsx.ts";

/** Twenty thousand customers; Lambda takes 6 MB, of which base 64 leaves three quarters. */
const MAX_FILE_BYTES = 4 * 1024 * 1024;

const all = { ...customersRoutes, ...customersFileRoutes };
type Deps = ReturnType<typeof surveyDeps>;
type Answer = Promise<APIGatewayProxyStructuredResultV2>;
type Input<R extends keyof typeof all> = StaffInput<(typeof all)[R]["query"]>;

/** Lists customers from the file in the body. @throws Answered 413 for a file that is too large, 400 for what is none. */
export const takeCustomers = async (deps: Deps, input: Input<"importCustomers">): Answer => {
  const { by, locale } = inReader(deps, input);
  const lines = await linesOf(bytesOf(input.event, MAX_FILE_BYTES), MOST_CUSTOMERS + 1);
  if (!lines.ok) throw new Answered({ status: 400, code: lines.error.code });
  const { dryRun } = input.query;
  const asked = { org: input.params.org, by, lines: lines.value, dryRun };
  const taken = await importCustomers({ ...deps, customerIdFor }, asked);
  const route = customersRoutes.importCustomers;
  if (!taken.ok) return reply(route, taken, locale);
  const { rows, faults } = taken.value;
  return reply(route, accept({ dryRun, rows, faults: faults.map((one) => cellProblem(one, locale)) }), locale);
};

/** The company's customers, a page of them. */
export const listCustomers = async (deps: Deps, input: Input<"customers">): Answer => {
  const { by, locale } = inReader(deps, input);
  const route = customersRoutes.customers;
  const desk = await customersDesk(deps, input.params.org, by);
  if (!desk.ok) return reply(route, desk, locale);
  const { items, cursor } = await deps.customers.page(input.params.org, input.query.limit, input.query.cursor);
  const shown = items.map(({ id, ...one }) => ({ ...one, customerId: id }));
  return reply(route, accept({ items: shown, cursor }), locale);
};

/** A sheet as the file that was asked for. */
export const answerSheet = async (name: string, format: "csv" | "xlsx", sheet: Sheet): Answer => {
  const file = `${name}.${format}`;
  return format === "csv" ? answerFile(file, "csv", csvOf(sheet)) : answerFile(file, "xlsx", await xlsxOf(sheet));
};

const GROUPS = { "zh-CN": ["部门", "类别"], en: ["department", "category"] } as const;

/** An empty list with its heads. */
export const customersTemplate = async (deps: Deps, input: Input<"customersTemplate">): Answer => {
  const { by, locale } = inReader(deps, input);
  const { org } = input.params;
  const desk = await customersDesk(deps, org, by);
  if (!desk.ok) return reply(customersFileRoutes.customersTemplate, desk, locale);
  const titles = [...CUSTOMER_COLUMNS.map(({ title }) => title[locale]), ...GROUPS[locale]];
  const columns = titles.map((title) => ({ title, width: 22 }));
  return answerSheet(`${org}-customers-template`, input.query.format, { name: "customers", columns, rows: [] });
};
