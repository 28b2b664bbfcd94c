import type { APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import { cellProblem } from "../api/imports.ts";
import { objectFileRoutes } from "../api/routes/visits.ts";
import { accept } from "../kernel/result.ts";
import { MOST_OBJECTS } from "../obligation/object-file.ts";
import { importObjects } from "../record/obligations/import-objects.ts";
import type { importDeps } from "./import-wiring.ts";
import { inReader, type StaffInput } from "./reader.ts";
import { reply } from "./reply.ts";
import { takenFile } from "./taken-file.ts";

/** Puts what stands in the file on the list of what is visited. @throws Answered 413 for a file that is too large, 400 for what is none. */
export const takeObjects = async (
  deps: ReturnType<typeof importDeps>,
  input: StaffInput<(typeof objectFileRoutes)["importObjects"]["query"]>,
): Promise<APIGatewayProxyStructuredResultV2> => {
  const { by, locale } = inReader(deps, input);
  const { policy, dryRun } = input.query;
  const { lines } = await takenFile(input.event, MOST_OBJECTS + 1);
  const taken = await importObjects(deps, { org: input.params.org, policy, by, lines, dryRun });
  const route = objectFileRoutes.importObjects;
  if (!taken.ok) return reply(route, taken, locale);
  const { rows, faults } = taken.value;
  return reply(route, accept({ dryRun, rows, faults: faults.map((one) => cellProblem(one, locale)) }), locale);
};
