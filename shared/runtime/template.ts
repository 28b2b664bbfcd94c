import type { APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import { csvOf } from "../api/csv.ts";
import { findRoutes } from "../api/routes/find.ts";
import { headOf, importColumns } from "../case/import-columns.ts";
import { mayNotTake } from "../case/taking.ts";
import { refuse } from "../kernel/result.ts";
import type { Deps } from "../record/change.ts";
import { intakeOf } from "../record/intake.ts";
import { answerFile } from "./answer.ts";
import { inReader, type StaffInput } from "./reader.ts";
import { reply } from "./reply.ts";
import { xlsxOf } from "./xlsx.ts";

/** An empty file with the columns of the form, as people know them in their language. */
export const showTemplate = async (
  deps: Deps,
  input: StaffInput<(typeof findRoutes)["importTemplate"]["query"]>,
): Promise<APIGatewayProxyStructuredResultV2> => {
  const { by, locale } = inReader(deps, input);
  const { format, policy } = input.query;
  const desk = await intakeOf(deps, input.params.org, policy);
  if (!desk.ok) return reply(findRoutes.importTemplate, desk, locale);
  const foreign = mayNotTake(desk.value.rulebook.policy, by);
  if (foreign !== undefined) return reply(findRoutes.importTemplate, refuse(foreign), locale);
  const columns = importColumns(desk.value.intake).map((column) => ({ title: headOf(column, locale), width: 22 }));
  const sheet = { name: desk.value.intake.form[locale], columns, rows: [] };
  const file = `${input.params.org}-${desk.value.ref.id}-template.${format}`;
  return format === "csv" ? answerFile(file, "csv", csvOf(sheet)) : answerFile(file, "xlsx", await xlsxOf(sheet));
};
