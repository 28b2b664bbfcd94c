import { parseArgs } from "node:util";
import { bundles } from "./bundles.ts";
import { calendarSpeed } from "./calendar.ts";
import { campaigns } from "./campaigns.ts";
import { capacity } from "./capacity.ts";
import { digests } from "./digests.ts";
import { table } from "./figure.ts";
import { growth } from "./growth.ts";
import { kpis } from "./kpis.ts";
import { policies } from "./policies.ts";
import { reports } from "./reports.ts";
import { throughput } from "./throughput.ts";

const parts = {
  capacity,
  growth,
  bundles,
  throughput,
  calendar: calendarSpeed,
  policies,
  campaigns,
  digests,
  kpis,
  reports,
} as const;
const names = Object.keys(parts) as (keyof typeof parts)[]; // the keys are the parts

/** `npm run bench -- capacity bundles`: the figures of some parts, or of all, each as a table and as one line of JSON. */
const { positionals } = parseArgs({ allowPositionals: true });
const unknown = positionals.filter((one) => !names.some((name) => name === one));
if (unknown.length > 0) {
  console.error(`no bench ${unknown.join(", ")}; there are: ${names.join(", ")}`);
  process.exit(1);
}
// part by part, so that one that breaks takes none of the others with it
for (const name of names.filter((one) => positionals.length === 0 || positionals.includes(one))) {
  console.error(`… ${name}`);
  const figures = await parts[name]();
  console.log(table(figures));
  console.log(JSON.stringify(figures));
}
