import type { APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import { type RouteId, routes } from "../api/api.ts";
import type { Refused } from "../api/refused.ts";
import type { Result } from "../kernel/result.ts";
import type { Locale } from "../kernel/text.ts";
import { answerJson, answerProblem, refusedProblem } from "./answer.ts";

/** Answers a route with what its use case said: the reply through its schema, or the refusal as problem details. */
export const reply = (
  id: RouteId,
  result: Result<unknown, Refused>,
  locale: Locale,
  headers: Record<string, string> = {},
): APIGatewayProxyStructuredResultV2 => {
  if (!result.ok) return answerProblem(refusedProblem(result.error, locale));
  const route = routes[id];
  const body = "reply" in route ? route.reply.parse(result.value) : result.value;
  return answerJson("status" in route ? route.status : 200, body, { ...headers, "content-language": locale });
};
