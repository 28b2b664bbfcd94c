import { describe, expect, test } from "vitest";
import { routes } from "../../shared/api/api.ts";
import type { Route } from "../../shared/api/routes/routes.ts";
import { ofType, only, placeOf, said, templateWith } from "./template.ts";

const stack = templateWith();

describe("the API is the table of shared/api/api.ts", () => {
  const drawn = ofType(stack, "AWS::ApiGatewayV2::Route");
  const stage = only(stack, "AWS::ApiGatewayV2::Stage").Properties;
  const key = ({ method, path }: Route): string => `${method} ${path}`;

  test("it has these routes and no other", () => {
    expect(drawn.map(([, { Properties }]) => Properties.RouteKey).sort()).toEqual(
      Object.values(routes).map(key).sort(),
    );
  });

  test.each(Object.entries<Route>(routes))("%s: who may call, who answers, how often", (_id, route) => {
    const { Properties } = drawn.find(
      ([
        ,
        {
          Properties: { RouteKey },
        },
      ]) => RouteKey === key(route),
    )![1]; // counted above
    if (route.auth === "staff") {
      expect(Properties.AuthorizationType).toBe("JWT");
      expect(said(stack, Properties.AuthorizerId)).toBe("<Api/Http/Staff>");
    } else {
      expect(Properties.AuthorizationType).toBe("NONE");
      expect(Properties.AuthorizerId).toBeUndefined();
    }
    const integration = Object.entries(stack.Resources).find(([id]) =>
      said(stack, Properties.Target).includes(`<${placeOf(stack, id)}>`),
    );
    const by = `${route.by[0]?.toUpperCase()}${route.by.slice(1)}Http`;
    expect(said(stack, integration?.[1].Properties.IntegrationUri)).toBe(`<${by}/Function.Arn>`);
    expect(stage.RouteSettings[key(route)]).toEqual({
      ThrottlingRateLimit: route.throttle?.rate ?? 50,
      ThrottlingBurstLimit: route.throttle?.burst ?? 100,
    });
  });

  test("a route's settings wait for the route", () => {
    const waits = ofType(stack, "AWS::ApiGatewayV2::Stage")[0]?.[1].DependsOn ?? [];
    expect(waits.filter((id) => stack.Resources[id]?.Type === "AWS::ApiGatewayV2::Route")).toHaveLength(drawn.length);
  });

  test("a tracking token is written down nowhere: the log knows routes, not paths, and the edge keeps none", () => {
    expect(stage.AccessLogSettings.Format).not.toMatch(/\$context\.(?:path|http\.path)/);
    expect(JSON.parse(stage.AccessLogSettings.Format)).toMatchObject({ route: "$context.routeKey" });
    expect(only(stack, "AWS::CloudFront::Distribution").Properties.DistributionConfig.Logging).toBeUndefined();
  });

  test("no other origin may call it", () => {
    expect(only(stack, "AWS::ApiGatewayV2::Api").Properties.CorsConfiguration).toBeUndefined();
  });

  test("staff are believed by the pool's tokens, or by those of the issuer that was given", () => {
    const { JwtConfiguration } = only(stack, "AWS::ApiGatewayV2::Authorizer").Properties;
    expect(said(stack, JwtConfiguration.Issuer)).toBe("<Staff/Pool.ProviderURL>");
    const other = templateWith({ oidcIssuer: "https://id.example.com/staff", oidcAudience: "aftercare" });
    expect(ofType(other, "AWS::ApiGatewayV2::Authorizer")[0]?.[1].Properties.JwtConfiguration).toEqual({
      Issuer: "https://id.example.com/staff",
      Audience: ["aftercare"],
    });
    expect(ofType(other, "AWS::Cognito::UserPool")).toEqual([]);
  });
});
