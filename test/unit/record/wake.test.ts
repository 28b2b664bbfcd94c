import { describe, expect, test } from "vitest";
import { plusMs } from "../../../shared/kernel/instant.ts";
import type { OutboxEntry } from "../../../shared/record/outbox.ts";
import { wakeCase } from "../../../shared/record/wake.ts";
import { complaint, dfaSource, sh, staff, step } from "../../fixtures/cases.ts";
import { postOffice, target, world } from "../../fixtures/worlds.ts";

const late = complaint({ category: "2-3", damages: [], promisedDate: "2026-03-06", shippedDate: "2026-03-09" });
const received = sh("2026-03-10 09:30");
const templates = (letters: readonly string[]) => letters.map((one) => one.replace(/^\S+ \d+-/, "")).toSorted();
const states = (outbox: readonly OutboxEntry[]) => outbox.map(({ template, state }) => `${template} ${state.is}`);

/** A world whose n-th save (the first is 1) does not come to pass: the process is gone. */
const dyingAt = (dies: (nth: number) => boolean, office = postOffice()) => {
  let nth = 0;
  return world([dfaSource], {
    office,
    wrap: (deps) => ({
      ...deps,
      records: {
        ...deps.records,
        save: async (record) => {
          nth += 1;
          if (dies(nth)) throw new Error("killed");
          return deps.records.save(record);
        },
      },
    }),
  });
};

describe("a mail leaves once", () => {
  test("claimed, sent, confirmed; a second wake finds nothing to do", async () => {
    const { file, wake, load, letters } = await world();
    await file(late);
    expect(await wake()).toBe(true);
    const after = await load();
    expect(after.outbox).toMatchObject([{ state: { is: "sent", at: received, messageId: "m" } }]);
    expect(after.wakeAt).toBe(sh("2026-03-13 09:00"));
    expect(await wake()).toBe(false);
    expect((await load()).version).toBe(after.version);
    expect(letters).toHaveLength(1);
  });

  test("of a case that is not there", async () => {
    const { wake } = await world();
    expect(await wake(99)).toBe(false);
  });

  test("two wakes at the same moment send it once", async () => {
    const { file, wake, letters } = await world();
    await file(late);
    await Promise.all([wake(), wake(), wake()]);
    expect(letters).toHaveLength(1);
  });

  test("the order of the timeline is the order of the letters", async () => {
    const { file, command, wake, letters } = await world();
    await file(late);
    await command(step("accept"), staff("afterSales"));
    await command(step("reply-plan", { plan: "更换" }), staff("afterSales"));
    await wake();
    expect(letters.map((one) => one.split(" ")[1])).toEqual([
      "0-acknowledgement-reporter",
      "1-progress-reporter",
      "2-plan-reply-reporter",
    ]);
  });
});

