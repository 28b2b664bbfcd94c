import type { APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import type * as z from "zod";
import { cellProblem } from "../api/imports.ts";
import type { FieldProblem, Problem } from "../api/problem.ts";
import { detailOf, type Refused, sayRefused, statusOf } from "../api/refused.ts";
import { both, type Locale, say, type Text } from "../kernel/text.ts";

/** What the edge itself says no to, before any use case is asked. */
const edge = {
  "not-found": say("没有此地址", "there is nothing at this address"),
  "no-such-org": say("没有此单位", "there is no such organisation"),
  "no-such-case": say("没有此案件", "there is no such case"),
  "body-too-large": say("内容超过64 KB", "the body is over 64 KB"),
  "not-json": say("内容须为 application/json", "the body must be application/json"),
  "malformed-json": say("内容不是有效的 JSON", "the body is not valid JSON"),
  "bad-idempotency-key": say(
    "Idempotency-Key 须为1至200个可见字符",
    "an Idempotency-Key is 1 to 200 visible characters",
  ),
  "bad-if-match": say('If-Match 须形如 "7"', 'If-Match looks like "7"'),
  "no-token": say("请在 authorization 中提供查询凭证：Bearer …", "give the tracking token as authorization: Bearer …"),
  "wrong-token": say("查询凭证与案件不符", "the tracking token does not fit the case"),
  "not-a-member": say("您不属于此单位", "you have no role in this organisation"),
  "not-a-sheet": say("文件须为 xlsx 或 CSV，可正常打开", "the file must be xlsx or CSV that opens"),
  "file-too-large": say("文件超过4 MB", "the file is over 4 MB"),
  "bad-fields": say("填写内容有误，见各项说明", "some fields are wrong; each says why"),
  broken: say("系统出错，请稍后再试", "something broke on our side; please try again"),
} as const satisfies Record<string, Text>;

export type EdgeCode = keyof typeof edge;

/** An answer that ends a request from anywhere inside the edge; the core never throws it. */
export class Answered extends Error {
  readonly problem: { status: number; code: EdgeCode; fields?: readonly z.infer<typeof FieldProblem>[] };
  constructor(problem: { status: number; code: EdgeCode; fields?: readonly z.infer<typeof FieldProblem>[] }) {
    super(problem.code);
    this.problem = problem;
  }
}

const body = (problem: Problem): APIGatewayProxyStructuredResultV2 => ({
  statusCode: problem.status,
  headers: { "content-type": "application/problem+json; charset=utf-8", "cache-control": "no-store" },
  body: JSON.stringify(problem),
});

const problemOf = (status: number, code: string, title: string, rest: Partial<Problem> = {}): Problem => ({
  type: `https://aftercare.invalid/problems/${code}`,
  title,
  status,
  code,
  ...rest,
});

/** A refusal of the edge as problem details (RFC 9457). */
export const edgeProblem = ({ status, code, fields }: Answered["problem"], locale: Locale): Problem =>
  problemOf(status, code, (edge[code] ?? both(code))[locale], fields === undefined ? {} : { fields: [...fields] });

/** A refusal of a use case as problem details, with every field at fault and the clauses that say no. */
export const refusedProblem = (refusal: Refused, locale: Locale): Problem => {
  const detail = detailOf(refusal)?.[locale];
  return problemOf(statusOf[refusal.code], refusal.code, sayRefused(refusal)[locale], {
    ...(detail === undefined ? {} : { detail }),
    ...("policies" in refusal
      ? { policies: refusal.policies.map(({ id, title }) => ({ id, title: title[locale] })) }
      : {}),
    ...("fields" in refusal
      ? { fields: refusal.fields.map(({ path, code, rule, says }) => ({ path, code, rule, says: says[locale] })) }
      : {}),
    ...(refusal.code === "bad-rows" ? { rows: refusal.faults.map((fault) => cellProblem(fault, locale)) } : {}),
    ...("rules" in refusal && refusal.rules.length > 0 ? { rules: [...refusal.rules] } : {}),
    ...("version" in refusal ? { version: refusal.version } : {}),
  });
};

export const answerProblem = (problem: Problem): APIGatewayProxyStructuredResultV2 => body(problem);

/** A reply in JSON; it passes its schema first, so that nothing undeclared leaves. */
export const answerJson = (
  status: number,
  reply: unknown,
  headers: Record<string, string> = {},
): APIGatewayProxyStructuredResultV2 => ({
  statusCode: status,
  headers: { "content-type": "application/json; charset=utf-8", "cache-control": "no-store", ...headers },
  body: JSON.stringify(reply),
});

const TYPES = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
} as const;

/** A file for its reader to keep, under its name there. */
export const answerFile = (
  name: string,
  type: keyof typeof TYPES,
  content: string | Uint8Array,
  headers: Record<string, string> = {},
): APIGatewayProxyStructuredResultV2 => ({
  statusCode: 200,
  headers: {
    "content-type": TYPES[type],
    "content-disposition": `attachment; filename="${name}"`,
    "cache-control": "no-store",
    ...headers,
  },
  ...(typeof content === "string"
    ? { body: content }
    : { body: Buffer.from(content).toString("base64"), isBase64Encoded: true }),
});
