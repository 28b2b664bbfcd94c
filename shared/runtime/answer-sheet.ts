import type { APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import { csvOf } from "../api/csv.ts";
import type { Sheet } from "../api/sheet.ts";
import { type Column, headOf } from "../case/import-columns.ts";
import type { Locale } from "../kernel/text.ts";
import { answerFile } from "./answer.ts";
import { xlsxOf } from "./xlsx.ts";

type Format = "csv" | "xlsx";

/** A sheet as the file that was asked for. */
export const answerSheet = async (
  name: string,
  format: Format,
  sheet: Sheet,
): Promise<APIGatewayProxyStructuredResultV2> => {
  const file = `${name}.${format}`;
  return format === "csv" ? answerFile(file, "csv", csvOf(sheet)) : answerFile(file, "xlsx", await xlsxOf(sheet));
};

/** An empty file with the heads of some columns, as people know them in their language. */
export const answerTemplate = (
  name: string,
  format: Format,
  { title, columns }: { readonly title: string; readonly columns: readonly Column[] },
  locale: Locale,
): Promise<APIGatewayProxyStructuredResultV2> => {
  const heads = columns.map((column) => ({ title: headOf(column, locale), width: 22 }));
  return answerSheet(`${name}-template`, format, { name: title, columns: heads, rows: [] });
};
