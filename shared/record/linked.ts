import { hearing, type Tidings, tidings } from "../case/links.ts";
import { accept } from "../kernel/result.ts";
import { change } from "./change.ts";
import type { Chore } from "./do-chores.ts";

const same = (a: Tidings, b: Tidings): boolean =>
  a.to === b.to && a.number === b.number && a.decided?.at === b.decided?.at;

/**
 * Tells the cases that this one is linked to what they do not know of it yet: the number that it was given later (AS-41),
 * and that the two are one matter or not. Each has its own write, so that a command stays one; who dies in between leaves
 * it owed, and the wake-up after the next tells again what the other then knows.
 */
export const telling: Chore = async (deps, { record, current }) => {
  const open = tidings(current);
  for (const one of open) {
    const ref = { kind: "case", org: record.org, id: one.to } as const;
    await change<never>(deps, ref, (other, at) =>
      accept({ events: hearing(other.current, one.to, record.id, one, at) }),
    );
  }
  return (now, at) =>
    tidings(now)
      .filter((one) => open.some((told) => same(one, told)))
      .map(({ to, number, decided }) => ({
        type: "linkTold",
        at,
        by: { kind: "system" },
        of: to,
        ...(number === undefined ? {} : { number }),
        ...(decided === undefined ? {} : { decidedAt: decided.at }),
      }));
};
