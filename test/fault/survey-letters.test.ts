import { describe, expect, test } from "vitest";
import { MINUTE, plusMs } from "../../shared/kernel/instant.ts";
import { answerSurvey, loadInvitation } from "../../shared/record/campaigns/answer.ts";
import { type Worker, workOnCampaign } from "../../shared/record/campaigns/work.ts";
import { type Asking, asking } from "../fixtures/asking.ts";
import { endOf, sh } from "../fixtures/cases.ts";
import { lastWrite } from "./last-write.ts";

/** The analysis and the praise of a survey leave once, whatever becomes of who sends them (PRV-22, OSS-12). */
const OWNERS = 2;
const CLOSES = endOf("2026-11-20");
const TO = "management@riverside-doors.example";

/** A survey of owners who are all very satisfied, a moment before it closes. */
const answered = async (): Promise<Asking> => {
  const world = await asking(OWNERS);
  await world.say({ do: "approve" });
  world.clock.set(sh("2026-10-12 09:00"));
  await world.until(sh("2026-10-12 09:05"));
  for (const { id } of (await world.stores.campaigns.invitations(world.ref)).items) {
    const asked = await loadInvitation(world.stores, world.ref, id);
    await answerSurvey(world.stores, asked ?? expect.unreachable(id), { scores: { overall: 5 } });
  }
  world.clock.set(CLOSES);
  return world;
};
const letters = ({ sent }: Asking) =>
  sent.filter(({ to }) => to === TO).map(({ messageId }) => messageId.split(".")[1]?.split("@")[0]);
const BOTH = ["analysis-management", "commendation-management"];

const mortal = (world: Asking, nth: number, when: "before" | "after") => {
  const { guard, death, writes } = lastWrite(nth, when);
  const { campaigns } = world.stores;
  const worker = world.worker({ campaigns: { ...campaigns, save: guard(campaigns.save) } });
  return { worker: { ...worker, post: guard(worker.post) } satisfies Worker, death, writes };
};

const work = async (worker: Worker, { ref }: Asking): Promise<"lived"> => {
  while (await workOnCampaign(worker, ref));
  return "lived";
};

describe("PRV-22 OSS-12 whoever sends the letters of a survey", () => {
  test("is killed at any of its writes: each leaves, twice only under the same name and where its sender died", async () => {
    const alive = await answered();
    const counting = mortal(alive, Number.POSITIVE_INFINITY, "after");
    await work(counting.worker, alive);
    expect(letters(alive)).toEqual(BOTH);
    let repeated = 0;
    for (let nth = 1; nth <= counting.writes(); nth += 1)
      for (const when of ["before", "after"] as const) {
        const world = await answered();
        const { worker, death } = mortal(world, nth, when);
        expect(await Promise.race([work(worker, world), death])).toBe("died");
        await world.until(plusMs(CLOSES, 5 * MINUTE));
        const sent = letters(world);
        expect([...new Set(sent)].sort(), `it died ${when} write ${nth}`).toEqual(BOTH);
        expect(sent.length).toBeLessThanOrEqual(BOTH.length + 1);
        repeated += sent.length - BOTH.length;
        const { record } = await world.found();
        expect(record.letters.map(({ state }) => state.is)).toEqual(["sent", "sent"]);
        expect(record.timeline.filter(({ type }) => type === "commended")).toHaveLength(1);
      }
    expect(repeated, "or no write was in the window").toBeGreaterThan(0);
  });

  test("is overtaken by somebody who notes the report: nothing leaves twice, and both are written down", async () => {
    const world = await answered();
    const { send } = world.office.mailer;
    world.office.mailer.send = async (message) => {
      await world.say({ do: "report", to: "management review" });
      return send(message);
    };
    await world.until(plusMs(CLOSES, 10 * MINUTE));
    expect(letters(world)).toEqual(BOTH);
    const { record, current } = await world.found();
    expect([current.state, record.letters.map(({ state }) => state.is)]).toEqual(["REPORTED", ["sent", "sent"]]);
    expect(record.wakeAt, "nothing is left to do").toBeUndefined();
  });

  test("is woken four times at the same moment: once", async () => {
    const world = await answered();
    await Promise.all(Array.from({ length: 4 }, () => work(world.worker(), world)));
    await world.until(plusMs(CLOSES, 5 * MINUTE));
    expect(letters(world)).toEqual(BOTH);
  });

  test("is refused for now: later, once; and for good, it says why", async () => {
    const world = await answered();
    let refusals = 3;
    world.office.bend = () => {
      refusals -= 1;
      return refusals < 0 ? undefined : Promise.resolve({ is: "later", why: "Throttling" });
    };
    await world.until(plusMs(CLOSES, 30 * MINUTE));
    expect(letters(world).toSorted()).toEqual(BOTH);

    const never = await answered();
    never.office.bend = () => Promise.resolve({ is: "impossible", why: "no such domain" });
    await never.until(plusMs(CLOSES, 5 * MINUTE));
    const { record } = await never.found();
    expect(record.letters.map(({ state }) => state)).toMatchObject([
      { is: "notSent", why: "no such domain" },
      { is: "notSent", why: "no such domain" },
    ]);
  });
});
