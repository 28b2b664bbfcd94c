import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import { type Assembly, type Resource, resourcesOf } from "./assembly.ts";
import { type Names, resolveValue } from "./intrinsics.ts";
import { createFunction, type FunctionSpec, type LocalFunction, type Surroundings } from "./lambda.ts";
import { functionNameIn } from "./names.ts";

const Properties = z.object({
  Code: z.object({ S3Key: z.string().optional() }).default({}),
  Handler: z.string().default("index.handler"),
  Runtime: z.string().default(""),
  Timeout: z.coerce.number().default(3),
  MemorySize: z.coerce.number().default(128),
  ReservedConcurrentExecutions: z.coerce.number().default(8),
  Environment: z.object({ Variables: z.record(z.string(), z.coerce.string()).default({}) }).optional(),
});
const InvokeConfig = z.object({ FunctionName: z.string(), MaximumRetryAttempts: z.coerce.number().default(2) });

/** Node reads `.js` as CommonJS unless the asset itself says otherwise; a package.json above the assembly does not count. */
function entryOf(folder: string, base: string): Pick<FunctionSpec, "file" | "format"> | undefined {
  const file = [".mjs", ".cjs", ".js"].map((end) => join(folder, base + end)).find((path) => existsSync(path));
  if (file === undefined) return undefined;
  if (file.endsWith(".mjs")) return { file, format: "module" };
  const manifest = join(folder, "package.json");
  const modules =
    file.endsWith(".js") && existsSync(manifest) && JSON.parse(readFileSync(manifest, "utf8")).type === "module";
  return { file, format: modules ? "module" : "commonjs" };
}

const retriesOf = (assembly: Assembly, names: Names): ReadonlyMap<string, number> =>
  new Map(
    resourcesOf(assembly, "AWS::Lambda::EventInvokeConfig").map(([, resource]) => {
      const config = InvokeConfig.parse(resolveValue(resource.Properties, names));
      return [functionNameIn(config.FunctionName) ?? config.FunctionName, config.MaximumRetryAttempts];
    }),
  );

function specOf(
  assembly: Assembly,
  names: Names,
  [id, resource]: [string, Resource],
  system: Readonly<Record<string, string>>,
  retries: ReadonlyMap<string, number>,
): FunctionSpec | undefined {
  const properties = Properties.parse(resolveValue(resource.Properties, names));
  const asset = assembly.assets.get(properties.Code.S3Key ?? "") ?? resource.Metadata["aws:asset:path"]; // the CLI alone writes the latter
  if (typeof asset !== "string" || !properties.Runtime.startsWith("nodejs")) return undefined;
  const dot = properties.Handler.lastIndexOf(".");
  const entry = entryOf(join(assembly.folder, asset), properties.Handler.slice(0, dot));
  if (entry === undefined) return undefined;
  const name = names.ref(id) ?? id;
  return {
    id,
    name,
    ...entry,
    exported: properties.Handler.slice(dot + 1),
    env: {
      ...system,
      AWS_LAMBDA_FUNCTION_NAME: name,
      AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(properties.MemorySize),
      AWS_LAMBDA_FUNCTION_VERSION: "$LATEST",
      ...properties.Environment?.Variables,
    },
    timeoutSeconds: properties.Timeout,
    memory: properties.MemorySize,
    concurrency: Math.min(8, Math.max(1, properties.ReservedConcurrentExecutions)), // more threads only get in each other's way here
    retries: retries.get(name) ?? 2,
  };
}

/**
 * The functions of the template that can run here, by physical name and by logical id: Node, from an asset folder.
 * CDK's own helpers (custom resources, inline Python) are left out; whoever points at one is told so when it is wired.
 */
export function createFunctions(
  assembly: Assembly,
  names: Names,
  system: Readonly<Record<string, string>>,
  around: Surroundings,
): ReadonlyMap<string, LocalFunction> {
  const retries = retriesOf(assembly, names);
  const functions = new Map<string, LocalFunction>();
  for (const entry of resourcesOf(assembly, "AWS::Lambda::Function")) {
    const spec = specOf(assembly, names, entry, system, retries);
    if (spec === undefined) continue;
    const made = createFunction(spec, around);
    functions.set(spec.name, made).set(spec.id, made);
  }
  return functions;
}

/** The function behind an ARN, for those who wire. @throws Error naming who asked and what for. */
export function functionAt(functions: ReadonlyMap<string, LocalFunction>, arn: string, asker: string): LocalFunction {
  const found = functions.get(functionNameIn(arn) ?? arn);
  if (found === undefined)
    throw new Error(`${asker} points at ${arn}, which is no Node function with a bundled asset in this template`);
  return found;
}
