import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { App } from "aws-cdk-lib";
import { Template } from "aws-cdk-lib/assertions";
import { afterAll } from "vitest";
import * as z from "zod";
import { STACK } from "../../infra/app.ts";
import { flags } from "../../infra/constructs/flags.ts";
import { AftercareStack } from "../../infra/stack.ts";

const Resource = z.object({
  Type: z.string(),
  // What a resource says depends on its type; the tests name what they look at.
  Properties: z.record(z.string(), z.any()).default({}),
  DependsOn: z.array(z.string()).default([]),
  DeletionPolicy: z.string().optional(),
  Metadata: z.object({ "aws:cdk:path": z.string() }).optional(),
});
export type Resource = z.infer<typeof Resource>;

const Json = z.object({
  Resources: z.record(z.string(), Resource),
  Outputs: z.record(z.string(), z.object({ Value: z.unknown() })),
});

const outdir = mkdtempSync(join(tmpdir(), "aftercare-infra-"));
afterAll(() => rmSync(outdir, { recursive: true }));

/** An app's settings without bundling and copying: nothing here looks at what is in a bundle, and both take their time. */
export const quick = (context: Record<string, unknown> = {}) => ({
  outdir,
  context: { ...flags, ...context, "aws:cdk:bundling-stacks": [], "aws:cdk:disable-asset-staging": true },
});

/** The stack under some context, nothing acknowledged. */
export const stackWith = (context: Record<string, unknown> = {}): AftercareStack =>
  new AftercareStack(new App(quick(context)), STACK);

export type Stack = z.infer<typeof Json>;

/** @throws also when two resources wait for each other. */
export const templateWith = (context: Record<string, unknown> = {}): Stack =>
  Json.parse(Template.fromStack(stackWith(context)).toJSON());

export const ofType = (stack: Stack, type: string): [string, Resource][] =>
  Object.entries(stack.Resources).filter(([, resource]) => resource.Type === type);

/** The one resource of a type. @throws when there is none, or more. */
export const only = (stack: Stack, type: string): Resource => {
  const [[, found] = [], ...rest] = ofType(stack, type);
  if (found === undefined || rest.length > 0) throw new Error(`${rest.length + 1} of ${type} where one was expected`);
  return found;
};

/** Where a resource stands in the stack, e.g. `Buckets/Evidence`. */
export const placeOf = (stack: Stack, id: string): string =>
  (stack.Resources[id]?.Metadata?.["aws:cdk:path"] ?? id).replace(/^Aftercare\//, "").replace(/\/Resource$/, "");

/** A value of the template as a line that can be read: `{"Fn::GetAtt": [id, "Arn"]}` is `<place.Arn>`. */
export const said = (stack: Stack, value: unknown): string => {
  if (typeof value !== "object" || value === null) return String(value);
  const [[name, argument] = ["", ""]] = Object.entries(value);
  if (name === "Ref") return `<${placeOf(stack, String(argument))}>`;
  if (name === "Fn::GetAtt") return `<${placeOf(stack, argument[0])}.${argument[1]}>`;
  if (name === "Fn::Join") return argument[1].map((part: unknown) => said(stack, part)).join(argument[0]);
  return JSON.stringify(value);
};
