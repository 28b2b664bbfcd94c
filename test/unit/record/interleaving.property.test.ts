import fc from "fast-check";
import { expect, test } from "vitest";
import type { Command } from "../../../shared/case/decide.ts";
import { HOUR, MINUTE, plusMs } from "../../../shared/kernel/instant.ts";
import type { Posted } from "../../../shared/record/wake.ts";
import { complaint, dfaSource } from "../../fixtures/cases.ts";
import { postOffice, world } from "../../fixtures/worlds.ts";

import {
  COMMANDS,
  deliveries,
  director,
  everybody,
  expectTheOneEnd,
  MORE,
  mailsOf,
  opened,
  start,
  storm,
  stormy,
  WANTED_MAILS,
} from "./storm.ts";

test("in whatever order and however often commands, photos, repeats and wake-ups arrive, the case ends the same and each mail is sent once", async () => {
  await fc.assert(
    fc.asyncProperty(deliveries, async (all) => {
      const office = postOffice();
      const w = await start(office);
      const waiting: Promise<unknown>[] = [];
      for (const deliver of all) waiting.push(deliver(w));
      await Promise.all(waiting);
      await expectTheOneEnd(w);
      expect(mailsOf(office.letters)).toEqual(WANTED_MAILS);
      expect(new Set(office.letters).size).toBe(office.letters.length);
    }),
    { numRuns: 25 * MORE },
  );
});

test("two use cases may meet at any of their awaits: nothing is lost, nothing is sent twice", async () => {
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), deliveries, async (s, all) => {
      const office = postOffice();
      const w = await stormy(s, office, all);
      await expectTheOneEnd(w);
      expect(new Set(office.letters).size).toBe(office.letters.length);
      expect(mailsOf(office.letters)).toEqual(WANTED_MAILS);
    }),
    { numRuns: 12 * MORE },
  );
});

test("with a post that is away, too busy or broken at times, each mail is sent, and confirmed once", async () => {
  const moods = fc.infiniteStream(
    fc.constantFrom<Posted | "broken">(
      { is: "sent", messageId: "m" },
      { is: "sent", messageId: "m" },
      { is: "later", why: "Throttling" },
      "broken",
    ),
  );
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), deliveries, moods, async (s, all, mood) => {
      let moody = false;
      const office = postOffice((entry) => {
        const said = moody ? mood.next().value : ({ is: "sent", messageId: "m" } as const);
        return said === "broken" ? new Error(`the post broke at ${entry.id}`) : said;
      });
      const w = await stormy(s, office, all, () => {
        moody = true;
      });
      for (let minutes = 0; minutes < 3000; minutes += 30) {
        w.clock.set(plusMs(storm, minutes * MINUTE));
        await w.tick().catch((error: unknown) => expect(String(error)).toContain("the post broke")); // that alone may come out
      }
      const { outbox } = await w.load();
      const given = outbox.filter(({ state }) => state.is === "sent").map(({ id }) => id);
      expect(outbox.map(({ state }) => state.is).filter((is) => is !== "sent" && is !== "notSent")).toEqual([]);
      expect(office.letters.map((one) => one.split(" ")[1]).toSorted()).toEqual(given.toSorted());
    }),
    { numRuns: 10 * MORE },
  );
});

test("being woken too often, or being woken late, changes nothing but when", async () => {
  const acts = fc.array(
    fc.record({
      hours: fc.integer({ min: 0, max: 40 }),
      times: fc.integer({ min: 1, max: 3 }),
      extra: fc.boolean(),
      which: fc.integer({ min: 0, max: 7 }),
    }),
    { maxLength: 14 },
  );
  const extension = (n: number): Command =>
    n % 2 === 0
      ? { do: "requestExtension", clock: "plan", newDue: "2026-03-20", reason: "x", key: `ask-${n}` }
      : { do: "decideExtension", extension: "plan-1", approve: true, key: `say-${n}` };
  await fc.assert(
    fc.asyncProperty(acts, async (all) => {
      const play = async (often: boolean) => {
        const office = postOffice();
        const w = await world([dfaSource], { at: opened, office });
        await w.file(complaint());
        let at = opened;
        for (const { hours, times, extra, which } of all) {
          at = plusMs(at, hours * HOUR);
          await w.passUntil(at);
          for (let time = 0; time < (often ? times : 1); time += 1) {
            const chosen = COMMANDS[which];
            if (chosen !== undefined) await w.command(chosen, everybody);
            else await w.command(extension(which), which % 2 === 0 ? everybody : director);
          }
          if (often && extra) await Promise.all([w.wake(), w.wake()]);
        }
        await w.passUntil(plusMs(at, 400 * HOUR));
        const { timeline } = await w.load();
        return { timeline, letters: office.letters.toSorted() };
      };
      expect(await play(true)).toEqual(await play(false));
    }),
    { numRuns: 20 * MORE },
  );
});
