import type { Calendar } from "../calendar/calendar.ts";
import { CivilDate } from "../calendar/civil-date.ts";
import { digestDays } from "./digest-days.ts";
import { differs, type ExampleRun, run } from "./example-run.ts";
import type { Policy } from "./policy.ts";

/** Runs the worked examples of the digests. */
export const digestExamples = (policy: Policy, calendar: Calendar): readonly ExampleRun[] =>
  policy.digests.flatMap((digest, at) =>
    digest.examples.map(({ why, from, to, gives }, nth) => {
      const days = digestDays(calendar, digest, [CivilDate.parse(from), CivilDate.parse(to)]);
      const differences = differs("the days", gives.join(", ") || "none", days.join(", ") || "none");
      return run(`digests[${at}].examples[${nth}]`, `digest ${digest.id}`, why, differences);
    }),
  );
