import { expect, test } from "vitest";
import { CivilDate } from "../../../shared/calendar/civil-date.ts";
import type { Line } from "../../../shared/digest/digest.ts";
import { digestLetter } from "../../../shared/mail/digest.ts";
import source from "../../../shared/policies/compiled/property-service-inspection.json" with { type: "json" };
import { Policy } from "../../../shared/policy/policy.ts";
import type { Sources, Whole } from "../../../shared/record/digests/digests.ts";
import { gather } from "../../../shared/record/digests/gather.ts";
import { sh } from "../../fixtures/cases.ts";
import { ACME, company } from "../../fixtures/worlds.ts";

const policy = Policy.parse(source);
const KINDS = ["cases", "duties", "reports", "findings", "entries"] as const;
const NOW = sh("2026-03-09 08:00");
const DAY = CivilDate.parse("2026-03-09");

/** So many lines of each kind, with words as long as those of the regulations. */
const sources = (count: number, kinds: readonly Whole["of"][]): Sources => {
  const what = { "zh-CN": "整改".repeat(15), en: "To be put right ".repeat(4) };
  const line: Line = {
    place: "case_1",
    name: "2026-03-001",
    what,
    whose: { "zh-CN": "责任部门", en: "Head of the responsible department" },
    due: NOW,
  };
  const list = (of: Whole["of"]) => async (): Promise<Whole> => ({ of, count, lines: Array(count).fill(line) });
  return { overdue: kinds.map(list), due: kinds.map(list), kpis: async () => [], news: async () => [] };
};

const told = async (count: number, kinds: readonly Whole["of"][]) => {
  const [digest] = policy.digests;
  const readers = digest === undefined ? [] : [{ policy, digest, roles: ["adminHr"] }];
  const moment = { day: DAY, zone: "Asia/Shanghai", now: NOW };
  const gathered = await gather(sources(count, kinds), ACME, readers, moment);
  const parts = gathered.map(({ part }) => part);
  const console = "https://x.example/console/#/x";
  const letter = digestLetter({ org: company(), locale: "en", day: DAY, now: NOW, parts, console, name: "n" });
  return { letter, shown: parts.flatMap(({ overdue, due }) => [...overdue, ...due]).map(({ first }) => first.length) };
};

test.each([
  { why: "one kind of work", count: 37, kinds: KINDS.slice(0, 1), shown: 10 },
  { why: "every kind of work", count: 37, kinds: KINDS, shown: 5 },
  { why: "as many as there are lines", count: 4, kinds: KINDS, shown: 4 },
])(
  "of $why a mail shows $shown lines of each list, says how many more there are, and is not cut again",
  async (one) => {
    const { letter, shown } = await told(one.count, one.kinds);
    expect(new Set(shown)).toEqual(new Set([one.shown]));
    const more = [...letter.text.matchAll(/and (\d+) more/g)].map(([, n]) => Number(n));
    expect(more).toEqual(one.count === one.shown ? [] : shown.map((n) => one.count - n));
    expect(letter.text).not.toContain("shortened");
    expect(Buffer.byteLength(letter.html)).toBeLessThan(96_000);
  },
);
