import { documents } from "../aws/documents.ts";
import { tableLooks } from "../aws/looks.ts";
import { env } from "./env.ts";
import { tableDeps } from "./wiring.ts";

/** Companies, and what their letters look like. */
export const lookDeps = () => {
  const client = documents();
  return { ...tableDeps(client), looks: tableLooks(client, env("TABLE")) };
};
