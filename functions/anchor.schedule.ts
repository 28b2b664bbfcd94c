import { anchorDays } from "../shared/record/anchor.ts";
import { anchorsPort } from "../shared/runtime/bucket-wiring.ts";
import { log } from "../shared/runtime/log.ts";
import { tableDeps } from "../shared/runtime/wiring.ts";

const { records, now } = tableDeps();
const port = { records, anchors: anchorsPort() };

/** Once a day, after midnight of UTC: writes down the heads of what changed the day before. */
export const handler = async (): ReturnType<typeof anchorDays> => {
  const { anchored, idleUntil } = await anchorDays(port, now());
  log("ANCHORED", { days: anchored.length, last: anchored.at(-1) });
  return { anchored, idleUntil };
};
