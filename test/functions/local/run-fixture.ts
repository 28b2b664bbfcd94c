/** Runs the fixture's stack in a process of its own, to be killed: `node run-fixture.ts <data folder> [at]`. */
import { startStack } from "../../../infra/local/stack.ts";
import { ASSEMBLY, PEOPLE } from "./fixture.ts";

const [, , dataDir = "", at] = process.argv;
const { url, inboxUrl, issuer, endpoints, env } = await startStack({
  assembly: ASSEMBLY,
  stack: "Fixture",
  dataDir,
  people: PEOPLE,
  ...(at === undefined ? {} : { at }),
});
console.log(JSON.stringify({ url, inboxUrl, issuer, endpoints, env }));
