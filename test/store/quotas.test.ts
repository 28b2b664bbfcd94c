import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { tableEntries } from "../../shared/aws/entries.ts";
import { tableOrgs } from "../../shared/aws/orgs.ts";
import source from "../../shared/policies/compiled/call-center-service.json" with { type: "json" };
import { changeEntry } from "../../shared/record/registers/change.ts";
import type { EntryDeps } from "../../shared/record/registers/load.ts";
import { writeEntry } from "../../shared/record/registers/write.ts";
import { entryIdFor } from "../../shared/runtime/secrets.ts";
import { sh, staff } from "../fixtures/cases.ts";
import { ACME, company, settle, standing } from "../fixtures/worlds.ts";
import { createTable, dynamos } from "./stand-ins.ts";

const SWAPS = { policy: source.id, form: "swap-form" };
const MOST = 3;
const DAYS = ["2026-11-09", "2026-11-12", "2026-11-16", "2026-11-19", "2026-11-23", "2026-11-26"];

/** CAL-06: who swaps with whom, and whether they think better of it. */
const Asked = fc.record({
  swapper: fc.constantFrom("林静", "郑海", "吴倩"),
  partner: fc.constantFrom("林静", "郑海", "吴倩"),
  day: fc.constantFrom(...DAYS),
  thinksBetter: fc.boolean(),
});

describe.each(dynamos)("$name", ({ start }) => {
  test("CAL-06 however many ask at once, and take it back, nobody swaps more than three times a month", async () => {
    const { client, stop } = await start();
    await createTable(client, "quotas");
    const orgs = tableOrgs(client, "quotas");
    await settle(orgs, [source], company([source]));
    const clock = standing(sh("2026-11-02 09:00"));
    const deps: EntryDeps = {
      ...{ orgs, entries: tableEntries(client, "quotas", orgs), now: clock.now },
      pause: async () => undefined,
    };
    const agent = staff("agent");
    let run = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(Asked, { minLength: 6, maxLength: 12 }), async (asked) => {
        run += 1;
        const own = (name: string) => `${name}${run}`; // nobody's swaps of another run count
        const one = async ({ swapper, partner, day, thinksBetter }: (typeof asked)[number], nth: number) => {
          const key = `${run}-${nth}`;
          const id = entryIdFor(ACME, key);
          const answers = {
            ...{ swapper: own(swapper), partner: own(partner), swappedDay: day, returnedDay: "2026-11-28" },
            swapReason: "家中有事",
          };
          const written = await writeEntry(deps, { org: ACME, ...SWAPS, id, key, answers }, agent);
          if (!written.ok || !thinksBetter) return written.ok ? [own(swapper), own(partner)] : [];
          const ref = { org: ACME, id, list: `${SWAPS.policy}/${SWAPS.form}` };
          const back = await changeEntry(deps, ref, { do: "void", reason: "不换了" }, agent);
          return back.ok ? [] : [own(swapper), own(partner)];
        };
        const standings = (await Promise.all(asked.map(one))).flatMap((names) => [...new Set(names)]);
        for (const name of new Set(standings))
          expect(standings.filter((other) => other === name).length, name).toBeLessThanOrEqual(MOST);
      }),
      { numRuns: 6 },
    );
    await stop();
  });
});
