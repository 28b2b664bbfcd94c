import openapi from "../shared/api/openapi.json" with { type: "json" };
import { docsRoutes } from "../shared/api/routes/docs.ts";
import { answerJson } from "../shared/runtime/answer.ts";
import { http } from "../shared/runtime/http.ts";

/** The interface's own description, which grows with every route and so is carried by nobody else. */
export const handler = http(docsRoutes, { openapi: async () => answerJson(200, openapi) });
