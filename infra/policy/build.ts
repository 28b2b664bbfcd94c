import { mkdirSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { isError } from "../../shared/policy/problem.ts";
import { compiled, editorSchema, hashOf } from "./compile.ts";
import { POLICIES, readWritten, written } from "./files.ts";

/** Everything that is made from the policy files, by its name under shared/policies/; what is wrong stops it. */
export const artefacts = (): ReadonlyMap<string, string> => {
  const files = new Map<string, string>([["policy.schema.json", editorSchema()]]);
  const hashes: Record<string, string> = {};
  for (const id of written()) {
    const { source, problems } = readWritten(id);
    const first = problems.find(isError);
    if (first !== undefined) throw new Error(`${id}.yaml:${first.line} ${first.path} ${first.says}`);
    const text = compiled(source);
    files.set(`compiled/${id}.json`, text);
    hashes[id] = hashOf(text);
  }
  return files.set("compiled/hashes.json", compiled(hashes));
};

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  mkdirSync(new URL("compiled/", POLICIES), { recursive: true });
  for (const [name, text] of artefacts()) writeFileSync(new URL(name, POLICIES), text);
}
