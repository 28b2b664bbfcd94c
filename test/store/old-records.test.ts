import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { firstBroken } from "../../shared/audit/verify.ts";
import { readItem } from "../../shared/aws/records.ts";
import { caseOf } from "../../shared/case/case.ts";
import { readClocks } from "../../shared/case/clocks.ts";
import { CaseEvent } from "../../shared/case/event.ts";
import { auditFile } from "../../shared/record/audit.ts";
import { isQueued, rowOf } from "../../shared/record/columns.ts";
import { rulebook, sh } from "../fixtures/cases.ts";

const folder = join(import.meta.dirname, "old-records");
const Kept = z.object({
  item: z.record(z.string(), z.unknown()),
  parts: z.array(z.object({ events: z.array(z.unknown()) })),
});
const files = readdirSync(folder).filter((name) => name.endsWith(".json"));
const read = (name: string) => {
  const { item, parts } = Kept.parse(JSON.parse(readFileSync(join(folder, name), "utf8")));
  const record = readItem(
    item,
    parts.flatMap(({ events }) => events),
  );
  return { item, record, current: caseOf(rulebook().policy, record.timeline) };
};

test("there are some, and the first ones are still there", () => {
  const plain = ["breached", "closed", "exceptions", "extensions", "outside", "photos", "plain", "spilled"];
  const first = [
    ...plain,
    "linked-photos",
    "linked-spilled",
    "linked-actions",
    "linked-signing",
    "linked-decisions",
    "linked-routing",
    "linked-links",
    "linked-keeping",
    "linked-mailed",
    "linked-surveys",
  ].map((name) => `2026-11-${name}.json`);
  expect(files).toEqual(expect.arrayContaining(first));
});

test.each(files)("%s still parses, whole, and tells its case", (name) => {
  const { item, record, current } = read(name);
  expect(record.version).toBe(item.version);
  expect(record.timeline.length).toBe(
    record.parts.reduce((sum, n) => sum + n, 0) + (item.timeline as unknown[]).length,
  );
  expect(current.number).toMatch(/^2026-03-\d{3}$/);
  expect(readClocks(rulebook(), current, sh("2026-04-01 00:00")).length).toBeGreaterThan(0);
  expect(isQueued(rulebook(), rowOf(rulebook(), record))).toBe(item.queuePk !== undefined);
});

test.each(files.filter((name) => name.includes("linked")))(
  "%s: every link still holds, also after what it links was parsed",
  (name) => {
    const { item, record, current } = read(name);
    expect(record.salt).toBe(item.salt);
    expect(firstBroken(auditFile(record, current.number))).toBeUndefined();
  },
);

test("every kind of event is kept: one that was never stored here may be changed without anybody noticing", () => {
  const kept = new Set<string>(files.flatMap((name) => read(name).record.timeline.map(({ type }) => type)));
  const kinds = CaseEvent.options.map(({ shape }) => shape.type.value);
  expect(kinds.filter((kind) => !kept.has(kind))).toEqual([]);
  expect([...kept].filter((kind) => !kinds.some((one) => one === kind))).toEqual([]);
});

