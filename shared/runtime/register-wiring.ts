import { documents } from "../aws/documents.ts";
import { tableEntries } from "../aws/entries.ts";
import { env } from "./env.ts";
import { tableDeps } from "./wiring.ts";

/** Companies, and the entries of their registers. */
export const registerDeps = () => {
  const client = documents();
  const deps = tableDeps(client);
  return { ...deps, entries: tableEntries(client, env("TABLE"), deps.orgs) };
};
