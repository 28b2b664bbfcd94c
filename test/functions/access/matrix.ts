import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { policyIds, publishedPolicy } from "../../../infra/policy/published.ts";
import type { CaseView } from "../../../shared/api/case-view.ts";
import type { Policy } from "../../../shared/policy/policy.ts";
import { must } from "../../stack/call.ts";
import type { Filed } from "../../stack/customer.ts";
import { openTest, type TestStack } from "../../stack/stack.ts";
import type { Variant } from "../life/insist.ts";
import { filedUnder, walk } from "../life/walk.ts";
import { askAll, askedForTime } from "./asking.ts";
import { type Cell, type House, officersOf, readersOf, type There } from "./cells/cell.ts";
import { cellsOf } from "./cells/cells.ts";

export const policyOf = (id: string): Policy => publishedPolicy(id)?.policy ?? expect.unreachable(`no policy ${id}`);

/** Every regulation under which a case has a life. */
export const LIVED = policyIds().filter((id) => policyOf(id).intake !== undefined);
/** Those that take no complaints (AS-129). */
export const SILENT = policyIds().filter((id) => policyOf(id).intake === undefined);

/** What a case must be about for there to be something that the regulation asks of such cases alone. */
const ABOUT: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  "distance-tier-after-sales": { category: "3.1", need: "trouble", warranty: "in", distanceKm: 650 },
};

/** The step that such a case takes first, where the shortest way to its end goes round it, and who takes it. */
const FIRST: Readonly<Record<string, { readonly by: string; readonly step: string }>> = {
  "distance-tier-after-sales": { by: "afterSales", step: "assess" },
};

/** What these walks never meet, though the cases of other regulations do: asked for in vain. */
const UNMET: Readonly<Record<string, readonly string[]>> = {
  "booth-construction-entry": ["demolition decided"],
  "call-center-service": ["given back", "taken over"],
  "customer-complaint-form": [
    ...[1, 2].map((n) => `copy ${n} of penalty-notice`),
    ...[1, 2, 3, 4].map((n) => `copy ${n} of return-slip`),
  ],
  "delivered-product-after-sales": ["copy 1 of complaint-report"],
  "industrial-park-property": ["copy 1 of goods-pass"],
  "micro-motor-after-sales": [...[1, 2, 3].map((n) => `copy ${n} of handover-slip`), "copy 1 of transfer-slip"],
  "unit-service-quality": ["given back", "taken over"],
};

/** A cell as these walks can ask it. */
const askable = ({ id, ...policy }: Policy, { there, must: named, ...cell }: Cell): Cell =>
  UNMET[id]?.includes(cell.what)
    ? { ...cell, may: readersOf({ id, ...policy }), nothing: true }
    : { ...cell, ...(there && { there }), ...(named && { must: named }) };

/** Cases of these kinds go each way, the next as long as something that must be met has not been. */
const variantsOf = ({ id }: Policy): readonly Variant[] => [{ nth: 0 }, { nth: 0, full: true, known: ABOUT[id] ?? {} }];

/** Somebody of another regulation, and the privacy officer. */
const strangersOf = ({ roles }: Policy, house: House): readonly string[] => {
  const known = new Set(["privacyOfficer", ...roles.map(({ id }) => id)]);
  return ["privacyOfficer", ...house.roles.filter((role) => !known.has(role)).slice(0, 1)];
};

/**
 * As whom a part is asked. The first of its route: every role of the regulation, and strangers where anybody's data is
 * read or kept. Further parts of it: whoever may, and two by turns who may not. What there is not: one of each.
 */
