import { documents } from "../aws/documents.ts";
import { tableObligations } from "../aws/obligations.ts";
import { env } from "./env.ts";
import { tableDeps } from "./wiring.ts";

/** Records, and what is visited: what files are taken over into. It writes to nobody, and knows nobody's letters. */
export const importDeps = () => {
  const client = documents();
  return { ...tableDeps(client), obligations: tableObligations(client, env("TABLE")) };
};
