import { RemovalPolicy } from "aws-cdk-lib";
import { AccessLogFormat } from "aws-cdk-lib/aws-apigateway";
import {
  type CfnStage,
  HttpApi,
  HttpMethod,
  HttpRoute,
  HttpRouteKey,
  HttpStage,
  type IHttpRouteAuthorizer,
  LogGroupLogDestination,
} from "aws-cdk-lib/aws-apigatewayv2";
import { HttpLambdaIntegration } from "aws-cdk-lib/aws-apigatewayv2-integrations";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import { LogGroup, RetentionDays } from "aws-cdk-lib/aws-logs";
import { Construct } from "constructs";
import { routes } from "../../shared/api/api.ts";
import type { Route } from "../../shared/api/routes/routes.ts";
import { type Alarms, PERIOD } from "./alarms.ts";

/** For the whole stage and for every route that sets none: staff, who have signed in. */
const DEFAULT_THROTTLE = { rate: 50, burst: 100 } as const;

/**
 * What is written down of each request. The path is not among it: the address of a tracking page holds the customer's
 * token, and the route's pattern says enough. `ip` is the edge's for whoever comes through it.
 */
const ACCESS_LOG = {
  at: "$context.requestTimeEpoch",
  requestId: "$context.requestId",
  ip: "$context.identity.sourceIp",
  route: "$context.routeKey",
  status: "$context.status",
  ms: "$context.responseLatency",
  error: "$context.error.message",
} as const;

/** The routes of `shared/api/api.ts` as an HTTP API. No CORS: pages, console and API are one origin. */
export class Api extends Construct {
  readonly http: HttpApi;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.http = new HttpApi(this, "Http", { createDefaultStage: false, description: "Aftercare" });
  }

  /** Draws every route to its function; staff routes ask the authorizer first. */
  serve(functions: Readonly<Record<Route["by"], IFunction>>, staff: IHttpRouteAuthorizer, alarms: Alarms): HttpStage {
    const integration = (by: Route["by"]): HttpLambdaIntegration =>
      new HttpLambdaIntegration(`To-${by}`, functions[by], { scopePermissionToRoute: false });
    const to = {
      public: integration("public"),
      docs: integration("docs"),
      pages: integration("pages"),
      customer: integration("customer"),
      cases: integration("cases"),
      find: integration("find"),
      imports: integration("imports"),
      privacy: integration("privacy"),
      survey: integration("survey"),
      campaigns: integration("campaigns"),
      opinions: integration("opinions"),
      customers: integration("customers"),
      visits: integration("visits"),
      inspections: integration("inspections"),
      registers: integration("registers"),
      reports: integration("reports"),
      look: integration("look"),
      digests: integration("digests"),
      kpis: integration("kpis"),
    };
    const drawn = Object.entries<Route>(routes).map(([id, route]) => ({
      key: `${route.method} ${route.path}`,
      throttle: route.throttle ?? DEFAULT_THROTTLE,
      route: new HttpRoute(this, id, {
        httpApi: this.http,
        routeKey: HttpRouteKey.with(route.path, HttpMethod[route.method]),
        integration: to[route.by],
        ...(route.auth === "staff" ? { authorizer: staff } : {}),
      }),
    }));
    const stage = this.#stage();
    const cfnStage = stage.node.defaultChild as CfnStage; // the L2 has no settings a route
    cfnStage.routeSettings = Object.fromEntries(
      drawn.map(({ key, throttle: { rate, burst } }) => [
        key,
        { ThrottlingRateLimit: rate, ThrottlingBurstLimit: burst },
      ]),
    );
    // A setting of a route that does not exist yet is refused.
    for (const { route } of drawn) stage.node.addDependency(route);
    alarms.add({
      name: "api-5xx",
      metric: stage.metricServerError({ period: PERIOD, statistic: "Sum" }),
      atLeast: 1,
      says: "Requests were answered with a server error.",
      impact: "What a customer or an employee just sent was not done, and they were told so.",
    });
    return stage;
  }

  #stage(): HttpStage {
    const log = new LogGroup(this, "AccessLog", {
      retention: RetentionDays.THREE_MONTHS,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    return new HttpStage(this, "Stage", {
      httpApi: this.http,
      stageName: "$default",
      autoDeploy: true,
      throttle: { rateLimit: DEFAULT_THROTTLE.rate, burstLimit: DEFAULT_THROTTLE.burst },
      accessLogSettings: {
        destination: new LogGroupLogDestination(log),
        format: AccessLogFormat.custom(JSON.stringify(ACCESS_LOG)),
      },
    });
  }
}
