import fc from "fast-check";
import { expect, test } from "vitest";
import { readClocks } from "../../../shared/case/clocks.ts";
import type { Command } from "../../../shared/case/decide.ts";
import { HOUR, MINUTE, plusMs } from "../../../shared/kernel/instant.ts";
import { loadCase } from "../../../shared/record/change.ts";
import { fileCase } from "../../../shared/record/file.ts";
import type { Posted } from "../../../shared/record/wake.ts";
import { complaint, dfaSource, photo, photoId, sh, staff, step } from "../../fixtures/cases.ts";
import { postOffice, request, target, type World, world } from "../../fixtures/worlds.ts";

/** `MORE_RUNS=50 npx vitest …` looks longer than a test may. */
const MORE = Number(process.env.MORE_RUNS ?? 1);

const everybody = staff("afterSales", "operationsDirector");
const opened = sh("2026-03-10 09:30");
/** All of it happens at one moment, so that the order of arrival is the only thing that differs. */
const storm = sh("2026-03-11 10:00");

/** Commands that wait for one another, and such as come at any time; each with the key of its client. */
const COMMANDS: readonly Command[] = [
  step("accept", {}, "k-accept"),
  step("reply-plan", { plan: "更换门扇" }, "k-plan"),
  step("mark-executed", { result: "已更换" }, "k-done"),
  { do: "note", text: "客户来电", key: "k-note-1" },
  { do: "note", text: "已回电", key: "k-note-2" },
];
const PHOTOS = [
  ...[1, 2, 3].map((n) => ({ is: "kept", photo: photo(n, 1) }) as const),
  ...[4, 5].map((n) => ({ is: "kept", photo: photo(n, 2) }) as const),
  { is: "kept", photo: photo(6, 2, "content 5") } as const,
  { is: "refused", photoId: photoId(7), damage: 1, refusal: { code: "truncated" } } as const,
];

type Delivery = (w: World) => Promise<unknown>;

/** A client that is told "not yet" asks again, as one with a queue of its own would. */
const insist = async (w: World, command: Command): Promise<void> => {
  for (let round = 0; round < 500; round += 1) {
    const answer = await w.command(command, everybody);
    if (answer.ok) return;
    expect(answer.error.code).toBe("wrong-state");
    await Promise.resolve();
  }
  expect.unreachable(`${JSON.stringify(command)} was never accepted`);
};

const DELIVERIES: readonly Delivery[] = [
  ...COMMANDS.map(
    (command): Delivery =>
      (w) =>
        insist(w, command),
  ),
  ...PHOTOS.map(
    (seen): Delivery =>
      (w) =>
        w.photo(seen),
  ),
  (w) => fileCase(w.deps, request()),
  (w) => w.wake(),
  (w) => w.wake(),
];

/** Each delivery one to three times, in any order. */
const deliveries = fc
  .tuple(...DELIVERIES.map((one) => fc.integer({ min: 1, max: 3 }).map((times) => Array<Delivery>(times).fill(one))))
  .map((all) => all.flat())
  .chain((all) => fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length }));

/** What a case has become, without what the order of arrival decides. */
const becameOf = async (w: World) => {
  const found = (await loadCase(w.deps, target())) ?? expect.unreachable("no such case");
  const { state, facts, photos, refusedPhotos, extensions } = found.current;
  return {
    state,
    facts,
    photos: photos.map(({ id, damage }) => `${id} ${damage}`).toSorted(),
    refused: refusedPhotos.map(({ id }) => id).toSorted(),
    extensions,
    events: found.record.timeline.map(({ type }) => type).toSorted(),
    clocks: readClocks(found.rulebook, found.current, w.clock.now()).map(({ clock, state, due, onTime }) => [
      clock.id,
      state,
      due,
      onTime,
    ]),
  };
};
const mailsOf = (letters: readonly string[]) => letters.map((one) => one.replace(/^\S+ \d+-/, "")).toSorted();

const WANTED_MAILS = [
  "acknowledgement-reporter",
  "evidence-missing-reporter",
  "evidence-missing-reporter",
  "plan-reply-reporter",
  "progress-reporter",
  "progress-reporter",
];

const start = async (office: ReturnType<typeof postOffice>, wrap?: Parameters<typeof world>[1]) => {
  const w = await world([dfaSource], { at: opened, office, ...wrap });
  await w.file();
  await w.passUntil(storm); // half an hour after the receipt the photos were asked for, for the first time
  return w;
};

const expectTheOneEnd = async (w: World): Promise<void> => {
  await w.passUntil(plusMs(storm, 24 * HOUR));
  const became = await becameOf(w);
  expect(became).toMatchObject({ state: "DONE", photos: { length: 6 }, refused: [photoId(7)] });
  expect(became.events).toEqual([
    "evidenceAsked",
    "evidenceAsked",
    "noted",
    "noted",
    ...Array(6).fill("photoKept"),
    "photoRefused",
    "received",
    "step",
    "step",
    "step",
  ]);
  expect(became.clocks).toEqual([
    ["plan", "MET", sh("2026-03-17 00:00"), true],
    ["execution", "MET", sh("2026-03-17 00:00"), true],
  ]);
};

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

/** Every answer of the stores and of the post comes when the scheduler says so: any two use cases meet at any await. */
const meeting = (s: fc.Scheduler) => (deps: World["deps"] | Omit<World["deps"], "post">) => ({
  ...deps,
  records: {
    ...deps.records,
    load: s.scheduleFunction(deps.records.load),
    create: s.scheduleFunction(deps.records.create),
    save: s.scheduleFunction(deps.records.save),
  },
});

/** The world stands still in the hands of the scheduler only while the storm lasts. */
const stormy = async (
  s: fc.Scheduler,
  office: ReturnType<typeof postOffice>,
  all: readonly Delivery[],
  begins = () => {},
) => {
  let storming = false;
  const w = await world([dfaSource], {
    at: opened,
    office,
    wrap: (deps) => {
      const slow = meeting(s)(deps);
      const either =
        <A extends unknown[], R>(a: (...args: A) => Promise<R>, b: (...args: A) => Promise<R>) =>
        (...args: A) =>
          storming ? a(...args) : b(...args);
      return {
        ...deps,
        records: {
          ...deps.records,
          load: either(slow.records.load, deps.records.load),
          create: either(slow.records.create, deps.records.create),
          save: either(slow.records.save, deps.records.save),
        },
      };
    },
  });
  await w.file();
  await w.passUntil(storm); // half an hour after the receipt the photos were asked for, for the first time
  storming = true;
  begins();
  await s.waitFor(Promise.allSettled(all.map((deliver) => deliver(w))));
  storming = false;
  return w;
};

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
            else await w.command(extension(which), everybody);
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
