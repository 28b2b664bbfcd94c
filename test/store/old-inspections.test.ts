import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import * as z from "zod";
import { known } from "../../shared/aws/documents.ts";
import { stateOf } from "../../shared/inspection/action.ts";
import { InspectionEvent } from "../../shared/inspection/event.ts";
import { inspectionOf, outcomeOf } from "../../shared/inspection/inspection.ts";
import { ActionRecord, InspectedRecord, InspectionRecord } from "../../shared/record/inspections/inspections.ts";

/** Items as they were stored once: one file each, never edited, and a new one for each new shape. */
const folder = join(import.meta.dirname, "old-inspections");
const Item = z.record(z.string(), z.unknown());
const item = (name: string) => Item.parse(JSON.parse(readFileSync(join(folder, name), "utf8")));

test("inspections that were stored tell what they told", () => {
  const { timeline } = known(InspectionRecord, item("2026-11-inspection-closed.json"));
  const current = inspectionOf(timeline);
  expect(outcomeOf(current)).toBe("rectified");
  expect(current).toMatchObject({
    findings: [{ n: 1, state: "CLOSED", rounds: 1, overdue: ["assigned.0"] }],
    approvals: [{ n: 2, decided: { passed: true } }],
    photos: [{ damage: 1, after: true }],
  });
});

test("one whose owner was forgotten says what was found, and nothing that was typed", () => {
  const current = inspectionOf(known(InspectionRecord, item("2026-11-inspection-forgotten.json")).timeline);
  expect(outcomeOf(current)).toBe("passed");
  expect(current).toMatchObject({ forgottenAt: "2026-11-22T02:00:00.000Z", filed: { subject: "B-12" }, photos: [] });
});

test("every kind of event of an inspection is among them", () => {
  const stored = ["2026-11-inspection-closed.json", "2026-11-inspection-forgotten.json"];
  const timeline = stored.flatMap((name) => known(InspectionRecord, item(name)).timeline);
  const kinds = InspectionEvent.options.map(({ shape }) => shape.type.value);
  expect([...new Set(timeline.map(({ type }) => type))].sort()).toEqual([...kinds].sort());
});

test("ledgers and actions that were stored tell what they told", () => {
  expect(known(InspectedRecord, item("2026-11-inspected.json")).made).toMatchObject([{ schedule: "hr-monthly-check" }]);
  expect(stateOf(known(ActionRecord, item("2026-11-action.json")).timeline)).toBe("VERIFIED");
});

test("no file of the folder is left out", () => {
  expect(readdirSync(folder).sort()).toEqual([
    "2026-11-action.json",
    "2026-11-inspected.json",
    "2026-11-inspection-closed.json",
    "2026-11-inspection-forgotten.json",
  ]);
});
