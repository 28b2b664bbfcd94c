import { describe, expect, test } from "vitest";
import { HOUR, MINUTE, plusMs } from "../../shared/kernel/instant.ts";
import { accept } from "../../shared/kernel/result.ts";
import { answerSurvey, loadInvitation } from "../../shared/record/campaigns/answer.ts";
import { changeCampaign } from "../../shared/record/campaigns/change.ts";
import { memoryCustomers } from "../../shared/record/campaigns/memory.ts";
import { workOnCampaign } from "../../shared/record/campaigns/work.ts";
import { change } from "../../shared/record/change.ts";
import type { ChoreDeps } from "../../shared/record/do-chores.ts";
import { retire } from "../../shared/record/erase.ts";
import { type Post, wakeCase } from "../../shared/record/wake.ts";
import { surveyWorker } from "../../shared/runtime/surveying.ts";
import { postOffice } from "../fixtures/asking.ts";
import { sh, staff, step } from "../fixtures/cases.ts";
import { inventedBody, inventedSource } from "../fixtures/invented.ts";
import { target, type World, world } from "../fixtures/worlds.ts";
import { lastWrite } from "./last-write.ts";

/** BUS-19 a survey goes with an event of a case: whoever dies on the way, or comes twice, the customer is asked once. */
const say = (said: string) => ({ "zh-CN": said, en: said });
const survey = (over: object = {}) => ({
  id: "opinion",
  title: say("opinion"),
  rules: ["INV-01"],
  audience: say("customers"),
  by: ["desk"],
  channels: ["mail"],
  after: "answered",
  asks: { answerWithin: "10 days", remindAfter: ["3 days"] },
  scale: [
    { value: 1, label: say("bad"), satisfied: false },
    { value: 2, label: say("good"), satisfied: true },
  ],
  ...over,
});

type Waker = ChoreDeps & { readonly post: Post };

const asked = async (over: object = {}) => {
  const here = await world([inventedSource({ surveys: [survey(over)] })], { at: sh("2026-11-02 09:00") });
  await here.file(inventedBody());
  await here.tick();
  await here.command(step("answer"), staff("desk"));
  const office = postOffice(here.clock.now);
  const deps = {
    ...here.deps,
    customers: memoryCustomers(),
    suppressions: { of: async () => undefined, add: async () => undefined },
    fulfil: async () => "nothing",
  };
  const work = async () => {
    const worker = surveyWorker(deps, { publicUrl: "https://x.example", mailer: office.mailer }, () => true);
    const { refs } = await here.deps.campaigns.due(here.clock.now());
    for (const ref of refs) while (await workOnCampaign(worker, ref));
  };
  return {
    ...here,
    office,
    work,
    campaigns: async () => (await here.deps.campaigns.list(here.org.id, 10)).items,
    outcomes: async () =>
      (await here.load()).timeline.flatMap((event) => (event.type === "surveyAsked" ? [event.outcome.is] : [])),
  };
};
type Asked = Awaited<ReturnType<typeof asked>>;

const invitations = async ({ deps, campaigns }: Asked) =>
  (await Promise.all((await campaigns()).map((one) => deps.campaigns.invitations(one)))).flatMap(({ items }) => items);

/** The same with every write counted, and a death right before or after one of them. */
const mortal = ({ deps }: World, nth: number, when: "before" | "after") => {
  const { guard, death, writes } = lastWrite(nth, when);
  const { campaigns, records } = deps;
  const waker: Waker = {
    ...deps,
    records: { ...records, save: guard(records.save) },
    campaigns: {
      ...campaigns,
      create: guard(campaigns.create),
      save: guard(campaigns.save),
      invite: guard(campaigns.invite),
    },
  };
  return { waker, death, writes };
};

const isOne = async (world: Asked, why: string) => {
  expect(await invitations(world), why).toHaveLength(1);
  expect(await world.outcomes(), why).toEqual(["invited"]);
  await world.work();
  world.clock.set(plusMs(world.clock.now(), 2 * MINUTE));
  await world.work();
  expect(
    world.office.sent.map(({ to }) => to),
    why,
  ).toEqual(["ada@customer.example"]);
};

