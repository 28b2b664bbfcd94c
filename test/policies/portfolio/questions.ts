import type { Happening } from "./happening.ts";
import { fromBToD } from "./questions-b-to-d.ts";
import { fromEToH } from "./questions-e-to-h.ts";
import { fromIToO } from "./questions-i-to-o.ts";
import { fromPToU } from "./questions-p-to-u.ts";

/** Every policy at least once, and every holiday trap of 2026: make-up weekends, a week without a working day, year end. */
export const happenings: readonly Happening[] = [...fromBToD, ...fromEToH, ...fromIToO, ...fromPToU];
