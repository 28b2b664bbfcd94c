import type { APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import type * as z from "zod";
import { csvOf } from "../api/csv.ts";
import { cellProblem, type ImportReply } from "../api/imports.ts";
import { importRoutes } from "../api/routes/imports.ts";
import { headOf, importColumns } from "../case/import-columns.ts";
import { mayNotTake } from "../case/taking.ts";
import { accept, refuse } from "../kernel/result.ts";
import type { Deps } from "../record/change.ts";
import { importCases } from "../record/import.ts";
import { MOST_ROWS } from "../record/import-check.ts";
import { intakeOf } from "../record/intake.ts";
import { Answered, answerFile } from "./answer.ts";
import { inReader, type StaffInput } from "./reader.ts";
import { reply } from "./reply.ts";
import { bytesOf, idempotencyKey } from "./request.ts";
import { bodyHash, caseIdFor, digestOf, newSalt, sha256, tokenFor } from "./secrets.ts";
import { linesOf } from "./sheets.ts";
import { xlsxOf } from "./xlsx.ts";

/** A thousand rows of long texts; Lambda takes 6 MB, of which base 64 leaves three quarters. */
const MAX_FILE_BYTES = 4 * 1024 * 1024;

type Answer = Promise<APIGatewayProxyStructuredResultV2>;

/** An empty file with the columns of the form, as people know them in their language. */
export const showTemplate = async (
  deps: Deps,
  input: StaffInput<(typeof importRoutes)["importTemplate"]["query"]>,
): Answer => {
  const { by, locale } = inReader(deps, input);
  const { format, policy } = input.query;
  const desk = await intakeOf(deps, input.params.org, policy);
  if (!desk.ok) return reply(importRoutes.importTemplate, desk, locale);
  const foreign = mayNotTake(desk.value.rulebook.policy, by);
  if (foreign !== undefined) return reply(importRoutes.importTemplate, refuse(foreign), locale);
  const columns = importColumns(desk.value.intake).map((column) => ({ title: headOf(column, locale), width: 22 }));
  const sheet = { name: desk.value.intake.form[locale], columns, rows: [] };
  const file = `${input.params.org}-${desk.value.ref.id}-template.${format}`;
  return format === "csv" ? answerFile(file, "csv", csvOf(sheet)) : answerFile(file, "xlsx", await xlsxOf(sheet));
};

type Query = z.infer<(typeof importRoutes)["importCases"]["query"]>;

/**
 * Takes cases over from the file in the body. Without an Idempotency-Key the file itself is the key, so that it is never
 * taken over twice. @throws Answered 413 for a file that is too large, 400 for what is none.
 */
export const takeFile = async (
  deps: Deps,
  input: StaffInput<(typeof importRoutes)["importCases"]["query"]>,
): Answer => {
  const { by, locale } = inReader(deps, input);
  const { params, event } = input;
  const { policy, dryRun }: Query = input.query;
  const bytes = bytesOf(event, MAX_FILE_BYTES);
  const lines = await linesOf(bytes, MOST_ROWS + 1);
  if (!lines.ok) throw new Answered({ status: 400, code: lines.error.code });
  const key = idempotencyKey(event) ?? digestOf(bytes);
  const imported = await importCases(deps, {
    org: params.org,
    policy,
    by,
    lines: lines.value,
    dryRun,
    locale,
    caseIdFor: (words) => caseIdFor(params.org, `import\n${words.startsWith("row\n") ? `${key}\n` : ""}${words}`),
    made: (caseId, cells) => ({
      requestHash: bodyHash(cells),
      tokenHash: ({ linkKey }) => sha256(tokenFor(linkKey, caseId)),
      salt: newSalt(),
    }),
  });
  if (!imported.ok) return reply(importRoutes.importCases, imported, locale);
  const { rows, cases, faults } = imported.value;
  const told: ImportReply = {
    dryRun,
    rows,
    cases: [...cases],
    faults: faults.map((fault) => cellProblem(fault, locale)),
  };
  return reply(importRoutes.importCases, accept(told), locale);
};
