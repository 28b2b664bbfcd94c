import { describe, expect, test } from "vitest";
import { campaignView } from "../../shared/api/campaigns.ts";
import { type Instant, MINUTE, plusMs } from "../../shared/kernel/instant.ts";
import { answerSurvey, loadInvitation } from "../../shared/record/campaigns/answer.ts";
import { workOnCampaign } from "../../shared/record/campaigns/work.ts";
import { campaignPace } from "../../shared/runtime/pace.ts";
import { type Asking, asking } from "../fixtures/asking.ts";
import { sh, staff } from "../fixtures/cases.ts";

/** A campaign whose mails do not leave as they should, or whose people change their minds in the middle. */
const OPENS = sh("2026-10-12 09:00");
const HOUR = 60 * MINUTE;

const approved = async (owners: number): Promise<Asking> => {
  const world = await asking(owners);
  await world.say({ do: "approve" });
  world.clock.set(OPENS);
  return world;
};
const view = async (world: Asking) =>
  campaignView(await world.found(), { by: staff("management"), locale: "en", now: world.clock.now() });
const recipients = ({ sent }: Asking) => new Set(sent.map(({ to }) => to)).size;

describe("the account's day", () => {
  test("a campaign leaves a tenth of it to others, and goes on when there is room again", async () => {
    const world = await approved(50);
    world.office.most = 40;
    await world.until(plusMs(OPENS, HOUR));
    expect(world.sent).toHaveLength(36);
    expect((await view(world)).phase).toBe("spent");
    await world.until(plusMs(OPENS, 23 * HOUR));
    expect(world.sent, "not before a day has gone by").toHaveLength(36);
    await world.until(plusMs(OPENS, 25 * HOUR));
    expect(world.sent).toHaveLength(50);
    expect(recipients(world)).toBe(50);
    expect(await view(world)).toMatchObject({ phase: "sent", progress: { sent: 50, notSent: 0, share: 1 } });
  });
});

describe("a service that refuses for now", () => {
  test("gets each mail later, once", async () => {
    const world = await approved(30);
    let refusals = 12;
    world.office.bend = () => {
      refusals -= 1;
      return refusals < 0
        ? undefined
        : Promise.resolve({ is: "later", why: "Throttling: Maximum sending rate exceeded." });
    };
    await world.until(plusMs(OPENS, 2 * HOUR));
    expect([world.sent.length, recipients(world)]).toEqual([30, 30]);
  });

  test("for good: its mails are given up, say why, and count as not sent", async () => {
    const world = await approved(3);
    world.office.bend = () => Promise.resolve({ is: "later", why: "ServiceUnavailable: away" });
    await world.until(plusMs(OPENS, 12 * HOUR));
    expect(world.sent).toEqual([]);
    const { items } = await world.stores.campaigns.invitations(world.ref);
    expect(items.map(({ ended }) => [ended?.is, ended?.why])).toEqual(
      items.map(() => ["notSent", "ServiceUnavailable: away"]),
    );
  });

  test("is asked half as fast after each refusal, and slowly faster again", async () => {
    const gaps: number[] = [];
    let now = 0;
    const waiting = async (ms: number) => {
      gaps.push(ms);
      now += ms;
    };
    const day = async () => ({ most: 1000, sent: 0 });
    const pace = campaignPace({ rate: async () => 100, day }, waiting, () => now);
    const gap = async (): Promise<number> => {
      await pace.turn();
      return Math.round(gaps.at(-1) ?? 0);
    };
    await pace.turn();
    expect(await gap(), "80 of the 100 a second").toBe(13); // 12.5 ms
    pace.heard({ is: "later", why: "slow" });
    await gap();
    expect(await gap()).toBe(25);
    pace.heard({ is: "later", why: "slow" });
    await gap();
    expect(await gap()).toBe(50);
    for (let n = 0; n < 100; n += 1) pace.heard({ is: "sent", messageId: "m" });
    await gap();
    expect(await gap()).toBe(13);
  });
});

describe("somebody changes their mind in the middle of a batch", () => {
  /** Does something while the nth mail is on its way. */
  const during = (world: Asking, nth: number, act: () => Promise<unknown>) => {
    let mails = 0;
    const { send } = world.office.mailer;
    world.office.mailer.send = async (message) => {
      mails += 1;
      if (mails === nth) await act();
      return send(message);
    };
  };

  test("held up: heard within the batch, and goes on where it was", async () => {
    const world = await approved(300);
    during(world, 20, () => world.say({ do: "pause", reason: "the wrong text" }));
    await world.until(plusMs(OPENS, HOUR));
    const sent = world.sent.length;
    expect(sent).toBeLessThan(300);
    expect(await view(world)).toMatchObject({ phase: "paused", progress: { sent }, reason: "the wrong text" });
    await world.say({ do: "resume" });
    await world.until(plusMs(OPENS, 2 * HOUR));
    expect([world.sent.length, recipients(world)]).toEqual([300, 300]);
  });

  test("given up: nothing more leaves, and no answer counts", async () => {
    const world = await approved(300);
    during(world, 20, () => world.say({ do: "cancel", reason: "another survey" }));
    await world.until(plusMs(OPENS, HOUR));
    const sent = world.sent.length;
    expect(sent).toBeLessThan(300);
    world.clock.set(sh("2026-10-26 09:00"));
    await world.until(sh("2026-10-26 09:30"));
    expect(world.sent).toHaveLength(sent);
    const [first] = (await world.stores.campaigns.invitations(world.ref)).items;
    const asked = await loadInvitation(world.stores, world.ref, first?.id ?? "");
    expect(asked && (await answerSurvey(world.stores, asked, { scores: { overall: 5 } }))).toEqual({
      ok: false,
      error: { code: "survey-ended" },
    });
  });

  test("answered while the reminder is on its way: the answer stays, and nobody is reminded again", async () => {
    const world = await approved(1);
    await world.until(plusMs(OPENS, 5 * MINUTE));
    const [one] = (await world.stores.campaigns.invitations(world.ref)).items;
    during(world, 1, async () => {
      const asked = await loadInvitation(world.stores, world.ref, one?.id ?? "");
      return asked && answerSurvey(world.stores, asked, { scores: { overall: 4 } });
    });
    world.clock.set(sh("2026-10-26 09:00"));
    await world.until(sh("2026-10-26 09:05"));
    const [after] = (await world.stores.campaigns.invitations(world.ref)).items;
    expect(after).toMatchObject({ answer: { scores: { overall: 4 } }, mails: [{}, {}] });
    expect(after?.nextAt).toBeUndefined();
  });
});

describe("a plan that is approved late", () => {
  const approvedAt = async (at: Instant): Promise<Asking> => {
    const world = await asking(4);
    world.clock.set(at);
    await world.say({ do: "approve" });
    await world.until(plusMs(at, 5 * MINUTE));
    return world;
  };

  test("begins at once, and is not reminded by days that were over before it began", async () => {
    const world = await approvedAt(sh("2026-10-28 15:00"));
    expect(world.sent).toHaveLength(4);
    await world.until(sh("2026-10-29 15:00"));
    expect(world.sent).toHaveLength(4);
    expect(await workOnCampaign(world.worker(), world.ref)).toBe(false);
  });
});
