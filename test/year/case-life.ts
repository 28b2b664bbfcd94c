import type { CaseView } from "../../shared/api/case-view.ts";
import { filedUnder, walker } from "../functions/life/walk.ts";
import type { Chance } from "./chance.ts";
import type { Company } from "./company.ts";

/** The next slot of office hours after so many of them. */
const officeSlot = ({ slots }: Pick<Company, "slots">, after: number, more: number): number => {
  let left = more;
  for (let at = after + 1; at < slots.length; at += 1) {
    const slot = slots[at];
    if (slot?.of !== "cases" || !slot.office) continue;
    if (left === 0) return at;
    left -= 1;
  }
  return Number.POSITIVE_INFINITY;
};

/** How many slots of work somebody lets pass: mostly none or one, sometimes a day, seldom weeks. */
const delay = (chance: Chance): number => {
  const luck = chance.next();
  if (luck < 0.7) return chance.below(2);
  if (luck < 0.93) return 2 + chance.below(6);
  return 8 + chance.below(40);
};

/** Share of customers who send the photos that are asked for: what they cost is the imaging, and not the case. */
const SENDS_PHOTOS = 0.15;

/** Whoever takes a case up does so many things with it at once. */
const MOST_AT_ONCE = 5;

/** Share of cases that nobody finishes, and of turns in which somebody asks for more time. */
const GIVEN_UP = 0.04;
const ASKS_FOR_TIME = 0.25;
const REFUSED = 0.25;
const LATER_MS = 3 * 24 * 3_600_000;

/** Asks for a later due where the regulation lets somebody, and decides what was asked; true where it did something. */
const timeAsked =
  ({ policy, house, chance }: Company) =>
  async ({ caseId, deadlines, extensions, mayExtend }: CaseView): Promise<boolean> => {
    const [waiting] = extensions.filter(({ decision }) => decision === undefined);
    const rule = policy.extensions.find(({ clock }) => clock === waiting?.clock);
    if (waiting !== undefined && rule !== undefined) {
      const approve = !chance.of(REFUSED);
      const decision = approve ? { approve } : { approve, remark: "It can be done in time." };
      const path = `/cases/${caseId}/extensions/${waiting.id}/decision`;
      return (await house.as(rule.approver).post(path, decision)).status === 200;
    }
    const open = policy.extensions.find(
      ({ clock }) => mayExtend.includes(clock) && !extensions.some((one) => one.clock === clock),
    );
    const due = deadlines.find(({ clock }) => clock === open?.clock)?.due;
    if (open === undefined || due === undefined || !chance.of(ASKS_FOR_TIME)) return false;
    const body = {
      clock: open.clock,
      newDue: new Date(Date.parse(due) + LATER_MS).toISOString(),
      reason: "Parts are late.",
    };
    const [role = ""] = open.requestedBy;
    return (await house.as(role).post(`/cases/${caseId}/extensions`, body)).status === 200;
  };

const NAMES = ["Lin", "Gao", "Chen", "Wu", "Zhao", "He", "Luo", "Tang"] as const;

/** Puts a case down: filed in a slot by a customer, then led on by whoever may until it ends or nobody cares. */
export const putCase = (company: Company, n: number, slot: number): void => {
  const { policy, house, diary, chance: all } = company;
  const chance = all.fork(`case ${n}`);
  const own = { ...company, chance };
  const ends = (policy.workflow?.states ?? []).filter(({ final }) => final).map(({ id }) => id);
  const variant = {
    nth: chance.below(60),
    full: chance.of(0.3),
    bare: !chance.of(SENDS_PHOTOS),
    key: `${house.org}-${n}`,
  };
  const who = { name: `${chance.one(NAMES)} ${n}`, email: `c${n}@customers.${house.org}.example` };
  diary.put(slot, async () => {
    const filed = await filedUnder(house, policy, variant, who);
    const go = walker(house, policy, filed, chance.one(ends), variant, timeAsked(own));
    const turn = (at: number): void =>
      diary.put(at, async () => {
        const things = 1 + chance.below(MOST_AT_ONCE);
        for (let n = 0; n < things; n += 1) if ((await go()) !== undefined) return;
        if (!chance.of(GIVEN_UP)) turn(officeSlot(company, at, delay(chance)));
      });
    turn(officeSlot(company, slot, delay(chance)));
  });
};
