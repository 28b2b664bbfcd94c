import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";

const Resource = z.object({
  Type: z.string(),
  Properties: z.record(z.string(), z.unknown()).default({}),
  Metadata: z.record(z.string(), z.unknown()).default({}),
});
export type Resource = z.infer<typeof Resource>;

const Template = z.object({
  Resources: z.record(z.string(), Resource),
  Parameters: z.record(z.string(), z.object({ Default: z.unknown().optional() })).default({}),
  Mappings: z.record(z.string(), z.record(z.string(), z.record(z.string(), z.unknown()))).default({}),
});

const Assets = z.object({
  files: z.record(z.string(), z.object({ source: z.object({ path: z.string().optional() }) })).default({}),
});

/** A synthesized stack: the template and the folder in which its assets lie. */
export type Assembly = z.infer<typeof Template> & {
  readonly folder: string;
  readonly stack: string;
  /** Where the asset of a deployment key ("<hash>.zip") lies, relative to the folder. */
  readonly assets: ReadonlyMap<string, string>;
};

function readAssets(file: string): ReadonlyMap<string, string> {
  if (!existsSync(file)) return new Map();
  const { files } = Assets.parse(JSON.parse(readFileSync(file, "utf8")));
  return new Map(Object.entries(files).map(([hash, { source }]) => [`${hash}.zip`, source.path ?? ""]));
}

/** Reads `<stack>.template.json` in a cloud assembly. @throws Error when it is not there or is no template. */
export function readAssembly(folder: string, stack: string): Assembly {
  const file = join(folder, `${stack}.template.json`);
  if (!existsSync(file)) throw new Error(`no stack "${stack}" in ${folder}: synthesize it first`);
  const assets = readAssets(join(folder, `${stack}.assets.json`));
  return { ...Template.parse(JSON.parse(readFileSync(file, "utf8"))), folder, stack, assets };
}

/** The resources of the given types, in the order of the template. */
export const resourcesOf = (assembly: Assembly, ...types: readonly string[]): [string, Resource][] =>
  Object.entries(assembly.Resources).filter(([, resource]) => types.includes(resource.Type));
