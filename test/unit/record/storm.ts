import fc from "fast-check";
import { expect } from "vitest";
import { readClocks } from "../../../shared/case/clocks.ts";
import type { Command } from "../../../shared/case/decide.ts";
import { HOUR, plusMs } from "../../../shared/kernel/instant.ts";
import { type Deps, loadCase } from "../../../shared/record/change.ts";
import { fileCase } from "../../../shared/record/file.ts";
import { dfaSource, photo, photoId, sh, staff, step } from "../../fixtures/cases.ts";
import { type postOffice, request, target, type World, world } from "../../fixtures/worlds.ts";

/** `MORE_RUNS=50 npx vitest …` looks longer than a test may. */
export const MORE = Number(process.env.MORE_RUNS ?? 1);

export const director = staff("operationsDirector");
export const everybody = staff("afterSales", "operationsDirector");
export const opened = sh("2026-03-10 09:30");
/** All of it happens at one moment, so that the order of arrival is the only thing that differs. */
export const storm = sh("2026-03-11 10:00");

/** Commands that wait for one another, and such as come at any time; each with the key of its client. */
export const COMMANDS: readonly Command[] = [
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

export type Delivery = (w: World) => Promise<unknown>;

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
export const deliveries = fc
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
export const mailsOf = (letters: readonly string[]) => letters.map((one) => one.replace(/^\S+ \d+-/, "")).toSorted();

export const WANTED_MAILS = [
  "acknowledgement-reporter",
  "evidence-missing-reporter",
  "evidence-missing-reporter",
  "plan-reply-reporter",
  "progress-reporter",
  "progress-reporter",
];

export const start = async (office: ReturnType<typeof postOffice>, wrap?: Parameters<typeof world>[1]) => {
  const w = await world([dfaSource], { at: opened, office, ...wrap });
  await w.file();
  await w.passUntil(storm); // half an hour after the receipt the photos were asked for, for the first time
  return w;
};

export const expectTheOneEnd = async (w: World): Promise<void> => {
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

/** Every answer of the stores and of the post comes when the scheduler says so: any two use cases meet at any await. */
const meeting = (s: fc.Scheduler) => (deps: Deps) => ({
  ...deps,
  records: {
    ...deps.records,
    load: s.scheduleFunction(deps.records.load),
    create: s.scheduleFunction(deps.records.create),
    save: s.scheduleFunction(deps.records.save),
  },
});

/** The world stands still in the hands of the scheduler only while the storm lasts. */
export const stormy = async (
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
