import * as z from "zod";
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiResponsesObject } from "zod-openapi";
import { type RouteId, routes } from "../../shared/api/api.ts";
import type { Route } from "../../shared/api/routes/routes.ts";
import { Locale } from "../../shared/kernel/text.ts";
import { Fact } from "../../shared/policy/terms.ts";
import { bodies, complaint } from "./examples.ts";
import { problemResponses } from "./problem-responses.ts";

/** The complaint's fields come from the regulation; what every one of them has is written here. */
const Complaint = z
  .object({
    contact: z.object({ name: z.string().max(100), email: z.email().max(254), phone: z.string().max(30).optional() }),
    damages: z
      .array(z.record(z.string(), Fact))
      .optional()
      .meta({ description: "one entry for each damage, where the form has that block" }),
  })
  .catchall(Fact)
  .meta({
    id: "Complaint",
    description: "`contact`, `damages`, and beside them the fields that GET /v1/{org}/form lists",
    examples: [complaint],
  });

const acceptLanguage = Locale.optional().meta({
  description: "the language of sentences and labels; Chinese when neither is spoken. `?lang=` wins over it",
  param: { id: "acceptLanguage" }, // said once: the document is carried by a function, which may weigh so much
});
const idempotencyKey = z
  .string()
  .min(1)
  .max(200)
  .optional()
  .meta({
    description: "visible characters, new for each intent; sending it again does nothing twice",
    examples: ["b7f3c5d8-6a0e-4a57-9c7e-2f4b1d1f0c11"],
    param: { id: "idempotencyKey" },
  });
const ifMatch = z
  .string()
  .optional()
  .meta({
    description: "the ETag of what the caller saw; a newer one is answered 412",
    examples: ['"7"'],
    param: { id: "ifMatch" },
  });
const withEtag = z.object({
  ETag: z.string().meta({ description: "the version of what is shown", examples: ['"7"'] }),
});

const TAGS = {
  public: "customer",
  docs: "customer",
  pages: "pages",
  customer: "customer",
  cases: "staff",
  find: "staff",
  imports: "staff",
  privacy: "privacy",
  survey: "pages",
  campaigns: "surveys",
  opinions: "surveys",
  customers: "surveys",
  visits: "visits",
  inspections: "inspections",
  registers: "registers",
  reports: "reports",
  look: "letters",
  digests: "digests",
  kpis: "figures",
} as const satisfies Record<Route["by"], string>;

/** Shown with its version, and changed only over it where the caller insists. */
const ofOneCase = ({ auth, path }: Route): boolean => auth === "staff" && path.includes("{caseId}");

const replyOf = (route: Route): ZodOpenApiResponsesObject => {
  const status = route.status ?? 200;
  if (route.by === "pages") {
    const page = { "text/html": { schema: z.string() } };
    return status === 303
      ? {
          303: { description: "filed; the customer's own page is at `location`" },
          400: { description: "the form again, with what is wrong", content: page },
        }
      : { 200: { description: "a page", content: page } };
  }
  if (route.file === "text/calendar")
    return { 200: { description: "a calendar", content: { [route.file]: { schema: z.string() } } } };
  if (route.file === true) {
    const file = { schema: z.string().meta({ format: "binary" }) };
    const types = ["text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"];
    const link = z
      .string()
      .optional()
      .meta({ description: 'where the next part is, `rel="next"`; absent from the last' });
    return {
      200: {
        description: "a file",
        headers: z.object({ link }),
        content: Object.fromEntries(types.map((type) => [type, file])),
      },
    };
  }
  const description = status === 201 ? "created, or found again by its Idempotency-Key" : "ok";
  const schema = route.reply ?? z.looseObject({}).meta({ description: "this document" });
  const headers = ofOneCase(route) ? { headers: withEtag } : {};
  return { [status]: { description, ...headers, content: { "application/json": { schema } } } };
};

const bodyOf = (id: RouteId, route: Route): Pick<ZodOpenApiOperationObject, "requestBody"> => {
  if (id === "formPost") {
    return { requestBody: { content: { "application/x-www-form-urlencoded": { schema: z.looseObject({}) } } } };
  }
  if (route.takesFile === true) {
    const file = { schema: z.string().meta({ format: "binary" }) };
    return { requestBody: { required: true, content: { "application/octet-stream": file } } };
  }
  const schema = id === "file" ? Complaint : route.body;
  if (schema === undefined) return {};
  const examples = Object.entries(bodies[id] ?? (id === "file" ? { "door factory": complaint } : {}));
  const shown = Object.fromEntries(
    examples.map(([name, value]) => [name.replaceAll(" ", "-"), { summary: name, value }]),
  );
  return { requestBody: { required: true, content: { "application/json": { schema, examples: shown } } } };
};

const operation = (id: RouteId, route: Route): ZodOpenApiOperationObject => {
  const json = route.by !== "pages" && id !== "openapi";
  const posts = json && route.method === "POST";
  return {
    operationId: id,
    summary: route.summary,
    tags: [TAGS[route.by]],
    security: route.auth === "none" ? [] : [{ [route.auth === "staff" ? "staff" : "trackingToken"]: [] }],
    requestParams: {
      path: route.params,
      ...(route.query === undefined ? {} : { query: route.query }),
      header: z.object({
        ...(json ? { "accept-language": acceptLanguage } : {}),
        ...(posts && id !== "photos" ? { "Idempotency-Key": idempotencyKey } : {}),
        ...(posts && ofOneCase(route) ? { "If-Match": ifMatch } : {}),
      }),
    },
    ...bodyOf(id, route),
    responses: { ...replyOf(route), ...(json ? problemResponses(id, route) : {}) },
  };
};

/** The whole HTTP interface as OpenAPI 3.1, made from the table of routes and its schemas. */
export const openapiDocument = () => {
  const paths: Record<string, Record<string, ZodOpenApiOperationObject>> = {};
  for (const [id, route] of Object.entries<Route>(routes)) {
    paths[route.path] = { ...paths[route.path], [route.method.toLowerCase()]: operation(id as RouteId, route) }; // the keys of `routes` are its ids
  }
  return createDocument({
    openapi: "3.1.1",
    info: {
      title: "Aftercare",
      version: "1",
      description:
        "Complaints, their deadlines and their evidence, by a company's own regulation. Times are ISO 8601 with the office's offset; 24:00 of a day is 00:00 of the next. Every refusal is a problem (RFC 9457) with a stable `code`.",
    },
    tags: [
      { name: "customer", description: "what a customer's form and tracking page call" },
      { name: "staff", description: "what the console calls" },
      { name: "privacy", description: "proof, holds, disclosure and erasure of a case's data" },
      { name: "pages", description: "pages for people, made on the server" },
    ],
    paths,
    components: {
      securitySchemes: {
        trackingToken: {
          type: "http",
          scheme: "bearer",
          description: "the token that filing a complaint returned; it opens that one case",
        },
        staff: {
          type: "http",
          scheme: "bearer",
          bearerFormat: "JWT",
          description: "an OIDC token of the installation's issuer; its groups `<org>:<role>` say what it may do",
        },
      },
    },
  });
};
