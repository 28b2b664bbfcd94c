import { afterAll, beforeAll, expect, test } from "vitest";
import { SHARDS } from "../../shared/record/store.ts";
import { peelingParts } from "../fixtures/customer-sends.ts";
import { must } from "../stack/call.ts";
import { functionOf, openTest, type TestStack } from "../stack/stack.ts";

/** A number that is given by a step, whose answer is lost or whose function dies before it has said anything. */
let demo: TestStack;
beforeAll(async () => {
  demo = await openTest({ at: "2026-11-02T09:00+08:00", policies: ["customer-complaint-form"] });
});
afterAll(() => demo.close());

const sent = async () => {
  const filed = await demo.file(peelingParts);
  await demo.as("business").step(filed, "send-to-office", { sample: "impossible", businessOpinion: "See above." });
  return filed;
};
const kill = async (when: "before" | "after") => {
  const { id } = functionOf(demo.stack, "cases.http");
  must(await demo.ask("PUT", "/_local/faults", { body: { function: id, kill: when } }), 200);
};

test("AS-41 a registration that is sent until it is answered gives one number, and letters bear it once", async () => {
  const group = demo.as("productionGroup");
  for (const [when, number] of [
    ["before", "2026-11-001"],
    ["after", "2026-11-002"],
  ] as const) {
    const filed = await sent();
    const send = () =>
      group.post(`/cases/${filed.caseId}/steps/register`, {}, { "idempotency-key": `register-${when}` });
    await kill(when);
    expect((await send()).status).toBe(500);
    expect((await send()).status).toBe(200);
    expect((await Promise.all([send(), send(), send()])).map(({ status }) => status)).toEqual([200, 200, 200]);
    const seen = await group.see(filed);
    expect(seen.timeline.filter(({ what }) => what === "Numbered")).toHaveLength(1);
    expect(seen.number, "whoever dies before it has done anything has taken none").toBe(number);
    for (let shard = 0; shard < SHARDS; shard += 1) {
      await Promise.all([demo.invoke("wake.schedule", { shard }), demo.invoke("wake.schedule", { shard })]);
    }
    const letters = await demo.mails({ to: "gao@plant.example", about: { number } });
    expect(letters).toHaveLength(1);
  }
});
