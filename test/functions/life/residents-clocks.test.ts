import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { clockOf, endOf } from "../../stack/moments.ts";
import { openTest, type TestStack } from "../../stack/stack.ts";

let demo: TestStack;
beforeAll(async () => {
  demo = await openTest({ at: "2026-07-08T09:00+08:00", policies: ["residents-complaints"] });
});
afterAll(() => demo.close());

const talk = {
  contact: { name: "Gao Yuan", email: "gao@coach.example", phone: "+86 571 5550 0177" },
  kind: "talk",
  source: "return-visit",
  dwelling: "Building 3, 1201",
  description: "The lamp on the stairs has been dark for a week.",
};

describe("AS-80 investigated the same day, also on a Saturday", () => {
  test.each([
    ["a Wednesday afternoon", "2026-07-08T16:30+08:00", "2026-07-08"],
    ["a Saturday morning, which is not rolled", "2026-07-11T10:00+08:00", "2026-07-11"],
  ])("recorded on %s", async (_why, at, day) => {
    await demo.until(at);
    const filed = await demo.file(talk);
    const officer = demo.as("propertyOfficer");
    expect(clockOf(await officer.see(filed), "investigation")).toMatchObject({
      state: "RUNNING",
      nominalDue: endOf(day),
      due: endOf(day),
    });
    await demo.until(`${day}T23:50+08:00`);
    const verified = await officer.step(filed, "verify", { findings: "The lamp is broken.", founded: true });
    expect(clockOf(verified, "investigation")).toMatchObject({ state: "MET", onTime: true });
  });
});

describe("AS-82 an appointed answer", () => {
  const appoint = (filed: { caseId: string }, appointedAt: string) =>
    demo.as("officeHead").step(filed, "make-appointment", { appointedAt });
  const promises = async (filed: { caseId: string }) =>
    (await demo.as("officeHead").see(filed)).deadlines.filter(({ clock }) => clock === "appointed-answer");
  const breaches = async (filed: { number: string }) =>
    (await demo.mails({ to: "officehead@", about: filed })).filter(({ subject }) => subject.includes("Overdue"));

  test("unanswered by the hour it is broken and the office head is told; a later one that is kept does not undo it", async () => {
    await demo.until("2026-11-10T10:00+08:00");
    const filed = await demo.file(talk);
    await demo.as("propertyOfficer").step(filed, "verify", { findings: "To be asked." });
    await appoint(filed, "2026-11-12T15:00:00+08:00");
    await demo.until("2026-11-12T14:59+08:00");
    expect(await promises(filed)).toMatchObject([{ state: "RUNNING", due: "2026-11-12T15:00:00+08:00" }]);
    expect(await breaches(filed)).toEqual([]);
    await demo.until("2026-11-12T15:05+08:00");
    expect(await promises(filed)).toMatchObject([{ state: "BREACHED", onTime: false }]);
    expect(await breaches(filed)).toHaveLength(1);

    await appoint(filed, "2026-11-13T15:00:00+08:00");
    await demo.until("2026-11-13T14:00+08:00");
    await demo.as("officeHead").step(filed, "give-appointed-answer", { answer: "The lamp is changed on Monday." });
    await demo.until("2026-11-14T09:00+08:00");
    expect(await promises(filed)).toMatchObject([
      { state: "BREACHED", due: "2026-11-12T15:00:00+08:00", onTime: false },
      { state: "MET", due: "2026-11-13T15:00:00+08:00", onTime: true },
    ]);
    expect(await breaches(filed)).toHaveLength(1);
  });

  test("one that is made anew before its hour is replaced openly, and the breach of each is told", async () => {
    const filed = await demo.file(talk);
    await appoint(filed, "2026-11-16T10:00:00+08:00");
    await appoint(filed, "2026-11-17T10:00:00+08:00");
    const [first, second] = await promises(filed);
    expect([first?.state, first?.due, second?.state, second?.due]).toEqual([
      "RENEWED",
      "2026-11-16T10:00:00+08:00",
      "RUNNING",
      "2026-11-17T10:00:00+08:00",
    ]);
    expect(first?.renewedAt).toBe(second?.startAt);
    const told = (await demo.tracking(filed)).deadlines.filter(({ clock }) => clock === "appointed-answer");
    expect(told.map(({ state }) => state)).toEqual(["RENEWED", "RUNNING"]);
    await demo.until("2026-11-16T10:05+08:00");
    expect(await breaches(filed), "the replaced one is no breach").toEqual([]);
    await demo.until("2026-11-17T10:05+08:00");
    await appoint(filed, "2026-11-18T10:00:00+08:00");
    await demo.until("2026-11-18T10:05+08:00");
    expect((await promises(filed)).map(({ state }) => state)).toEqual(["RENEWED", "BREACHED", "BREACHED"]);
    expect(await breaches(filed)).toHaveLength(2);
  });
});
