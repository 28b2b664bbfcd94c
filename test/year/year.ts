import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { policyIds, publishedPolicy } from "../../infra/policy/published.ts";
import { tell } from "./tell.ts";

/**
 * `npm run year -- [--policy <id> …] [--seed <n>] [--cases <n>] [--from <day>] [--to <day>] [--out <folder>]`: lives 2026,
 * or a stretch of it, under the regulations of weight A, or those named, with so many cases each. It writes all that was
 * stored and shown before it is counted again, then the ledger, the events and mails as lines of JSON, what somebody was
 * refused, and the data base of the recount. Exits with 1 where the recount disagrees.
 */
const { values } = parseArgs({
  options: {
    policy: { type: "string", multiple: true },
    seed: { type: "string", default: "1" },
    cases: { type: "string", default: "190" },
    from: { type: "string", default: "2026-01-01" },
    to: { type: "string", default: "2026-12-31" },
    out: { type: "string", default: "cdk.out/year" },
  },
});

const weighty = policyIds().filter((id) => publishedPolicy(id)?.policy.weight === "A");
const policies = values.policy ?? weighty;
const whole = (name: "seed" | "cases"): number => {
  const n = Number(values[name]);
  if (!Number.isSafeInteger(n) || n < 0) throw new Error(`--${name} is a whole number, not "${values[name]}"`);
  return n;
};
const year = { seed: whole("seed"), policies, cases: whole("cases"), from: values.from, to: values.to };

mkdirSync(values.out, { recursive: true });
const file = (name: string): string => join(values.out, name);
rmSync(file("recount.db"), { force: true });
const lines = (all: readonly unknown[]): string => all.map((one) => `${JSON.stringify(one)}\n`).join("");

const told = await tell(year, {
  file: file("recount.db"),
  keep: ({ facts, shown }) => {
    const mails = facts.mails.map(({ html, text, headers, ...one }) => one); // their words are many times the rest
    writeFileSync(file("facts.json"), JSON.stringify({ ...facts, mails }));
    writeFileSync(file("shown.json"), JSON.stringify([...shown]));
  },
  progress: (line) => console.error(`year: ${line}`),
});
writeFileSync(file("ledger.json"), `${JSON.stringify(told.ledger, null, 1)}\n`);
writeFileSync(file("events.jsonl"), lines(told.facts.events));
writeFileSync(file("refused.json"), `${JSON.stringify(told.refused, null, 1)}\n`);
writeFileSync(file("mails.jsonl"), lines(told.ledger.mails));

const cases = new Set(told.facts.events.map(({ id }) => id)).size;
const summary = {
  seed: year.seed,
  regulations: policies.length,
  cases,
  events: told.facts.events.length,
  mails: told.ledger.mails.length,
  figures: told.shown.size,
  fired: told.fired,
  skipped: told.skipped,
  seconds: told.lived,
  secondsAThousandCases: Math.round((told.lived / cases) * 10_000) / 10,
  secondsToCountAgain: told.counted,
  refused: Object.values(told.refused).reduce((sum, n) => sum + n, 0),
  complaints: told.complaints.length,
  disagreements: told.disagreements.length,
  sha256: told.hash,
  out: values.out,
};
console.log(JSON.stringify(summary, null, 2));
for (const line of told.disagreements) console.error(`year: ${line}`);
for (const line of told.complaints) console.error(`year: the stack: ${line}`);
process.exitCode = told.disagreements.length === 0 ? 0 : 1;
