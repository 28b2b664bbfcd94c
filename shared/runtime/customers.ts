import type { APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import { cellProblem } from "../api/imports.ts";
import { customersFileRoutes, customersRoutes } from "../api/routes/customers.ts";
import { accept } from "../kernel/result.ts";
import { maskContact } from "../privacy/privacy.ts";
import { customersDesk, importCustomers } from "../record/campaigns/customers.ts";
import { CUSTOMER_COLUMNS, MOST_CUSTOMERS } from "../survey/customer-columns.ts";
import { answerSheet } from "./answer-sheet.ts";
import { inReader, type StaffInput } from "./reader.ts";
import { reply } from "./reply.ts";
import type { surveyDeps } from "./rhythm-wiring.ts";
import { customerIdFor } from "./secrets.ts";
import { takenFile } from "./taken-file.ts";

const all = { ...customersRoutes, ...customersFileRoutes };
type Deps = ReturnType<typeof surveyDeps>;
type Answer = Promise<APIGatewayProxyStructuredResultV2>;
type Input<R extends keyof typeof all> = StaffInput<(typeof all)[R]["query"]>;

/** Lists customers from the file in the body. @throws Answered 413 for a file that is too large, 400 for what is none. */
export const takeCustomers = async (deps: Deps, input: Input<"importCustomers">): Answer => {
  const { by, locale } = inReader(deps, input);
  const { lines } = await takenFile(input.event, MOST_CUSTOMERS + 1);
  const { dryRun } = input.query;
  const asked = { org: input.params.org, by, lines, dryRun };
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
  const { masks } = desk.value;
  const shown = items.map(({ id, name, email, phone, ...one }) => ({
    ...one,
    ...maskContact(masks, { name, email, phone }),
    customerId: id,
  }));
  return reply(route, accept({ items: shown, cursor }), locale);
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
