import type { APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import { findRoutes } from "../api/routes/find.ts";
import { objectTemplateRoutes } from "../api/routes/visits.ts";
import { importColumns } from "../case/import-columns.ts";
import { mayNotTake } from "../case/taking.ts";
import { refuse } from "../kernel/result.ts";
import { objectColumns } from "../obligation/object-file.ts";
import type { Deps } from "../record/change.ts";
import { intakeOf } from "../record/intake.ts";
import { visitingDesk } from "../record/obligations/import-objects.ts";
import { answerTemplate } from "./answer-sheet.ts";
import { inReader, type StaffInput } from "./reader.ts";
import { reply } from "./reply.ts";

type Answer = Promise<APIGatewayProxyStructuredResultV2>;

/** An empty file with the columns of the form. */
export const showTemplate = async (
  deps: Deps,
  input: StaffInput<(typeof findRoutes)["importTemplate"]["query"]>,
): Answer => {
  const { by, locale } = inReader(deps, input);
  const { format, policy } = input.query;
  const desk = await intakeOf(deps, input.params.org, policy);
  if (!desk.ok) return reply(findRoutes.importTemplate, desk, locale);
  const { rulebook, intake, ref } = desk.value;
  const foreign = mayNotTake(rulebook.policy, by);
  if (foreign !== undefined) return reply(findRoutes.importTemplate, refuse(foreign), locale);
  const sheet = { title: intake.form[locale], columns: importColumns(intake) };
  return answerTemplate(`${input.params.org}-${ref.id}`, format, sheet, locale);
};

/** An empty list of what is visited. */
export const showObjectsTemplate = async (
  deps: Deps,
  input: StaffInput<(typeof objectTemplateRoutes)["objectsTemplate"]["query"]>,
): Answer => {
  const { by, locale } = inReader(deps, input);
  const { org } = input.params;
  const desk = await visitingDesk(deps, { org, policy: input.query.policy, by });
  if (!desk.ok) return reply(objectTemplateRoutes.objectsTemplate, desk, locale);
  const sheet = { title: "visited", columns: objectColumns(desk.value) };
  return answerTemplate(`${org}-${desk.value.id}-visited`, input.query.format, sheet, locale);
};