describe("what the first ones told, they tell", () => {
  const told = (name: string) => read(`2026-11-${name}.json`);
  test("an action that was asked for, planned, done and sent back; a sanction that was approved", () => {
    const { current } = told("linked-actions");
    expect(current.actions).toMatchObject([
      { id: "improvement-1", state: "REOPENED", repeated: { times: 3 }, plan: { owner: { person: "周一鸣" } } },
    ]);
    expect(current.sanctions).toMatchObject([{ id: "warning-1", kind: "批评", decided: { approved: true } }]);
  });

  test("an opinion of a survey, and how far the campaign knows it to be", () => {
    const { current } = told("linked-opinion");
    expect(current.opinion).toMatchObject({ department: "工程部", scores: { overall: 2 } });
    expect([current.state, current.timeline.at(-2)]).toMatchObject(["DELIVERED", { stage: "collated" }]);
  });

  test("photos, one of them a copy, one not kept", () => {
    const { current } = told("photos");
    expect(current.photos).toHaveLength(5);
    expect(current.refusedPhotos).toMatchObject([{ refusal: { code: "too-many-pixels", megapixels: 101 } }]);
    expect(current.timeline.at(-1)).toMatchObject({ type: "evidenceAsked" });
  });
  test("a signature, an objection, a correction, a visit, copies, and how it was closed and followed", () => {
    const { current } = told("linked-signing");
    expect(current.timeline.slice(-8).map(({ type }) => type)).toEqual([
      "signed",
      "objected",
      "corrected",
      "visitRecorded",
      "circulated",
      "copyAcknowledged",
      "caseReopened",
      "superseded",
    ]);
    expect(current.facts).toMatchObject({ quantity: 2, appointmentAt: "2026-03-12T02:00:00.000Z" });
    expect(current.supersededBy?.number).toBe("2026-03-078");
    expect(Object.keys(current.happened)).toEqual(
      expect.arrayContaining(["userSigned", "appointed", "documentChanged"]),
    );
  });
  test("a mail of the customer's with all that it may have, and one of somebody else's", () => {
    const { timeline } = told("linked-mailed").current;
    expect(timeline.slice(1)).toMatchObject([
      {
        type: "mailReceived",
        by: { kind: "reporter" },
        cut: true,
        spam: true,
        files: { length: 3 },
        desk: "afterSales",
      },
      { type: "mailReceived", by: { kind: "system" }, files: [] },
    ]);
  });
  test("who had it and who was asked, in the order in which it went", () => {
    const { routing } = told("linked-routing").current;
    expect(routing).toMatchObject({
      assignments: [
        { role: "dealer", returned: { reason: "不属本部门" } },
        { role: "afterSales", insteadOf: "operationsDirector", person: { name: "周一鸣" }, taken: {} },
      ],
      needs: [{ need: 1, text: "客户书面同意" }],
      opinions: [{ role: "afterSales" }, { role: "quality", agrees: false }],
    });
  });
  test("taken by telephone, linked to others, and what they told it and were told", () => {
    const { taken, supersedes, duplicates, timeline } = told("linked-links").current;
    expect(taken).toMatchObject({ channel: "phone", firstContact: { name: "门卫" } });
    expect(supersedes?.number, "AS-41").toBe("2026-03-080");
    expect(duplicates).toMatchObject([{ number: "2026-03-079", decision: { same: true } }]);
    expect(timeline.filter(({ type }) => type === "linkTold")).toMatchObject([
      { decidedAt: expect.any(String) },
      { number: "2026-03-016" },
    ]);
  });
  test("held, disclosed, released, erased", () => {
    const { holds, erasure, timeline } = told("linked-keeping").current;
    expect(holds).toMatchObject([{ id: "hold-1", releasedAt: expect.any(String) }]);
    expect(erasure).toMatchObject({ how: "anonymise", doneAt: expect.any(String) });
    expect(timeline.find(({ type }) => type === "disclosed")).toMatchObject({ fields: ["contact"] });
  });
  test("an extension refused and one approved", () => {
    expect(told("extensions").current.extensions.map(({ decision }) => decision?.approved)).toEqual([false, true]);
  });
  test("an exception refused and one approved", () => {
    const { exceptions } = told("exceptions").current;
    expect(exceptions.map(({ reason, decision }) => [reason, decision?.approved])).toEqual([
      ["NO_TICKET", false],
      ["FESTIVAL", true],
    ]);
  });
  test("a mail that came back, and one that was therefore not sent", () => {
    const { current, record } = told("linked-undelivered");
    expect(current.timeline.filter(({ type }) => type === "mailUndelivered")).toMatchObject([
      { to: "reporter", how: "bounced", tells: "afterSales" },
      { to: "reporter", how: "suppressed" },
    ]);
    expect(record.outbox[0]?.state).toMatchObject({ is: "sent", back: { how: "bounced" } });
    expect(record.outbox.some(({ state }) => state.is === "notSent" && state.how === "suppressed")).toBe(true);
  });
  test("papers of a claim, what it pays, and a decision on a return", () => {
    const { timeline } = told("linked-claims").current;
    expect(timeline.slice(1)).toMatchObject([
      { type: "claimPaper", copy: 1, signedBy: ["sender"] },
      { type: "claimPaper", copy: 2, grade: 2 },
      { type: "claimAssessed", percent: 35, pays: "700.00" },
      { type: "claimAssessed", claimed: "3500.00", pays: "500.00" },
      { type: "returnDecided", quantity: 112.5 },
    ]);
  });
  test("verdicts with what was looked at, a promise, costs, liability with its shares, and a list in a step", () => {
    const { timeline, state } = told("linked-decisions").current;
    expect(timeline.slice(1)).toMatchObject([
      { type: "verdictGiven", verdict: "review", seen: { standHeight: 5.01 } },
      { type: "verdictGiven", verdict: "approve", remark: "方案可行" },
      { type: "verdictGiven", verdict: "refuse" },
      { type: "promiseMade", amount: "800.00" },
      { type: "costBooked", amount: "1200.50", told: { staffOf: "branch" } },
      { type: "costBooked", amount: "90.00", told: {} },
      { type: "liabilityJudged", settled: true, shares: [{ percent: 66.67 }, { percent: 33.33 }] },
      { type: "step", answers: { parts: [{ name: "护角", quantity: 4 }, { name: "门扇" }] } },
      { type: "attempted", code: "beyond-authority" },
    ]);
    expect(state).toBe("ACCEPTED");
  });
  test("a number that came later, and what happened outside the workflow, told at once and afterwards", () => {
    const { current, record } = told("outside");
    expect([current.number, current.provisional]).toEqual(["2026-03-008", false]);
    expect(record.timeline[0]).toMatchObject({ number: "T-00000-00008", provisional: true });
    expect(current.occurrences.partReplaced?.map((one) => one.at === one.toldAt)).toEqual([false, true]);
  });
  test("a reminder, a breach, and mails in every state that they can be in", () => {
    const { current, record } = told("breached");
    expect(current.timeline.map(({ type }) => type)).toEqual(expect.arrayContaining(["reminded", "breached", "noted"]));
    expect(new Set(record.outbox.map(({ state }) => state.is))).toEqual(new Set(["sent", "waiting", "notSent"]));
  });
  test("closed, and in no list", () => {
    expect(told("closed")).toMatchObject({
      current: { state: "CLOSED" },
      item: expect.not.objectContaining({ queuePk: expect.anything() }),
    });
  });
  test("long, in parts, every event in its place", () => {
    const { current, record } = told("spilled");
    expect(record.parts.length).toBeGreaterThan(0);
    const notes = current.timeline.flatMap((event) => (event.type === "noted" ? [event.text.split(" ")[0]] : []));
    expect(notes).toEqual(Array.from({ length: 22 }, (_, n) => String(n)));
  });
});
