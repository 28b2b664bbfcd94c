import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { documents } from "../../shared/aws/documents.ts";
import { tableOrgs } from "../../shared/aws/orgs.ts";
import { now } from "../../shared/runtime/now.ts";
import { putCompany } from "./company.ts";

const USAGE = "npm run org -- <company.json> --table <TableName of the stack's outputs> --by <who publishes>";

/** Puts a company into the table of a deployed stack, with the account that the AWS environment names. */
const main = async (): Promise<void> => {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { table: { type: "string" }, by: { type: "string" } },
  });
  const [file] = positionals;
  if (file === undefined || values.table === undefined || values.by === undefined) throw new Error(USAGE);
  const org = await putCompany(tableOrgs(documents(), values.table), JSON.parse(readFileSync(file, "utf8")), {
    by: values.by,
    at: now(),
  });
  console.log(JSON.stringify({ org: org.id, policies: org.policies.map(({ ref }) => `${ref.id} v${ref.version}`) }));
};

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
