import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { known } from "../../shared/aws/documents.ts";
import { ObligationEvent } from "../../shared/obligation/event.ts";
import { asObject, House } from "../../shared/obligation/house.ts";
import { DutyObject, retiredOf } from "../../shared/obligation/object.ts";
import { obligationOf } from "../../shared/obligation/obligation.ts";
import { PlanEvent, yearPlanOf } from "../../shared/obligation/plan.ts";
import { ObligationRecord, PlanRecord } from "../../shared/record/obligations/obligations.ts";

/** Items as they were stored once: one file each, never edited, and a new one for each new shape. */
const folder = join(import.meta.dirname, "old-visits");
const Item = z.record(z.string(), z.unknown());
const kept = (kind: string) =>
  readdirSync(folder)
    .filter((name) => name.includes(`-${kind}-`))
    .map((name) => ({ name, item: Item.parse(JSON.parse(readFileSync(join(folder, name), "utf8"))) }));

const visits = kept("visit").map(({ name, item }) => ({ name, record: known(ObligationRecord, item) }));
const objects = kept("visited").map(({ name, item }) => ({ name, object: known(DutyObject, item) }));
const plans = kept("plan").map(({ item }) => known(PlanRecord, item));

describe("visits that were stored", () => {
  test.each([
    ["2026-11-visit-signed.json", { state: "SIGNED", tries: 1, whom: "陈一鸣", answers: { opinion: "运行正常" } }],
    ["2026-11-visit-missed.json", { state: "MISSED", touched: false }],
    ["2026-11-visit-dropped.json", { state: "WAIVED" }],
    ["2026-11-visit-open.json", { state: "PLANNED" }],
    ["2026-11-visit-fulfilled.json", { state: "DONE", slot: { day: "2026-11-17" }, proof: { kind: "inspection" } }],
    ["2026-11-visit-waived.json", { state: "WAIVED", touched: true }],
  ])("%s tells what it told", (name, told) => {
    const { record } = visits.find((one) => one.name === name) ?? expect.unreachable(`${name} is gone`);
    expect(obligationOf(record.timeline)).toMatchObject(told);
  });

  test.each([
    ["2026-11-visited-first.json", undefined],
    ["2026-11-visited-retired.json", "demolished"],
    ["2026-11-visited-counter.json", undefined],
  ])("%s is visited, or is not, as it was", (name, why) => {
    const { object } = objects.find((one) => one.name === name) ?? expect.unreachable(`${name} is gone`);
    expect([object.title, retiredOf(object)?.for]).toEqual(["临江门户", why]);
  });

  test("the company itself stays planned until when it was", () => {
    const [house] = kept("house").map(({ item }) => asObject(known(House, item)));
    expect(house).toMatchObject({ kind: "house", planned: { until: "2027-11-01" } });
  });

  test("a plan is approved as it was", () => {
    expect(plans.map(({ timeline }) => yearPlanOf(timeline))).toMatchObject([
      { approvedAt: "2026-01-12T01:00:00.000Z", plan: { visits: [{ object: "B-1" }] } },
    ]);
  });

  test("every kind of event is kept: one that was never stored here may be changed without anybody noticing", () => {
    const kinds = (all: readonly { readonly timeline: readonly { readonly type: string }[] }[]) =>
      [...new Set(all.flatMap(({ timeline }) => timeline.map(({ type }) => type)))].sort();
    expect(kinds(visits.map(({ record }) => record))).toEqual(
      ObligationEvent.options.map(({ shape }) => shape.type.value).sort(),
    );
    expect(kinds(plans)).toEqual(PlanEvent.options.map(({ shape }) => shape.type.value).sort());
    const standing = new Set(objects.flatMap(({ object }) => object.standing.map(({ type }) => type)));
    expect([...standing].sort()).toEqual(["relisted", "retired"]);
  });
});
