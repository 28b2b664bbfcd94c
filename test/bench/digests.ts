import { CivilDate } from "../../shared/calendar/civil-date.ts";
import type { Told } from "../../shared/digest/readers.ts";
import { OrgId } from "../../shared/kernel/ids.ts";
import { Instant } from "../../shared/kernel/instant.ts";
import { casesDueSoon, closedCases, openedCases, overdueCases } from "../../shared/record/digests/cases.ts";
import type { Sources } from "../../shared/record/digests/digests.ts";
import { eventsSince } from "../../shared/record/digests/events.ts";
import { gather } from "../../shared/record/digests/gather.ts";
import type { Figure } from "./figure.ts";
import { filling } from "./filling.ts";
import { meteredStore } from "./metered.ts";

const SIZES = [1_000, 10_000, 100_000] as const;
const ORG = OrgId.parse("demo-doors");

/** The second Monday of the year of cases: a table of a thousand holds four days of the week before, larger ones all of it. */
const MONDAY = { day: CivilDate.parse("2025-03-17"), now: Instant.parse("2025-03-17T08:00:00+08:00") } as const;

/** What a weekly digest costs to put together while the history around it grows a hundredfold. */
export const digests = async (): Promise<Figure[]> => {
  const { deps, measured, stop, engine, client, table } = await meteredStore("quick");
  const figures: Figure[] = [];
  const sources: Sources = {
    overdue: [overdueCases(deps)],
    due: [casesDueSoon(deps)],
    kpis: async () => [],
    news: async (asked) => [
      ...(await Promise.all([openedCases(deps, asked), closedCases(deps, asked)])),
      ...(await eventsSince(deps, asked)),
    ],
  };
  try {
    const org = await deps.orgs.org(ORG);
    const ref = org?.policies[0]?.ref;
    if (org === undefined || ref === undefined) throw new Error("the demo company is put with the store");
    const policy = await deps.orgs.policy(ORG, ref);
    const told = policy.digests
      .filter(({ every }) => every === "week")
      .map((digest): Told => ({ policy, digest, roles: digest.to }));
    const { upTo } = await filling(client, table, deps, SIZES[SIZES.length - 1] ?? 0);
    for (const size of SIZES) {
      await upTo(size);
      let found = "";
      const begun = performance.now();
      const { reads, readRequests } = await measured(async () => {
        const [one] = await gather(sources, ORG, told, { ...MONDAY, zone: org.timeZone });
        const lists = [...(one?.part.overdue ?? []), ...(one?.part.due ?? []), ...(one?.part.news ?? [])];
        found = lists.map(({ of, count }) => `${of} ${count}`).join(", ");
      });
      const took = performance.now() - begun;
      const note = `${found}; requests: ${readRequests}, among ${size.toLocaleString("en")} cases, ${engine}`;
      figures.push({ what: "a weekly digest: read", value: reads, unit: "units", note });
      figures.push({
        what: "a weekly digest: time",
        value: took,
        unit: "ms",
        note: `among ${size.toLocaleString("en")} cases`,
      });
    }
    return figures;
  } finally {
    await stop();
  }
};
