import { expect, test } from "vitest";
import { answerSurvey, loadInvitation } from "../../shared/record/campaigns/answer.ts";
import { tallyNow } from "../../shared/record/campaigns/count.ts";
import { type Worker, workOnCampaign } from "../../shared/record/campaigns/work.ts";
import { type Asking, asking } from "../fixtures/asking.ts";
import { sh } from "../fixtures/cases.ts";
import { killed } from "../stack/inside.ts";

/** The figures of a campaign that has more invitations than are counted at a time, by workers that die over it. */
const OWNERS = 41;
const A_PAGE = 2;

const closed = async (): Promise<Asking> => {
  const world = await asking(OWNERS);
  await world.say({ do: "approve" });
  world.clock.set(sh("2026-10-12 09:00"));
  await world.until(sh("2026-10-12 09:03"));
  const { items } = await world.stores.campaigns.invitations(world.ref);
  for (const [n, { id }] of items.entries()) {
    const asked = (await loadInvitation(world.stores, world.ref, id)) ?? expect.unreachable("it was sent");
    if (n % 3 === 0) continue;
    const taken = await answerSurvey(world.stores, asked, { scores: { overall: (n % 5) + 1 } });
    expect(taken.ok).toBe(true);
  }
  world.clock.set(sh("2026-11-21 00:01"));
  return world;
};

type Dies = { readonly at: "read" | "write"; readonly nth: number };

/** Reads two invitations at a time, and dies instead of a read, or instead of a write that keeps what it counted. */
const small = ({ stores, worker }: Asking, dies?: Dies) => {
  const done = { read: 0, write: 0 };
  const { promise: death, resolve: die } = Promise.withResolvers<"died">();
  const lives = (what: Dies["at"]): boolean => {
    done[what] += 1;
    if (dies?.at !== what || dies.nth !== done[what]) return true;
    die("died");
    return false;
  };
  const { campaigns } = stores;
  const invitations: typeof campaigns.invitations = async (ref, cursor) => {
    if (!lives("read")) return killed();
    const { items } = await campaigns.invitations(ref);
    const next = Number(cursor ?? 0) + A_PAGE;
    return { items: items.slice(next - A_PAGE, next), cursor: next < items.length ? `${next}` : undefined };
  };
  const save: typeof campaigns.save = async (record) => {
    const counts = record.counting !== undefined || record.tally !== undefined;
    return counts && !lives("write") ? killed() : campaigns.save(record);
  };
  return { worker: worker({ campaigns: { ...campaigns, invitations, save } }), death, done };
};

const work = async (worker: Worker, { ref }: Asking): Promise<"lived"> => {
  while (await workOnCampaign(worker, ref));
  return "lived";
};

test("everybody is counted once, in pieces, whatever read or write a worker dies at", async () => {
  const whole = await closed();
  const alive = small(whole);
  expect(await work(alive.worker, whole)).toBe("lived");
  const { record } = await whole.found();
  expect(record.counting).toBeUndefined();
  expect(record.tally).toMatchObject({ invited: OWNERS, wentOut: OWNERS, valid: 27 });
  expect(alive.done.read, "each page once").toBe(Math.ceil(OWNERS / A_PAGE));
  expect(alive.done.write, "more than one piece").toBeGreaterThan(2);

  for (const at of ["read", "write"] as const)
    for (let nth = 1; nth <= alive.done[at]; nth += 1) {
      const world = await closed();
      const { worker, death } = small(world, { at, nth });
      expect(await Promise.race([work(worker, world), death])).toBe("died");
      world.clock.set(sh("2026-11-21 00:04")); // its lease is over
      await work(small(world).worker, world);
      expect((await world.found()).record.tally, `after it died at ${at} ${nth}`).toEqual(record.tally);
    }
});

test("somebody who waits gets the same figures, and none of a campaign that is too large for that", async () => {
  const world = await closed();
  const found = await world.found();
  const now = await tallyNow(world.stores, found);
  await work(world.worker(), world);
  expect((await world.found()).record.tally).toEqual(now);
  const large = { ...found, record: { ...found.record, inviting: { count: 100_001 } } };
  expect(await tallyNow(world.stores, large)).toBeUndefined();
});