describe("killed between two steps", () => {
  test("before the claim is stored: nothing has left, the next minute does it", async () => {
    const { file, wake, letters } = await dyingAt((nth) => nth === 1);
    await file(late);
    await expect(wake()).rejects.toThrow("killed");
    expect(letters).toEqual([]);
    await wake();
    expect(letters).toHaveLength(1);
  });

  test("between sending and confirming: exactly one duplicate, of that mail alone, after the lease and not before", async () => {
    const { file, wake, letters, clock, tick, passUntil, load } = await dyingAt((nth) => nth === 2);
    await file(late);
    await expect(wake()).rejects.toThrow("killed");
    expect(letters).toHaveLength(1);
    clock.set(plusMs(received, 299_999));
    await tick();
    expect(letters).toHaveLength(1);
    clock.set(plusMs(received, 300_000));
    await tick();
    expect(letters).toHaveLength(2);
    expect(new Set(letters).size).toBe(1);
    await passUntil(sh("2026-03-17 12:00"));
    expect(templates(letters)).toEqual([
      "acknowledgement-reporter",
      "acknowledgement-reporter",
      "breach-afterSales",
      "breach-afterSalesManager",
      "breach-operationsDirector",
      "reminder-afterSales",
    ]);
    expect(states((await load()).outbox)).toEqual([
      "acknowledgement sent",
      "reminder sent",
      "breach sent",
      "breach sent",
      "breach sent",
    ]);
  });

  test("among several mails of one wake-up: the one that was not confirmed is repeated, those before it are not", async () => {
    const { file, wake, command, letters, clock, tick } = await dyingAt((nth) => nth === 5);
    await file(late); // the saves: two commands, the claim, and one for each letter
    await command(step("accept"), staff("afterSales"));
    await command(step("reply-plan", { plan: "更换" }), staff("afterSales"));
    await expect(wake()).rejects.toThrow("killed");
    clock.set(plusMs(received, 300_000));
    await tick();
    const sent = templates(letters);
    expect(new Set(sent).size).toBe(3);
    expect(sent, "one of three").toHaveLength(4);
  });

  test("what another holds is left to him while his lease runs, also when there is something else to send", async () => {
    const { file, wake, command, letters, clock, tick } = await dyingAt((nth) => nth === 2);
    await file(late);
    await expect(wake()).rejects.toThrow("killed");
    clock.set(plusMs(received, 60_000));
    await command(step("accept"), staff("afterSales"));
    await tick();
    expect(templates(letters)).toEqual(["acknowledgement-reporter", "progress-reporter"]);
    clock.set(plusMs(received, 300_000));
    await tick();
    expect(templates(letters)).toEqual(["acknowledgement-reporter", "acknowledgement-reporter", "progress-reporter"]);
  });

  test("a mail that kills whoever sends it is given up after some attempts, not tried for ever", async () => {
    const { file, clock, deps, load } = await dyingAt((nth) => nth % 2 === 0);
    await file(late);
    for (let round = 0; round < 40; round += 1) {
      await wakeCase(deps, target()).catch(() => undefined); // it is meant to die
      clock.set(plusMs(clock.now(), 300_000));
    }
    const [entry] = (await load()).outbox;
    expect(entry?.state).toMatchObject({ is: "notSent" });
  });
});

describe("what the post may answer", () => {
  test("not now: later, each time later, and then it goes", async () => {
    let no = 3;
    const office = postOffice(() => {
      no -= 1;
      return no >= 0 ? { is: "later", why: "Throttling" } : { is: "sent", messageId: "m" };
    });
    const { file, passUntil, letters, load } = await world([dfaSource], { office });
    await file(late);
    await passUntil(plusMs(received, 14 * 60_000 - 1));
    expect(letters).toHaveLength(0);
    await passUntil(plusMs(received, 14 * 60_000));
    expect(letters).toHaveLength(1);
    expect(states((await load()).outbox)).toEqual(["acknowledgement sent"]);
  });

  test("never: the record says why and nobody tries again", async () => {
    let asked = 0;
    const office = postOffice(() => {
      asked += 1;
      return { is: "impossible", why: "no such address" };
    });
    const { file, passUntil, load } = await world([dfaSource], { office });
    await file(late);
    await passUntil(sh("2026-03-11 09:30"));
    expect(asked).toBe(1);
    expect((await load()).outbox[0]?.state).toMatchObject({ is: "notSent", why: "no such address" });
  });

  test("not now, for ever: given up after twelve attempts, with the last reason", async () => {
    const { file, passUntil, load } = await world([dfaSource], {
      office: postOffice(() => ({ is: "later", why: "Throttling" })),
    });
    await file(late);
    await passUntil(sh("2026-03-12 09:30"));
    expect((await load()).outbox[0]?.state).toMatchObject({ is: "notSent", why: "Throttling" });
  });

  test("one letter that cannot be made does not send the others twice, nor keep them from leaving", async () => {
    const office = postOffice((entry) =>
      entry.template === "progress" ? new Error("no such sentence") : { is: "sent", messageId: "m" },
    );
    const { file, command, passUntil, letters, deps, load } = await world([dfaSource], { office });
    await file(late);
    await command(step("accept"), staff("afterSales"));
    await command(step("reply-plan", { plan: "更换" }), staff("afterSales"));
    await expect(wakeCase(deps, target())).rejects.toThrow("no such sentence");
    await passUntil(sh("2026-03-10 12:00")).catch(() => undefined); // it says so each time
    expect(templates(letters)).toEqual(["acknowledgement-reporter", "plan-reply-reporter"]);
    expect((await load()).outbox[1]?.state).toMatchObject({ is: "waiting", attempts: expect.any(Number) });
  });
});
