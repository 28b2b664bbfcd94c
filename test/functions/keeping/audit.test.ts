import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Problem } from "../../../shared/api/problem.ts";
import { AnchorFile } from "../../../shared/audit/file.ts";
import type { Filed } from "../../stack/customer.ts";
import { openTest, type TestStack } from "../../stack/stack.ts";
import { audit, bucketOf, exported } from "./proof.ts";

let demo: TestStack;
let filed: Filed;
beforeAll(async () => {
  demo = await openTest({ at: "2026-03-10T09:30+08:00" });
  filed = await demo.file();
  const clerk = demo.as("clerk");
  await clerk.step(filed, "accept");
  await clerk.note(filed, "NOTE-called");
  await clerk.askExtension(filed, { clock: "plan", newDue: "2026-03-20", reason: "REASON-late" });
  await demo.as("director").decide(filed, "plan-1", { approve: true });
  await demo.pass("1 hour");
});
afterAll(() => demo.close());

const textOf = (value: unknown) => ({ text: JSON.stringify(value) });

describe("D-05 an exported case", () => {
  test("says who did what and when, and proves it without us", async () => {
    const { file, text } = await exported(demo, filed.caseId, "clerk");
    expect(file.events.map(({ type }) => type)).toEqual(
      expect.arrayContaining(["received", "step", "noted", "extensionRequested", "extensionDecided"]),
    );
    expect(file.events[2]).toMatchObject({ text: "NOTE-called", by: { sub: "clerk", roles: ["afterSales"] } });
    const { status, said } = audit("verify", { text });
    expect(said).toMatchObject({ holds: true, cases: [{ number: filed.number, events: file.events.length }] });
    expect([status, said.cases[0].head]).toEqual([0, file.head]);
  });

  test.each([
    {
      what: "changed",
      index: 2,
      by: "a word",
      forge: (events: unknown[]) => events.with(2, { ...(events[2] as object), text: "NOTE" }),
    },
    { what: "removed", index: 2, by: "a note taken out", forge: (events: unknown[]) => events.toSpliced(2, 1) },
    {
      what: "inserted",
      index: 1,
      by: "a note put in",
      forge: (events: unknown[]) => events.toSpliced(1, 0, events[2]),
    },
    { what: "order", index: 1, by: "two swapped", forge: ([a, b, c, ...rest]: unknown[]) => [a, c, b, ...rest] },
  ])("names the first link that does not hold: $what by $by", async ({ what, index, forge }) => {
    const { file } = await exported(demo, filed.caseId, "clerk");
    const events = forge([...file.events]);
    const { status, said } = audit("verify", textOf({ ...file, events }));
    expect([status, said.holds]).toEqual([1, false]);
    expect(said.cases[0].broken).toMatchObject({ index, what, type: expect.any(String), at: expect.any(String) });
  });

  test.each([
    ["no JSON", { text: "{" }, /is not JSON/],
    ["another file", { text: "{}" }, /format/],
  ])("what is no export is said in a line: %s", (_why, given, says) => {
    const { status, stderr, said } = audit("verify", given);
    expect([status, said]).toEqual([1, undefined]);
    expect(stderr).toMatch(says);
    expect(stderr.trim().split("\n")).toHaveLength(1);
  });

  test("is not for customers, strangers and whoever has no case", async () => {
    const path = `/v1/demo-doors/cases/${filed.caseId}/audit`;
    expect((await demo.ask("GET", path)).status).toBe(401);
    expect((await demo.ask("GET", path, { token: filed.trackingToken })).status).toBe(401);
    const stranger = await demo.as("stranger").get(`/cases/${filed.caseId}/audit`);
    expect([stranger.status, Problem.parse(stranger.body).code]).toEqual([403, "not-a-member"]);
    const nothing = await demo.as("clerk").get("/cases/case_00000000000000000000000000/audit");
    expect([nothing.status, Problem.parse(nothing.body).code]).toEqual([404, "no-such-case"]);
  });

  test("that grew so long that its oldest events lie elsewhere still proves all of them", async () => {
    const long = await demo.file();
    const clerk = demo.as("clerk");
    for (let n = 0; n < 60; n += 1) await clerk.note(long, `${n} ${"门扇凹陷".repeat(950)}`);
    expect(
      (await demo.items()).filter(({ sk, pk }) => sk.startsWith("TIMELINE#") && pk.includes(long.caseId)),
    ).not.toEqual([]);
    const { text, file } = await exported(demo, long.caseId, "clerk");
    expect(file.events.length).toBeGreaterThan(60);
    expect(audit("verify", { text }).said.holds).toBe(true);
  });
});

describe("the anchor of a day", () => {
  test("is written after midnight of UTC, vouches for the day, and finds a history that was written anew", async () => {
    await demo.until("2026-03-11T08:30+08:00");
    const anchors = bucketOf(demo, "BucketsAnchors");
    const text = (await anchors.read("anchors/2026-03-10.json")) ?? expect.unreachable("no anchor");
    const anchor = AnchorFile.parse(JSON.parse(text));
    const { text: own, file } = await exported(demo, filed.caseId, "clerk");
    const name = `case/demo-doors/${filed.caseId}`;
    expect(anchor.heads[name]?.head).toBe(file.events[(anchor.heads[name]?.events ?? 0) - 1]?.link);
    expect(text, "no word of anybody").not.toMatch(/NOTE|REASON|chen|陈/);
    expect(audit("verify", "--anchor", { text }, { text: own })).toMatchObject({
      status: 0,
      said: { cases: [{ anchor: { date: "2026-03-10", is: "held" } }] },
    });
    const cut = { ...file, events: file.events.slice(0, 1), count: 1, head: file.events[0]?.link };
    const { status, said } = audit("verify", "--anchor", { text }, textOf(cut));
    expect([status, said.cases[0].broken, said.cases[0].anchor.is]).toEqual([1, undefined, "differs"]);

    const before = await anchors.read("anchors/2026-03-10.json");
    expect(await demo.invoke("anchor.schedule", {}), "a finished day is finished").toMatchObject({ anchored: [] });
    expect(await anchors.read("anchors/2026-03-10.json")).toBe(before);

    await demo.as("clerk").note(filed, "on the eleventh");
    await demo.until("2026-03-13T08:30+08:00");
    const days = ["2026-03-10", "2026-03-11", "2026-03-12"];
    const files = await Promise.all(days.map((day) => anchors.read(`anchors/${day}.json`)));
    const words = files.map((one) => ({ text: one ?? expect.unreachable("no anchor") }));
    expect(audit("anchors", ...words)).toMatchObject({ status: 0, said: { holds: true, anchors: 3 } });
    expect(audit("anchors", words[0] ?? "", words[2] ?? "").said.broken).toMatchObject({ what: "day-missing" });
    const other = { text: (words[1]?.text ?? "").replace('"events":', '"events": ') };
    expect(audit("anchors", words[0] ?? "", other, words[2] ?? "")).toMatchObject({
      status: 1,
      said: { broken: { date: "2026-03-12", what: "previous-differs" } },
    });
    anchors.close();
  });
});