const asking = (policy: Policy, house: House) => {
  const own = policy.roles.map(({ id }) => id);
  const all = [...new Set([...own, ...strangersOf(policy, house)])];
  const known = new Set<string>();
  let turn = 0;
  return ({ route, nothing, open }: Cell, { may, sameSide = [] }: There): readonly string[] => {
    const [lets, refuses] = [own.filter((role) => may.includes(role)), all.filter((role) => !may.includes(role))];
    if (nothing) return [...lets.slice(0, 1), ...refuses.slice(0, 1)];
    if (!known.has(route.path)) {
      known.add(route.path);
      return open ? all : own;
    }
    turn += 1;
    const turns = [0, 1].flatMap((n) => refuses[(2 * turn + n) % refuses.length] ?? []);
    return [...new Set([...lets, ...turns, ...sameSide])];
  };
};

/** Takes the step that such a case takes first, with those of its answers that the step asks for. */
const firstStep = async (demo: TestStack, policy: Policy, filed: Filed, known: Readonly<Record<string, unknown>>) => {
  const first = FIRST[policy.id];
  const fields = policy.workflow?.steps.find(({ id }) => id === first?.step)?.fields ?? [];
  const answers = Object.entries(known).filter(([name]) => fields.some(({ id }) => id === name));
  if (first !== undefined) await demo.as(first.by).step(filed, first.step, Object.fromEntries(answers));
};

/** Asks every cell: what a case is born with of one that rests, everything else of cases on their way, while it is there. */
const matrixOf = async (demo: TestStack, policy: Policy, house: House): Promise<readonly string[]> => {
  const roles = asking(policy, house);
  const wrong: string[] = [];
  const resting = await filedUnder(demo, policy, { nth: 0 });
  const [officer = ""] = officersOf(policy);
  must(await demo.as(officer).post(`/cases/${resting.caseId}/holds`, { reason: "A court asks." }), 200);

  const open = new Set<Cell>();
  for (const found of cellsOf(policy, house)) {
    const cell = askable(policy, found);
    if (cell.there !== undefined) open.add(cell);
    else wrong.push(...(await askAll(demo, cell, cell, resting, roles(cell, cell))));
  }
  const look = (filed: Filed) => async (view: CaseView) => {
    const asked = [...open].flatMap((cell) => {
      const there = cell.there?.(view);
      return there === undefined ? [] : [{ cell, there: { ...cell, ...there } }];
    });
    for (const { cell, there } of asked) {
      open.delete(cell);
      wrong.push(...(await askAll(demo, cell, there, filed, roles(cell, there))));
    }
    return (await askedForTime(demo, policy, view)) || asked.length > 0;
  };
  const ends = (policy.workflow?.states ?? []).filter(({ final }) => final);
  const missing = () => [...open].filter(({ must: named }) => named);
  const walked: Filed[] = [];
  for (const variant of variantsOf(policy)) {
    for (const { id } of ends) {
      if (walked.length > 0 && missing().length === 0) break;
      const filed = await filedUnder(demo, policy, variant);
      walked.push(filed);
      if (variant.known !== undefined) await firstStep(demo, policy, filed, variant.known);
      await walk(demo, policy, filed, id, variant, look(filed));
    }
  }
  for (const cell of open) {
    const { must: named, path, may } = cell;
    if (named) wrong.push(`${cell.what}: no case ever had one`);
    else wrong.push(...(await askAll(demo, cell, cell, resting, roles(cell, { path, may }))));
  }
  return wrong;
};

/** Every role over every route, for some of the regulations: one stack for all of them. */
export const walkMatrix = (policies: readonly string[]): void => {
  let demo: TestStack;
  beforeAll(async () => {
    demo = await openTest({ at: "2026-03-10T09:30+08:00", policies });
  });
  afterAll(() => demo.close());

  const all = policies.map(policyOf);
  const house: House = {
    roles: [...new Set([...all.flatMap(({ roles }) => roles.map(({ id }) => id)), "privacyOfficer"])],
    officers: [...new Set(all.flatMap(officersOf))],
  };
  describe.each(policies)("%s: every role at every route", (id) => {
    test("is let in or turned away as the regulation says", async () => {
      expect(await matrixOf(demo, policyOf(id), house)).toEqual([]);
    });
  });
};
