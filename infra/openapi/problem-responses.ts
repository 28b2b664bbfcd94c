import * as z from "zod";
import type { ZodOpenApiMediaTypeObject, ZodOpenApiResponsesObject } from "zod-openapi";
import type { RouteId } from "../../shared/api/api.ts";
import { Problem } from "../../shared/api/problem.ts";
import type { Route } from "../../shared/api/routes/routes.ts";
import { refusedComplaint } from "./examples.ts";
import { type ProblemCode, problemSays, problemStatus, problemsOf } from "./problems.ts";

/** Answered by API Gateway itself, before any code of ours. */
const Gateway = z.object({ message: z.string() }).meta({ id: "GatewayMessage" });

const fromGateway = (id: string, description: string) => ({
  id,
  description,
  content: { "application/json": { schema: Gateway } },
});
/** What nearly every route may answer stands in the document once. */
const noToken = fromGateway("NoToken", "no token, or one that is expired or not ours");
const tooMany = fromGateway("TooManyRequests", "too many requests; wait and send the same again");
const brokenHere = {
  id: "Broken",
  description: `\`broken\`: ${problemSays.broken}`,
  content: { "application/problem+json": { schema: Problem } },
};

/** Every problem that a route may answer, by its status. */
export const problemResponses = (id: RouteId, route: Route): ZodOpenApiResponsesObject => {
  const byStatus = Map.groupBy<number, ProblemCode>(problemsOf[id], (code) => problemStatus[code]);
  const responses: ZodOpenApiResponsesObject = {};
  for (const [status, codes] of [...byStatus].sort(([a], [b]) => a - b)) {
    const content: ZodOpenApiMediaTypeObject = { schema: Problem };
    if (id === "file" && status === 400) content.example = refusedComplaint;
    responses[`${status}` as "400"] = {
      description: [...new Set(codes)].map((code) => `\`${code}\`: ${problemSays[code]}`).join("\n\n"),
      content: { "application/problem+json": content },
    }; // the type lists every status, and a number does not say which
  }
  if (route.auth === "staff") responses["401"] = noToken;
  return { ...responses, 429: tooMany, 500: brokenHere };
};
