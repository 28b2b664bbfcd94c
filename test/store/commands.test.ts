import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { tableOrgs } from "../../shared/aws/orgs.ts";
import { tableRecords } from "../../shared/aws/records.ts";
import type { Deps } from "../../shared/record/change.ts";
import { scenes } from "../scenes/scenes.ts";
import { openScenes, setStage } from "../scenes/stage.ts";
import { listenTo } from "./listening.ts";
import { createTable, dynamos, type StandIn } from "./stand-ins.ts";

/** What is counted are requests, which every engine sends alike; the quickest to start will do. */
const [dynamo] = dynamos;

let standIn: StandIn;
let port: Pick<Deps, "records" | "orgs">;
let during: ReturnType<typeof listenTo>;
beforeAll(async () => {
  standIn = await (dynamo ?? expect.unreachable("dynalite needs nothing")).start();
  const { client } = standIn;
  await createTable(client, "commands");
  during = listenTo(client);
  const orgs = tableOrgs(client, "commands");
  port = { orgs, records: tableRecords(client, "commands", orgs) };
  await openScenes(orgs);
});
afterAll(() => standIn.stop());

describe("a command asks the table for one read of the record and one conditional write of it", () => {
  test.each(scenes)("%s", async (_name, scene) => {
    const give = await setStage(port, scene);
    const sent = await during(give);
    const { also = [] } = scene;
    expect(sent.map(({ what }) => what).toSorted()).toEqual(["Get RECORD", "Put RECORD", ...also].toSorted());
    expect(sent.filter(({ what, conditional }) => what === "Put RECORD" && !conditional)).toEqual([]);

    const again = await during(give);
    expect(
      again.filter(({ reads }) => !reads).map(({ what }) => what),
      "given again it writes nothing",
    ).toEqual([]);
  });
});
