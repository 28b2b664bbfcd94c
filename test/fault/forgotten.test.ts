import { afterAll, beforeAll, expect, test } from "vitest";
import { tableOrders } from "../../shared/aws/orders.ts";
import { tableOrgs } from "../../shared/aws/orgs.ts";
import { OrgId } from "../../shared/kernel/ids.ts";
import { goThrough } from "../../shared/record/person-erasure.ts";
import { filledIn, inspecting } from "../functions/inspections/inspect.ts";
import { answerAs, askEverybody, EVERYWHERE, type Known, listCustomers, visitAs } from "../functions/keeping/asked.ts";
import { must } from "../stack/call.ts";
import { openTest, type TestStack } from "../stack/stack.ts";
import { forgetting } from "./forgetting.ts";
import { mortal } from "./mortal.ts";

/** Forgetting somebody in surveys, visits and lists, with a process that dies after its first write, its second and so on. */
let demo: TestStack;
beforeAll(async () => {
  demo = await openTest({ at: "2026-10-08T09:30+08:00", policies: [...EVERYWHERE, GAS] });
  await listCustomers(demo, [SHEN, LUO]);
  await askEverybody(demo, "2026-10-12");
  for (const one of [SHEN, LUO]) await answerAs(demo, one);
  await visitAs(demo, "P-1", SHEN);
  await visitAs(demo, "P-2", LUO);
  await inspectAs("S-1", SHEN);
  await inspectAs("S-2", LUO);
  for (const { name, phone } of [SHEN, LUO]) {
    const answers = { heardAt: "2026-10-08T09:00:00+08:00", way: "talk", owner: `${name} ${phone}`, matter: "MATTER" };
    must(await demo.as("dutyOfficer").post("/registers/owner-satisfaction-survey/duty-log", { answers }), 201);
  }
  await demo.pass("3 minutes");
});
afterAll(() => demo.close());

const SHEN: Known = { name: "Shen Jinglan", email: "shen@homes.example", phone: "13957112233" };
const LUO: Known = { name: "Luo Yizhou", email: "luo@homes.example", phone: "13800001111" };

const GAS = "gas-network-after-sales";

/** Puts something of theirs on the list of what is inspected, and inspects it. */
const inspectAs = async (id: string, { name, email, phone }: Known): Promise<void> => {
  const events = { lastInspected: "2026-10-01" };
  const object = {
    schedule: "station-inspection",
    title: `Regulator of ${name}`,
    contact: { name, email, phone },
    events,
  };
  must(await demo.as("inspector").post(`/visited/${id}?policy=${GAS}`, object), 200);
  const people = ["赵启", "钱文"].map((one, n) => ({ name: one, inCharge: n === 0 }));
  const form = filledIn(GAS, "station-inspection", {}, { people, object: id, subject: `Regulator of ${name}` });
  await inspecting(demo).file("inspector", GAS, form);
};

test("counts and forgets everything once, wherever it died, and leaves the others alone", async () => {
  const { client, table } = demo.demo;
  const asked = await demo.as("privacyOfficer").post("/erasures", { phone: SHEN.phone, reason: "REASON" });
  const { erasure } = must(asked, 200).body as { erasure: never };
  const ref = { org: OrgId.parse(demo.org), id: erasure };
  const orders = tableOrders(client, table, tableOrgs(client, table));
  const others = async () =>
    (await demo.items()).filter((item) => JSON.stringify(item).includes(LUO.name)).map((item) => JSON.stringify(item));
  const before = await others();
  expect(before.length).toBeGreaterThan(3);
  let writes = 1;
  for (; ; writes += 1) {
    const died = await goThrough(forgetting(demo, mortal(client, writes)), ref, () => true).then(
      () => false,
      () => true,
    );
    if (!died) break;
    expect((await orders.load(ref))?.doneAt ?? "somebody comes back", `after write ${writes}`).toBeDefined();
  }
  expect(writes).toBeGreaterThan(3);
  expect(await orders.load(ref)).toMatchObject({ gone: 6, left: 0, reason: "", people: [] });
  const rows = JSON.stringify(await demo.items());
  for (const said of ["Shen", "shen@", "57112233", "REASON"]) expect(rows, said).not.toContain(said);
  expect(await others()).toEqual(before);
});

test("by two at a time each thing is forgotten once", async () => {
  const { client, table } = demo.demo;
  const asked = await demo.as("privacyOfficer").post("/erasures", { email: LUO.email, reason: "REASON" });
  const { erasure } = must(asked, 200).body as { erasure: never };
  const ref = { org: OrgId.parse(demo.org), id: erasure };
  await Promise.all([1, 2].map(() => goThrough(forgetting(demo, client), ref, () => true)));
  const orders = tableOrders(client, table, tableOrgs(client, table));
  expect(await orders.load(ref)).toMatchObject({ doneAt: expect.any(String), gone: 6, left: 0 });
  expect(JSON.stringify(await demo.items())).not.toContain("Luo");
});
