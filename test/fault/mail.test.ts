import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { SHARDS } from "../../shared/record/store.ts";
import { wakeCase } from "../../shared/record/wake.ts";
import type { Filed } from "../stack/customer.ts";
import { type Inside, inside, killed, refTo } from "../stack/inside.ts";
import { openTest, type TestStack } from "../stack/stack.ts";

/** A mail service that refuses, slows down or goes away, and a sender that dies between two steps. */
let demo: TestStack;
beforeEach(async () => {
  demo = await openTest({ at: "2026-03-10T09:30+08:00" });
});
afterEach(() => demo.close());

const TO = "chen@dealer.example";
const acknowledgement = async (filed: Filed) => {
  const { mails } = await demo.as("manager").see(filed);
  return mails.find(({ template }) => template === "acknowledgement");
};

test("a mail that the service refuses is not sent, says why on the record, and is not tried again", async () => {
  await demo.mailFaults({
    reject: [{ to: TO, code: "MessageRejected", message: "Address is on the suppression list." }],
  });
  const filed = await demo.file();
  await demo.pass("2 minutes");
  expect(await acknowledgement(filed)).toMatchObject({
    state: "notSent",
    detail: expect.stringContaining("Address is on the suppression list."),
  });
  await demo.mailFaults({});
  await demo.pass("2 days");
  expect(await demo.mails({ to: TO })).toEqual([]);
  const clerk = demo.as("clerk");
  await clerk.step(filed, "accept");
  await demo.pass("2 minutes");
  expect(await demo.mails({ to: TO }), "the next one goes out").toHaveLength(1);
});

test.each([
  ["throttles", { throttle: 4 }],
  ["is away for a while", { reject: [{ code: "ServiceUnavailable", message: "away", status: 503, times: 4 }] }],
])("a service that %s gets the mail later, once", async (_why, fault) => {
  await demo.mailFaults(fault);
  const filed = await demo.file();
  await demo.pass("1 minute");
  expect((await acknowledgement(filed))?.state).toBe("waiting");
  await demo.pass("1 hour");
  expect(await acknowledgement(filed)).toMatchObject({ state: "sent" });
  await demo.pass("2 hours");
  expect(await demo.mails({ to: TO })).toHaveLength(1);
});

test("a mail that a service never takes is given up, with its last words on the record", async () => {
  await demo.mailFaults({ reject: [{ code: "ServiceUnavailable", message: "away for good", status: 503 }] });
  const filed = await demo.file();
  await demo.pass("12 hours");
  expect(await acknowledgement(filed)).toMatchObject({
    state: "notSent",
    detail: expect.stringContaining("away for good"),
  });
  await demo.mailFaults({});
  await demo.pass("1 day");
  expect(await demo.mails({ to: TO })).toEqual([]);
});

test("a refused mail holds up none of the others", async () => {
  await demo.mailFaults({
    reject: [{ to: "head.after-sales@" }, { to: TO, code: "Throttling", message: "slow", times: 4 }],
  });
  await demo.file();
  await demo.until("2026-03-17T12:00+08:00");
  const recipients = (await demo.mails()).map(
    ({ to, subject }) => `${to[0]} ${/提醒|超期|complaint/.exec(subject)?.[0]}`,
  );
  expect(recipients.sort()).toEqual([
    "after-sales@demo-doors.example 提醒",
    "after-sales@demo-doors.example 超期",
    `${TO} complaint`,
    "director@demo-doors.example 超期",
  ]);
});

test("mails leave no faster than the account may send", async () => {
  const perSecond = 4;
  await demo.mailFaults({ quota: { max24HourSend: 50_000, maxSendRate: perSecond } });
  await demo.file();
  await demo.until("2026-03-17T00:00+08:00");
  const before = performance.now();
  await demo.pass("2 minutes"); // three notices of one breach, by one of the wakers that share the quota
  expect(await demo.mails({ to: "director@" })).toHaveLength(1);
  expect(performance.now() - before).toBeGreaterThanOrEqual((3 * SHARDS * 1000) / perSecond);
});

describe("a sender that is killed", () => {
  /** Wakes the case in this process, with one of its steps replaced by death; resolves once death has come. */
  const wakeUntilKilled = (filed: Filed, bend: (ports: Inside, die: () => Promise<never>) => Inside): Promise<void> =>
    new Promise((dead) => {
      const die = () => {
        dead();
        return killed<never>();
      };
      const ports = bend(inside(demo, "unused"), die);
      void wakeCase(ports, refTo(demo.org, filed.caseId));
    });
  const dyingAtSave =
    (nth: number) =>
    (ports: Inside, die: () => Promise<never>): Inside => {
      let saves = 0;
      const save: Inside["records"]["save"] = (record) => {
        saves += 1;
        return saves === nth ? die() : ports.records.save(record);
      };
      return { ...ports, records: { ...ports.records, save } };
    };

  test.each([
    { when: "before it claims the mail", bend: dyingAtSave(1), copies: 1 },
    {
      when: "between its claim and the post",
      bend: (ports: Inside, die: () => Promise<never>) => ({ ...ports, post: die }),
      copies: 1,
    },
    { when: "between the post and its confirmation: the one window", bend: dyingAtSave(2), copies: 2 },
  ])("$when: sent $copies times in all", async ({ bend, copies }) => {
    const filed = await demo.file();
    await wakeUntilKilled(filed, bend);
    await demo.pass("2 days");
    const mails = await demo.mails({ to: TO });
    expect(mails).toHaveLength(copies);
    expect(new Set(mails.map(({ messageId }) => messageId)).size, "a duplicate is the same message to its reader").toBe(
      1,
    );
    expect(await acknowledgement(filed)).toMatchObject({ state: "sent" });
  });
});
