import type { APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import type { Refused } from "../api/refused.ts";
import type { Route } from "../api/routes/routes.ts";
import type { Result } from "../kernel/result.ts";
import type { Locale } from "../kernel/text.ts";
import { answerJson, answerProblem, refusedProblem } from "./answer.ts";

/** Answers a route with what its use case said: the reply through its schema, or the refusal as problem details. */
export const reply = (
  route: Route,
  result: Result<unknown, Refused>,
  locale: Locale,
  headers: Record<string, string> = {},
): APIGatewayProxyStructuredResultV2 => {
  if (!result.ok) return answerProblem(refusedProblem(result.error, locale));
  const body = route.reply === undefined ? result.value : route.reply.parse(result.value);
  return answerJson(route.status ?? 200, body, { ...headers, "content-language": locale });
};
