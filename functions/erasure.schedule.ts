import type { Context } from "aws-lambda";
import { retire } from "../shared/record/erase.ts";
import { erasingDeps } from "../shared/runtime/bucket-wiring.ts";
import { goOnWithOrders } from "../shared/runtime/person-erasure.ts";
import { wakeShard } from "../shared/runtime/waking.ts";
import type { Woken } from "../shared/runtime/woken.ts";

const deps = erasingDeps();

/** Enough for the record in hand to be done before the function is stopped. */
const RESERVE_MS = 30_000;
/** What orders of thousands of cases leave of the time for erasing. */
const ERASING_MS = 120_000;

/** Once an hour: goes on with the orders to erase a person's data, then erases what was ordered, and what its regulation's own maximum makes due. */
export const handler = async (_event: unknown, context: Context): Promise<Woken> => {
  await goOnWithOrders(deps, () => context.getRemainingTimeInMillis() > ERASING_MS);
  return wakeShard(
    deps,
    (ref) => retire(deps, ref),
    "erasure",
    () => context.getRemainingTimeInMillis() > RESERVE_MS,
  );
};
