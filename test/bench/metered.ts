import { readFileSync } from "node:fs";
import { putCompany } from "../../infra/org/company.ts";
import { tableOrgs } from "../../shared/aws/orgs.ts";
import { tableRecords } from "../../shared/aws/records.ts";
import type { Instant } from "../../shared/kernel/instant.ts";
import type { Deps } from "../../shared/record/change.ts";
import { listenTo, type Sent } from "../store/listening.ts";
import { createTable, dynamos } from "../store/stand-ins.ts";

export type Meter = {
  readonly reads: number;
  readonly writes: number;
  readonly readRequests: number;
  readonly writeRequests: number;
};

const meterOf = (sent: readonly Sent[]): Meter => {
  const [read, written] = [sent.filter(({ reads }) => reads), sent.filter(({ reads }) => !reads)];
  const unitsOf = (some: readonly Sent[]): number => some.reduce((sum, { units }) => sum + units, 0);
  return {
    reads: unitsOf(read),
    writes: unitsOf(written),
    readRequests: read.length,
    writeRequests: written.length,
  };
};

/**
 * The stores with every unit that they consume counted: on the most faithful engine there is here, or on the quickest,
 * which counts reads alike and leaves out the writes of indexes.
 */
export const meteredStore = async (which: "faithful" | "quick") => {
  const engine = dynamos.at(which === "quick" ? 0 : -1);
  if (engine === undefined) throw new Error("no DynamoDB can be started here");
  const { client, stop } = await engine.start();
  const table = "bench";
  await createTable(client, table);
  const during = listenTo(client);
  const orgs = tableOrgs(client, table);
  await putCompany(orgs, JSON.parse(readFileSync(new URL("../../infra/demo/company.json", import.meta.url), "utf8")), {
    by: "bench",
    at: "2026-03-10T01:00:00.000Z" as Instant,
  });
  const deps: Deps = {
    orgs,
    records: tableRecords(client, table, orgs),
    now: () => "2026-03-10T01:30:00.000Z" as Instant,
  }; // the one spelling
  const measured = async (act: () => Promise<unknown>): Promise<Meter> => meterOf(await during(act));
  return { deps, measured, stop, client, table, engine: engine.name };
};
