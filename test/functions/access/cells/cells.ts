import type { Policy } from "../../../../shared/policy/policy.ts";
import { acting } from "./actions.ts";
import { type Cell, type House, readersOf } from "./cell.ts";
import { deciding } from "./decisions.ts";
import { signing } from "./papers.ts";
import { keeping, reading } from "./reading.ts";
import { routing } from "./routing.ts";
import { working } from "./workflow.ts";

/**
 * Every route for staff against every part of a regulation that it can speak of, with the roles that the regulation names:
 * read from the regulation alone, by no code of the product.
 */
export const cellsOf = (policy: Policy, house: House): readonly Cell[] => {
  const all: readonly Cell[] = [
    ...[...reading(policy, house), ...keeping(policy, house)].map((cell) => ({ ...cell, open: true as const })),
    ...working(policy),
    ...signing(policy),
    ...deciding(policy),
    ...routing(policy),
    ...acting(policy),
  ];
  const reads = readersOf(policy);
  const used = new Set(all.flatMap(({ route, nothing }) => (nothing ? [] : [route.path])));
  // what there is not is asked only where a route would not be asked otherwise
  return all
    .filter(({ route, nothing }) => !nothing || !used.has(route.path))
    .map((cell) =>
      cell.path.startsWith("/") ? cell : { ...cell, may: cell.may.filter((role) => reads.includes(role)) },
    );
};
