import { describe, expect, test } from "vitest";
import { CivilDate } from "../../shared/calendar/civil-date.ts";
import type { CaseId, InvitationId } from "../../shared/kernel/ids.ts";
import source from "../../shared/policies/compiled/industrial-park-property.json" with { type: "json" };
import { type Collation, collateOpinions } from "../../shared/record/campaigns/collate.ts";
import { memoryCampaigns } from "../../shared/record/campaigns/memory.ts";
import { markOpinion } from "../../shared/record/campaigns/opinion-told.ts";
import { planNew } from "../../shared/record/campaigns/plan.ts";
import { loadCase } from "../../shared/record/change.ts";
import { memoryFigures } from "../../shared/record/figures/memory.ts";
import { memoryOrgs, memoryRecords } from "../../shared/record/memory.ts";
import { wakeCase } from "../../shared/record/wake.ts";
import { campaignIdFor, invitationIdFor } from "../../shared/runtime/secrets.ts";
import { stateOfOpinion } from "../../shared/survey/opinion.ts";
import { sh, staff } from "../fixtures/cases.ts";
import { campaignId, invitation, invitationId, plan } from "../fixtures/surveys.ts";
import { ACME, caseId, company, settle, standing } from "../fixtures/worlds.ts";
import { lastWrite } from "./last-write.ts";

/** Opinions that are collated while somebody dies, or somebody else does the same: each becomes one case, and is known. */
const SAID = [1, 2, 3];
const clerk = staff("customerService");
const by = clerk.kind === "staff" ? clerk : expect.unreachable("a clerk");

const day = (said: string) => CivilDate.parse(said);

const world = async () => {
  const clock = standing(sh("2026-11-05 10:00"));
  const orgs = memoryOrgs();
  await settle(orgs, [source], company([source]));
  const stores = {
    orgs,
    records: memoryRecords(orgs),
    campaigns: memoryCampaigns(),
    figures: memoryFigures(),
    now: clock.now,
  };
  const planned = await planNew(stores, {
    org: ACME,
    policy: "industrial-park-property",
    campaignId: campaignId(1),
    plan: plan({ survey: "satisfaction", sendOn: day("2026-11-05"), remindOn: [], closesOn: day("2026-11-30") }),
    requestHash: "r".repeat(64),
    by,
  });
  if (!planned.ok) return expect.unreachable(planned.error.code);
  const answer = { at: sh("2026-11-04 10:00"), scores: { overall: 1 }, comment: "The lobby is dirty." };
  await stores.campaigns.invite(SAID.map((n) => invitation(n, { org: ACME, campaign: campaignId(1), answer })));
  const ref = planned.value.record;
  const ids = new Map<InvitationId, CaseId>(SAID.map((n) => [invitationId(n), caseId(n)]));
  const command = (over: Partial<Collation> = {}): Collation => ({
    opinions: SAID.map(invitationId),
    department: "Cleaning",
    key: "key-1",
    by,
    requestHash: "h".repeat(64),
    caseIdFor: (id) => ids.get(id) ?? expect.unreachable(`no invitation ${id}`),
    tokenHashFor: () => () => "t".repeat(64),
    newSalt: () => "5a".repeat(16),
    ...over,
  });
  const collate = (over: Partial<Collation> = {}, on = stores) => collateOpinions(on, ref, command(over));
  const found = async (n: number) => ({
    case: await loadCase(stores, { kind: "case", org: ACME, id: caseId(n) }),
    invitation: (await stores.campaigns.invitation(ref, invitationId(n))) ?? expect.unreachable("it was invited"),
  });
  const wake = async () => {
    const post = async () => ({ is: "sent", messageId: "m" }) as const;
    for (const n of SAID)
      await wakeCase({ ...stores, campaignIdFor, invitationIdFor, post }, { kind: "case", org: ACME, id: caseId(n) });
  };
  return { stores, collate, found, wake };
};
type World = Awaited<ReturnType<typeof world>>;

/** The same stores for somebody who dies right before, or right after, what they ask of them for the nth time. */
const mortal = ({ stores }: World, nth: number, when: "before" | "after") => {
  const { guard, death, writes: asked } = lastWrite(nth, when);
  const guarded = <T extends object>(store: T): T =>
    new Proxy(store, {
      get: (target, name) => {
        const call: (...args: unknown[]) => Promise<unknown> = Reflect.get(target, name) as never; // a store is functions alone
        return guard(call);
      },
    });
  const on = { ...stores, records: guarded(stores.records), campaigns: guarded(stores.campaigns) };
  return { on, death, asked };
};

const numbersIn = async ({ found }: World): Promise<readonly (string | undefined)[]> =>
  Promise.all(SAID.map(async (n) => (await found(n)).case?.current.number));

describe("somebody who collates dies", () => {
  test("anywhere: what was filed is known by itself, and sending it again files the rest, nothing twice", async () => {
    const alive = await world();
    const { on, asked } = mortal(alive, Number.POSITIVE_INFINITY, "after");
    expect((await alive.collate({}, on)).ok).toBe(true);
    let unknown = 0;
    for (let nth = 1; nth <= asked(); nth += 1)
      for (const when of ["before", "after"] as const) {
        const here = await world();
        const dying = mortal(here, nth, when);
        expect(await Promise.race([here.collate({}, dying.on), dying.death])).toBe("died");
        const before = await numbersIn(here);
        for (const n of SAID) {
          const { case: filed, invitation: one } = await here.found(n);
          if (filed !== undefined && one.opinion === undefined) unknown += 1;
        }
        await here.wake();
        for (const n of SAID) {
          const { case: filed, invitation: one } = await here.found(n);
          expect(one.opinion?.number, `${when} ${nth}: known though nobody came back`).toBe(filed?.current.number);
        }
        const again = await here.collate();
        expect(again.ok && again.value.collated.every(({ made }) => made), "the same command").toBe(true);
        const after = await numbersIn(here);
        expect(before.every((number, at) => number === undefined || number === after[at])).toBe(true);
        expect(new Set(after).size).toBe(SAID.length);
      }
    expect(unknown, "or no death was in the window").toBeGreaterThan(0);
  });
});

test("two at once, each for another department: one case an opinion, with the department of whoever was first", async () => {
  const here = await world();
  const both = await Promise.all([
    here.collate(),
    here.collate({ key: "key-2", department: "Engineering", requestHash: "i".repeat(64) }),
  ]);
  const told = both.map((one) => (one.ok ? one.value.collated : expect.unreachable(one.error.code)));
  for (const n of SAID) {
    const { case: filed, invitation: one } = await here.found(n);
    const mine = told.map((all) => all.find((some) => some.invitation === invitationId(n)));
    expect(mine.filter((some) => some?.made)).toHaveLength(1);
    expect(mine.map((some) => some?.opinion.department)).toEqual([one.opinion?.department, one.opinion?.department]);
    expect(one.opinion?.department).toBe(filed?.current.opinion?.department);
  }
});

test("word that comes late or twice makes an opinion no less far than it is", async () => {
  const here = await world();
  await here.collate();
  await here.wake();
  const { invitation: one } = await here.found(1);
  const { opinion = expect.unreachable("it was collated") } = one;
  await here.stores.campaigns.saveInvitation({ ...one, opinion: { ...opinion, stage: "rectified" } });
  await markOpinion(here.stores.campaigns, { org: ACME, id: campaignId(1) }, one.id, {
    ...opinion,
    stage: "delivered",
  });
  await here.collate();
  expect(stateOfOpinion((await here.found(1)).invitation)).toBe("rectified");
});
