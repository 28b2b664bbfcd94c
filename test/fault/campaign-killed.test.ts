import { describe, expect, test } from "vitest";
import { MINUTE, plusMs } from "../../shared/kernel/instant.ts";
import { type Worker, workOnCampaign } from "../../shared/record/campaigns/work.ts";
import { type Asking, asking } from "../fixtures/asking.ts";
import { sh } from "../fixtures/cases.ts";
import { lastWrite } from "./last-write.ts";

/** A worker of a campaign that dies: nobody is left out, and nobody is asked twice but in the one window. */
const OWNERS = 23;
const OPENS = sh("2026-10-12 09:00");
const LANES = 8;

/** A worker whose every write counts, and which dies with all its lanes right before or right after one of them. */
const mortal = (world: Asking, nth: number, when: "before" | "after") => {
  const { guard, death, writes } = lastWrite(nth, when);
  const { campaigns } = world.stores;
  const worker = world.worker({
    campaigns: {
      ...campaigns,
      save: guard(campaigns.save),
      saveInvitation: guard(campaigns.saveInvitation),
      invite: guard(async (some) => {
        let made = 0;
        for (const one of some) made += await campaigns.invite([one]);
        return made;
      }),
    },
  });
  return { worker: { ...worker, send: guard(worker.send) } satisfies Worker, death, writes };
};

const approved = async (): Promise<Asking> => {
  const world = await asking(OWNERS);
  await world.say({ do: "approve" });
  world.clock.set(OPENS);
  return world;
};

const work = async (worker: Worker, { ref }: Asking): Promise<"lived"> => {
  while (await workOnCampaign(worker, ref));
  return "lived";
};

/** Dies at a write, is followed by another two minutes later, and gives what was sent twice. */
const lifeAfter = async (nth: number, when: "before" | "after") => {
  const world = await approved();
  const { worker, death } = mortal(world, nth, when);
  const end = await Promise.race([work(worker, world), death]);
  await world.until(plusMs(OPENS, 10 * MINUTE));
  const copies = new Map<string, Set<string>>();
  for (const { to, messageId } of world.sent) copies.set(to, (copies.get(to) ?? new Set()).add(messageId));
  expect(copies.size, `everybody is asked, after it died ${when} write ${nth}`).toBe(OWNERS);
  expect(
    [...copies.values()].every(({ size }) => size === 1),
    "a repeated mail is the same mail",
  ).toBe(true);
  const { record } = await world.found();
  expect(record.lease, "nobody holds it").toBeUndefined();
  expect(await world.stores.campaigns.mailsDue(record, world.clock.now(), 10)).toMatchObject({ ids: [] });
  return { end, repeated: world.sent.length - OWNERS };
};

describe("a worker that is killed", () => {
  test("at any of its writes: everybody is asked, and at most one mail a lane leaves twice", async () => {
    const alive = await approved();
    const { worker, writes } = mortal(alive, Number.POSITIVE_INFINITY, "after");
    expect(await work(worker, alive)).toBe("lived");
    expect(alive.sent).toHaveLength(OWNERS);
    const repeats: number[] = [];
    for (let nth = 1; nth <= writes(); nth += 1)
      for (const when of ["before", "after"] as const) {
        const { end, repeated } = await lifeAfter(nth, when);
        expect(end).toBe("died");
        repeats.push(repeated);
      }
    expect(Math.max(...repeats)).toBeLessThanOrEqual(LANES);
    expect(Math.max(...repeats), "or no write was in the window").toBeGreaterThan(0);
  });

  test("leaves its campaign alone for two minutes and no longer", async () => {
    const world = await approved();
    const { worker, death } = mortal(world, 2, "before");
    await Promise.race([work(worker, world), death]);
    const sent = world.sent.length;
    expect(await workOnCampaign(world.worker(), world.ref), "its lease runs").toBe(false);
    world.clock.set(plusMs(OPENS, 2 * MINUTE));
    expect(await workOnCampaign(world.worker(), world.ref)).toBe(true);
    expect(sent).toBe(0);
  });
});

test("two workers at the same moment, woken twice by one event: each is asked once", async () => {
  const world = await approved();
  await Promise.all(Array.from({ length: 4 }, () => work(world.worker(), world)));
  await world.until(plusMs(OPENS, 5 * MINUTE));
  expect(world.sent).toHaveLength(OWNERS);
  expect(new Set(world.sent.map(({ to }) => to)).size).toBe(OWNERS);
});
