import { readFileSync } from "node:fs";
import { putCompany } from "../../infra/org/company.ts";
import { tableOrgs } from "../../shared/aws/orgs.ts";
import { tableRecords } from "../../shared/aws/records.ts";
import type { Instant } from "../../shared/kernel/instant.ts";
import type { Deps } from "../../shared/record/change.ts";
import { createTable, dynamos } from "../store/stand-ins.ts";

export type Meter = { reads: number; writes: number; readRequests: number; writeRequests: number };

type Consumed = { CapacityUnits?: number };
type Answer = { ConsumedCapacity?: Consumed | Consumed[] };

const READS = new Set(["GetCommand", "GetItemCommand", "QueryCommand"]);

const unitsOf = ({ ConsumedCapacity: used }: Answer): number =>
  (Array.isArray(used) ? used : used === undefined ? [] : [used]).reduce(
    (sum, { CapacityUnits = 0 }) => sum + CapacityUnits,
    0,
  );

/** The stores on the most faithful engine there is here, with every unit that they consume counted. */
export const meteredStore = async () => {
  const engine = dynamos.at(-1);
  if (engine === undefined) throw new Error("no DynamoDB can be started here");
  const { client, stop } = await engine.start();
  const table = "bench";
  await createTable(client, table);
  let meter: Meter = { reads: 0, writes: 0, readRequests: 0, writeRequests: 0 };
  client.middlewareStack.add(
    (next, context) => async (args) => {
      const result = await next({ ...args, input: { ...(args.input as object), ReturnConsumedCapacity: "TOTAL" } }); // every command here takes it
      const units = unitsOf(result.output as Answer); // as asked for in the line above
      if (READS.has(context.commandName ?? "")) {
        meter.reads += units;
        meter.readRequests += 1;
      } else {
        meter.writes += units;
        meter.writeRequests += 1;
      }
      return result;
    },
    { step: "initialize", name: "meter" },
  );
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
  const measured = async (act: () => Promise<unknown>): Promise<Meter> => {
    meter = { reads: 0, writes: 0, readRequests: 0, writeRequests: 0 };
    await act();
    return meter;
  };
  return { deps, measured, stop, engine: engine.name };
};
