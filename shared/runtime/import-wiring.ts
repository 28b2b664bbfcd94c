import { documents } from "../aws/documents.ts";
import { tableVisits } from "../aws/visits.ts";
import { env } from "./env.ts";
import { tableDeps } from "./wiring.ts";

/** Records, and what is visited: what files are taken over into. It writes to nobody, and knows nobody's letters. */
export const importDeps = () => {
  const client = documents();
  return { ...tableDeps(client), visits: tableVisits(client, env("TABLE")) };
};
