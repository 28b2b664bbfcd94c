import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Demo, openDemo } from "../../infra/demo/demo.ts";
import { putCompany } from "../../infra/org/company.ts";
import { publishedPolicy } from "../../infra/policy/published.ts";
import { tableOrgs } from "../../shared/aws/orgs.ts";
import { calendarOf } from "../../shared/calendar/known.ts";
import { fromMs } from "../../shared/kernel/instant.ts";
import type { Policy } from "../../shared/policy/policy.ts";
import { letters } from "../stack/letters.ts";
import { putCase } from "./case-life.ts";
import { chance } from "./chance.ts";
import type { Company } from "./company.ts";
import { diary } from "./diary.ts";
import { companyOf, houseOf, peopleOf } from "./house.ts";
import { type Slot, slotsOf } from "./slots.ts";
import { putWork } from "./work/work.ts";

export type Year = {
  readonly seed: number;
  /** The regulations, each in a company of its own. */
  readonly policies: readonly string[];
  /** How many cases each company gets. */
  readonly cases: number;
  /** First and last day of the office. */
  readonly from: string;
  readonly to: string;
};

/** The year as it stands at its end, before it is thrown away. */
export type Lived = {
  readonly demo: Demo;
  readonly companies: readonly Company[];
  readonly complaints: readonly string[];
  readonly fired: number;
  readonly skipped: number;
};

const policyOf = (id: string): Policy => {
  const found = publishedPolicy(id)?.policy;
  if (found === undefined) throw new Error(`there is no regulation ${id}`);
  return found;
};

/** As fast as the stand-in can be. */
const NO_PACE = { quota: { max24HourSend: 1_000_000, maxSendRate: 1_000_000 } };

const companyAt = (demo: Demo, policy: Policy, { seed, from, to }: Year): Company => {
  const calendar = calendarOf(policy.calendar.holidays);
  if (calendar === undefined) throw new Error(`${policy.id} names no known calendar`);
  return {
    policy,
    calendar,
    house: houseOf(demo.stack, policy),
    letters: letters(demo.stack.inboxUrl),
    refused: new Map(),
    chance: chance(`${seed}/${policy.id}`),
    slots: slotsOf(calendar, from, to),
    diary: diary(),
  };
};

/** Cases come at any hour, mostly when the office works. */
const arrival = ({ chance: luck, slots }: Company): number => {
  const cases = slots.flatMap(({ of }, n) => (of === "cases" ? [n] : []));
  const slot = luck.one(cases);
  return slots[slot]?.office || luck.of(0.3) ? slot : luck.one(cases);
};

/** All that the companies have put down for a slot: each company's things one after the other, the companies beside each other. */
const doAll = async (companies: readonly Company[], slot: number): Promise<number> => {
  const counts = await Promise.all(
    companies.map(async ({ diary: own }) => {
      const doings = own.take(slot);
      for (const doing of doings) await doing();
      return doings.length;
    }),
  );
  return counts.reduce((sum, n) => sum + n, 0);
};

/**
 * Lives a year: the real functions on the local stack, whose clock stands still while somebody does something and jumps
 * from slot to slot, firing on the way all that falls due. The same seed gives the same year.
 */
export const live = async <T>(
  year: Year,
  look: (lived: Lived) => Promise<T>,
  progress: (line: string) => void = () => {},
): Promise<T> => {
  const dataDir = mkdtempSync(join(tmpdir(), "aftercare-year-"));
  const policies = year.policies.map(policyOf);
  const complaints: string[] = [];
  const demo = await openDemo({
    dataDir,
    port: 0,
    at: `${year.from}T00:00:00+08:00`,
    memory: true,
    still: true,
    log: (line) => complaints.push(line),
    people: policies.flatMap(peopleOf),
  });
  try {
    const orgs = tableOrgs(demo.client, demo.table);
    for (const policy of policies)
      await putCompany(orgs, companyOf(policy), { by: "year", at: fromMs(demo.stack.clock.now()) });
    await letters(demo.stack.inboxUrl).mailFaults(NO_PACE);
    const companies = policies.map((policy) => companyAt(demo, policy, year));
    companies.forEach(putWork);
    for (const company of companies)
      if (company.policy.intake !== undefined)
        for (let n = 0; n < year.cases; n += 1) putCase(company, n, arrival(company));
    const slots: readonly Slot[] = companies[0]?.slots ?? [];
    let [fired, skipped] = [0, 0];
    const began = performance.now();
    for (const [n, { at }] of slots.entries()) {
      if (n > 0 && at.slice(0, 7) !== slots[n - 1]?.at.slice(0, 7))
        progress(`${slots[n - 1]?.at.slice(0, 7)} is over after ${Math.round((performance.now() - began) / 1000)} s`);
      if (!companies.some(({ diary: own }) => own.has(n))) continue;
      const turned = await demo.stack.clock.advance({ to: at });
      fired += turned.fired;
      skipped += turned.skipped;
      await doAll(companies, n);
    }
    const last = await demo.stack.clock.advance({ to: `${year.to}T23:59:30+08:00` });
    return await look({ demo, companies, complaints, fired: fired + last.fired, skipped: skipped + last.skipped });
  } finally {
    demo.client.destroy();
    await demo.stack.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
};
