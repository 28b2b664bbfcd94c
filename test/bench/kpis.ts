import { tableFigures } from "../../shared/aws/figures.ts";
import type { CivilDate } from "../../shared/calendar/civil-date.ts";
import { CaseId, OrgId, spell } from "../../shared/kernel/ids.ts";
import { HOUR, Instant, plusMs } from "../../shared/kernel/instant.ts";
import source from "../../shared/policies/compiled/bus-maker-after-sales.json" with { type: "json" };
import { Policy } from "../../shared/policy/policy.ts";
import type { KeptPart } from "../../shared/record/figures/figures.ts";
import { figuresOf } from "../../shared/record/figures/figures-of.ts";
import type { Figure } from "./figure.ts";
import { meteredStore } from "./metered.ts";

const SIZES = [1_000, 10_000, 100_000] as const;
const MONTH = "2026-10";
const BEGUN = Instant.parse("2026-10-01T00:00:00.000Z");
const BEHIND = Instant.parse("2027-01-01T00:00:00.000Z");
const KPI = "timely-service-rate";
/** So many rows are put by one call. */
const AT_ONCE = 2_000;

const caseOf = (n: number): CaseId => {
  const bytes = new Uint8Array(17);
  new DataView(bytes.buffer).setUint32(0, n);
  return CaseId.parse(`case_${spell(bytes)}`);
};

/** A part of the month, or of an earlier one: `n` spreads over the hours of it. */
const part = (n: number, period: string, from: Instant): KeptPart => ({
  ...{ kpi: KPI, period, of: caseOf(n), member: "arrival-1", numerator: n % 10 === 0 ? 0 : 1, denominator: 1 },
  at: plusMs(from, (n % 720) * HOUR + Math.floor(n / 720) * 1_000),
});

/**
 * What a figure costs to show, first after its rows changed and then again: where the month itself holds ever more parts,
 * and where the months before it do. Its sum must be that of the parts.
 */
export const kpis = async (): Promise<Figure[]> => {
  const { measured, stop, engine, client, table } = await meteredStore("quick");
  const figures = tableFigures(client, table);
  const policy = Policy.parse(source);
  const found: Figure[] = [];
  const fill = async (org: OrgId, period: string, begun: Instant, from: number, to: number): Promise<void> => {
    for (let n = from; n < to; n += AT_ONCE) {
      const put = Array.from({ length: Math.min(AT_ONCE, to - n) }, (_, at) => part(n + at, period, begun));
      await figures.apply({ org, policy: policy.id }, { put, drop: [] });
    }
  };
  const show = async (org: OrgId) => {
    const asked = { org, policy, on: `${MONTH}-31` as CivilDate, kpis: [KPI], earlier: 0 }; // a day of that month
    const [one] = await figuresOf({ figures, obligations: { ending: async () => [] }, now: () => BEHIND }, asked);
    return one?.denominator;
  };
  const measure = async (what: string, org: OrgId, note: string, sum: number): Promise<void> => {
    for (const when of ["after a change", "again"]) {
      const begun = performance.now();
      let counted: number | undefined;
      const { reads, readRequests } = await measured(async () => {
        counted = await show(org);
      });
      if (counted !== sum) throw new Error(`${what} ${when}: ${counted} counted, ${sum} there`);
      const ms = performance.now() - begun;
      found.push({
        what: `${what}, ${when}: read`,
        value: reads,
        unit: "units",
        note: `requests: ${readRequests}, ${note}`,
      });
      found.push({ what: `${what}, ${when}`, value: ms, unit: "ms", note: `${note}, ${engine}` });
    }
  };
  try {
    const [large, old] = [OrgId.parse("large-month"), OrgId.parse("long-history")];
    let there = 0;
    for (const size of SIZES) {
      await fill(large, MONTH, BEGUN, there, size);
      await measure("a figure of a month", large, `${size.toLocaleString("en")} parts in it`, size);
      there = size;
    }
    await fill(old, MONTH, BEGUN, 0, 1_000);
    there = 0;
    for (const size of SIZES) {
      // the months before, of which nothing is asked
      await fill(old, "2026-09", Instant.parse("2026-09-01T00:00:00.000Z"), there, size);
      await fill(old, MONTH, BEGUN, 0, 1); // one changes
      await measure("a figure of 1,000 parts", old, `${size.toLocaleString("en")} parts before it`, 1_000);
      there = size;
    }
    return found;
  } finally {
    await stop();
  }
};