describe("BUS-19 a waker that asks a customer", () => {
  test("killed before or after any of its writes: exactly one invitation, one mail, and the case says so once", async () => {
    const alive = await asked();
    const counting = mortal(alive, Number.POSITIVE_INFINITY, "after");
    while (await wakeCase(counting.waker, target()));
    await isOne(alive, "it lived");
    expect(counting.writes()).toBeGreaterThan(3);
    for (let nth = 1; nth <= counting.writes(); nth += 1)
      for (const when of ["before", "after"] as const) {
        const here = await asked();
        const { waker, death } = mortal(here, nth, when);
        const lived = async () => {
          while (await wakeCase(waker, target()));
          return "lived" as const;
        };
        expect(await Promise.race([lived(), death])).toBe("died");
        await here.work(); // its worker may come before the next waker
        here.clock.set(plusMs(here.clock.now(), 6 * MINUTE));
        await here.tick();
        await isOne(here, `it died ${when} write ${nth}`);
      }
  });

  test("woken four times at the same moment, while the campaign's worker looks: once", async () => {
    const here = await asked();
    await Promise.all([...Array.from({ length: 4 }, () => wakeCase(here.deps, target())), here.work()]);
    await here.tick();
    await isOne(here, "side by side");
  });

  test("late by more than an answer may take: nobody is asked, and the case says why", async () => {
    const here = await asked();
    here.clock.set(sh("2026-11-13 00:00"));
    await here.tick();
    expect([await here.outcomes(), await here.campaigns()]).toEqual([["late"], []]);
  });

  test("a moment before that the customer still gets one", async () => {
    const here = await asked();
    here.clock.set(sh("2026-11-12 23:59"));
    await here.tick();
    await isOne(here, "in the last minute");
  });
});

describe("a survey that somebody approves", () => {
  test("begins as a draft, queues, and asks when it is approved; who waited too long is not asked", async () => {
    const here = await asked({ approvedBy: ["head"] });
    await here.tick();
    await here.work();
    const [draft] = await here.campaigns();
    expect(draft?.timeline.map(({ type }) => type)).toEqual(["planned"]);
    expect([(await invitations(here)).length, here.office.sent]).toEqual([1, []]);
    here.clock.set(sh("2026-11-13 09:00"));
    const ref = draft ?? expect.unreachable("it has begun");
    expect(await changeCampaign(here.deps, ref, { do: "approve" }, staff("head"))).toMatchObject({ ok: true });
    await here.work();
    expect(here.office.sent).toEqual([]);
    expect((await invitations(here)).map(({ ended }) => ended?.is)).toEqual(["notSent"]);
  });
});

describe("D-06 a case whose personal data is erased", () => {
  const erased = async (here: Asked) => {
    const at = here.clock.now();
    const ordered = {
      type: "erasureOrdered",
      at,
      by: staff("desk"),
      why: "asked",
      how: "anonymise",
      reason: "x",
    } as const;
    await change(here.deps, target(), () => accept({ events: [ordered] }));
    here.clock.set(plusMs(at, 3 * HOUR));
    await retire({ ...here.deps, removePhotos: async () => undefined, newSalt: () => "0f".repeat(16) }, target());
  };

  test("is forgotten in its survey too; what was answered by number stays", async () => {
    const here = await asked();
    await here.tick();
    await here.work();
    const [one] = await invitations(here);
    const [campaign] = await here.campaigns();
    const found = await loadInvitation(here.deps, campaign ?? expect.unreachable(), one?.id ?? "");
    await answerSurvey(here.deps, found ?? expect.unreachable(), {
      scores: { overall: 2 },
      comment: "My name is Ada.",
    });
    await erased(here);
    const [after] = await invitations(here);
    expect(after).toMatchObject({ name: "", answer: { scores: { overall: 2 } }, erasedAt: expect.any(String) });
    expect(JSON.stringify(after)).not.toMatch(/Ada|ada@/);
  });

  test("also where whoever asked died before the case could say so; and nobody asks afterwards", async () => {
    const here = await asked();
    const { waker, death } = mortal(here, 4, "before");
    await Promise.race([wakeCase(waker, target()), death]);
    expect([(await invitations(here)).length, await here.outcomes()]).toEqual([1, []]);
    await erased(here);
    await here.tick();
    await here.work();
    expect([JSON.stringify(await invitations(here)).includes("ada@"), here.office.sent]).toEqual([false, []]);
  });
});
