import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { App } from "aws-cdk-lib";
import { Bucket } from "aws-cdk-lib/aws-s3";
import { AwsSolutionsChecks } from "cdk-nag";
import { afterAll, describe, expect, test } from "vitest";
import { appOf } from "../../infra/app.ts";
import { acknowledgements } from "../../infra/constructs/acknowledged.ts";
import { quick, stackWith } from "./template.ts";

const web = mkdtempSync(join(tmpdir(), "aftercare-web-"));
mkdirSync(join(web, "console"));
writeFileSync(join(web, "console/index.html"), "<!doctype html><title>Console</title>");
afterAll(() => rmSync(web, { recursive: true }));

/** What cdk-nag finds when nobody has explained anything, and what is explained; both as `place rule`. */
const look = (context: Record<string, unknown>): { found: string[]; explained: string[] } => {
  const stack = stackWith(context);
  App.of(stack)?.synth();
  const { violations } = new AwsSolutionsChecks().validateScope(stack);
  const found = violations.flatMap(({ ruleName, violatingResources }) =>
    violatingResources.map(({ constructPath }) => `${constructPath?.replace(/^Aftercare\//, "")} ${ruleName}`),
  );
  const explained = acknowledgements(stack).map(({ at, rule }) => `${at} ${rule}`);
  return { found, explained };
};

describe("cdk-nag", () => {
  const installations = [
    { why: "as it is, without any setting", context: {} },
    { why: "a trial with its web files", context: { removal: "destroy", web } },
    {
      why: "a company's own domain, mail, alarms and sign-in",
      context: {
        domain: "care.example.com",
        certificateArn: "arn:aws:acm:us-east-1:111111111111:certificate/a",
        mailDomain: "example.com",
        alarmEmail: "desk@example.com",
        oidcIssuer: "https://id.example.com",
        oidcAudience: "aftercare",
      },
    },
  ].map(({ why, context }) => ({ why, ...look(context) }));

  test.each(installations)("finds nothing that is not explained: $why", ({ found, explained }) => {
    expect(found.length).toBeGreaterThan(0);
    expect(found.filter((finding) => !explained.includes(finding))).toEqual([]);
  });

  test("no explanation outlives its finding", () => {
    const found = new Set(installations.flatMap((installation) => installation.found));
    // The list is the same for every installation; some of it applies to one alone.
    expect(installations[0]?.explained.filter((finding) => !found.has(finding))).toEqual([]);
  });

  test("every explanation is a reason", () => {
    for (const { reason } of acknowledgements(stackWith())) expect(reason).toMatch(/^[A-Z].{30,}\.$/);
  });

  test("a checked synthesis succeeds, and stops at what nobody explained", () => {
    expect(() => appOf({ ...quick(), check: true }).app.synth()).not.toThrow();
    const { app, stack } = appOf({ ...quick(), check: true });
    new Bucket(stack, "Unexplained");
    expect(() => app.synth()).toThrow(/Unexplained/);
  });
});
