import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { tableOrgs } from "../../shared/aws/orgs.ts";
import { fromMs } from "../../shared/kernel/instant.ts";
import type { LocalStack, StackOptions } from "../local/local-stack.ts";
import type { Person } from "../local/oidc-tokens.ts";
import { startStack } from "../local/stack.ts";
import { putCompany } from "../org/company.ts";
import { assemble } from "./assemble.ts";
import demoCompany from "./company.json" with { type: "json" };
import { PEOPLE } from "./people.ts";
import { companyBy, peopleOf, regulations } from "./regulated.ts";
import { signInAt, site } from "./site.ts";

type DemoOptions = Pick<StackOptions, "dataDir" | "port" | "at" | "memory" | "still" | "log"> & {
  /** Throw away what an earlier run kept. */
  readonly fresh?: boolean;
  /**
   * The regulations that the demo company works by instead of its own; the first has its form. Somebody of each of their
   * roles may sign in under the role's name, and `everybody`, who has them all.
   */
  readonly policies?: readonly string[] | undefined;
  /** Who else may sign in; one of them takes the place of a namesake. */
  readonly people?: readonly Person[] | undefined;
};

const outputOf = (assembly: string, stack: string, name: string): string => {
  const { Outputs } = JSON.parse(readFileSync(join(assembly, `${stack}.template.json`), "utf8"));
  const id: unknown = Outputs?.[name]?.Value?.Ref;
  if (typeof id !== "string") throw new Error(`the template has no output ${name}`);
  return id;
};

/** A client of the stand-in's table; marshalling as the functions do it. */
const tableOf = ({ endpoints }: LocalStack): DynamoDBDocumentClient =>
  DynamoDBDocumentClient.from(
    new DynamoDBClient({
      endpoint: endpoints.dynamodb,
      region: "us-east-1",
      credentials: { accessKeyId: "local", secretAccessKey: "local-secret" },
    }),
    { marshallOptions: { removeUndefinedValues: true } },
  );

export type Demo = {
  readonly stack: LocalStack;
  readonly org: string;
  readonly table: string;
  readonly client: DynamoDBDocumentClient;
};

/** The whole system on this machine with the demo company in it: synthesized, bundled, started, seeded. */
export const openDemo = async ({
  fresh = false,
  policies = [],
  people = [],
  ...options
}: DemoOptions): Promise<Demo> => {
  if (fresh && existsSync(options.dataDir)) rmSync(options.dataDir, { recursive: true });
  const [pages, { folder, stack: name }] = await Promise.all([site(options.dataDir), assemble()]);
  const stack = await startStack({
    ...options,
    assembly: folder,
    stack: name,
    static: pages,
    people: [...people, ...peopleOf(regulations(policies)), ...PEOPLE],
    timeZone: "Asia/Shanghai",
  });
  const client = tableOf(stack);
  const clientId = stack.resources[outputOf(folder, name, "StaffClient")];
  if (clientId !== undefined) signInAt(options.dataDir, { issuer: stack.issuer, clientId });
  const table = stack.resources[outputOf(folder, name, "TableName")];
  if (table === undefined) throw new Error("the table has no name here");
  const written: unknown = policies.length > 0 ? companyBy(policies) : demoCompany;
  const { id } = await putCompany(tableOrgs(client, table), written, { by: "demo", at: fromMs(stack.clock.now()) });
  return { stack, org: id, table, client };
};
