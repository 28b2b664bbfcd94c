import { afterAll, beforeAll, expect, test } from "vitest";
import { publishedPolicy } from "../../infra/policy/published.ts";
import { tableInspections } from "../../shared/aws/inspections.ts";
import { tableKept } from "../../shared/aws/kept.ts";
import type { Asking } from "../../shared/inspection/owed.ts";
import type { Instant } from "../../shared/kernel/instant.ts";
import source from "../../shared/policies/compiled/property-service-inspection.json" with { type: "json" };
import { Policy } from "../../shared/policy/policy.ts";
import { type InspectionDeps, loadInspection } from "../../shared/record/inspections/change.ts";
import { fileInspection } from "../../shared/record/inspections/file.ts";
import { ActionRecord, InspectedRecord } from "../../shared/record/inspections/inspections.ts";
import { demandsOf, findingsOf, inspectionsOf } from "../../shared/record/inspections/lists.ts";
import { wakeInspection } from "../../shared/record/inspections/wake.ts";
import { memoryOrgs } from "../../shared/record/memory.ts";
import type { Fulfilment } from "../../shared/record/obligations/fulfil.ts";
import { actionIdFor, inspectionIdFor } from "../../shared/runtime/secrets.ts";
import { sh, staff } from "../fixtures/cases.ts";
import { ACME, company, settle, standing } from "../fixtures/worlds.ts";
import { createTable, dynamos } from "../store/stand-ins.ts";
import { lastWrite } from "./last-write.ts";

const POLICY = "property-service-inspection";
const policy = publishedPolicy(POLICY)?.policy ?? expect.unreachable("it ships");
const clock = standing(sh("2026-09-01 10:00"));
const OBJECT = "B-12";

let deps: InspectionDeps;
let stop: () => Promise<unknown>;
beforeAll(async () => {
  const [dynamo] = dynamos;
  const { client, stop: end } = await (dynamo ?? expect.unreachable("there is one")).start();
  stop = end;
  await createTable(client, "kept");
  const orgs = memoryOrgs();
  await settle(orgs, [source], company([source]));
  const object = async () => ({ id: OBJECT }) as never; // that it is there is all that is asked
  deps = {
    orgs,
    now: clock.now,
    obligations: { object },
    inspections: tableInspections(client, "kept", orgs),
    inspected: tableKept(client, "kept", "inspected", InspectedRecord),
    actions: tableKept(client, "kept", "action", ActionRecord),
  };
});
afterAll(() => stop());

const item = (name: string) => ({ of: { checklist: "hr-focus", item: name } });
const filing = (key: string, department: string, object?: string) => ({
  org: ACME,
  policy: POLICY,
  schedule: "hr-monthly-check",
  id: inspectionIdFor(ACME, "hr", key),
  key,
  by: staff("adminHr"),
  command: {
    subject: "12号楼",
    department,
    object,
    people: [{ name: "赵启", inCharge: true }],
    lines: [
      { ...item("process-control"), result: "remark" as const, note: "未按规定回访" },
      { ...item("site-selection"), result: "ok" as const },
    ],
  },
});

const steps = [1, 2, 3, 4].flatMap((nth) => (["before", "after"] as const).map((when) => ({ nth, when })));

test.each(steps)(
  "killed right $when write $nth: entered once, asked under one name, and nothing is left to do",
  async ({ nth, when }) => {
    const request = filing(`killed-${when}-${nth}`, `工程部${nth}${when}`, `${OBJECT}-${when}-${nth}`);
    const filed = await fileInspection(deps, request);
    if (!filed.ok) return expect.unreachable(filed.error.code);
    const ref = { org: ACME, id: request.id };
    const names: string[] = [];
    const fulfilled: string[] = [];
    const fulfil = async ({ object, by }: Fulfilment) => {
      fulfilled.push(`${object} by ${by.id}`);
      return "done" as const;
    };
    const ask = async (_: unknown, { about }: Asking) => {
      names.push(about.join());
      return { is: "sent" as const, messageId: about.join() };
    };
    const { guard, death, writes } = lastWrite(nth, when);
    const dying = {
      ...deps,
      ask: guard(ask),
      fulfil: guard(fulfil),
      inspections: { ...deps.inspections, save: guard(deps.inspections.save) },
      inspected: { ...deps.inspected, save: guard(deps.inspected.save) },
    };
    expect(await Promise.race([wakeInspection(dying, ref).then(() => "ended"), death])).toBe("died");
    expect(writes()).toBeGreaterThanOrEqual(nth);
    await wakeInspection({ ...deps, ask, fulfil }, ref);
    await wakeInspection({ ...deps, ask, fulfil }, ref);
    expect([...new Set(names)]).toEqual(["sign.1"]);
    expect([...new Set(fulfilled)]).toEqual([`${OBJECT}-${when}-${nth} by ${request.id}`]);
    const found = await loadInspection(deps, ref);
    expect(found?.record.timeline.map(({ type }) => type)).toEqual(["filed", "entered", "told"]);
    expect(found?.record.wakeAt === undefined || found.record.wakeAt > clock.now()).toBe(true);
    const ledger = await deps.inspected.one({ org: ACME, id: `${OBJECT}-${when}-${nth}` });
    expect(ledger?.made.map(({ id }) => id)).toEqual([request.id]);
  },
);

test("AS-35 what stands in the way of a quarter's report, until an action is planned", async () => {
  const asked = { org: ACME, policy, period: ["2026-07-01", "2026-09-30"] as never };
  const days = { from: "2026-09-01" as never, to: "2026-09-01" as never };
  expect(await inspectionsOf(deps, { ...asked, ...days })).toHaveLength(steps.length);
  const found = await findingsOf(deps, { ...asked, from: "2026-09-01" as never, to: "2026-09-30" as never });
  expect(found).toHaveLength(steps.length);
  const lacking = await demandsOf({ ...deps, actionIdFor }, asked);
  expect(lacking).toMatchObject([{ code: "hr-focus/process-control", times: steps.length, period: "2026-Q3" }]);
  const [{ id = "", corrective, code = "", period = "" } = {}] = lacking;
  const at: Instant = clock.now();
  await deps.actions.save({
    ...{
      kind: "action",
      org: ACME,
      id,
      version: 0,
      policy: { id: POLICY, version: Policy.parse(source).version, hash: "x".repeat(64) },
    },
    ...{ corrective: corrective?.id ?? "", code, period, filed: { list: POLICY, at } },
    timeline: [
      {
        type: "planned",
        at,
        by: staff("department"),
        cause: "x",
        measure: "y",
        owner: { role: "department", person: "z" },
        due: sh("2026-10-01 00:00"),
      },
    ],
  });
  expect(await demandsOf({ ...deps, actionIdFor }, asked)).toEqual([]);
});
