import { calendarOf } from "../../../shared/calendar/known.ts";
import { Instant } from "../../../shared/kernel/instant.ts";
import { type Due, dueOf, type Running } from "../../../shared/policy/due.ts";
import { Policy } from "../../../shared/policy/policy.ts";
import type { Facts } from "../../../shared/policy/terms.ts";

const text = (said: string) => ({ "zh-CN": said, en: said });

/** The source of a small policy that holds; tests change one thing in it and see what is said. */
export const source = () => ({
  id: "small-works",
  version: 1,
  title: text("small"),
  prefix: "SMW",
  registered: 3,
  weight: "C",
  source: { seeds: ["000"], fragment: false },
  effectiveFrom: "2024-01-01",
  calendar: { holidays: "CN", timeZone: "Asia/Shanghai", remindAt: "09:00" },
  roles: [{ id: "clerk", title: text("clerk") }],
  parties: [{ id: "user", title: { "zh-CN": "用户", en: "user" } }],
  facts: [
    {
      id: "km",
      type: "number",
      min: 0,
      label: { "zh-CN": "路程", en: "distance" },
      unit: { "zh-CN": "公里", en: "km" },
    },
    { id: "urgent", type: "flag", label: { "zh-CN": "紧急", en: "urgent" } },
    { id: "closingDay", type: "date", label: { "zh-CN": "截止日", en: "closing day" } },
  ],
  intake: {
    form: text("form"),
    rules: ["SMW-01"],
    party: "user",
    receivedBy: "clerk",
    fields: [
      {
        id: "kind",
        type: "choice",
        label: { "zh-CN": "种类", en: "kind" },
        of: [
          { value: "a", label: { "zh-CN": "甲", en: "first" } },
          { value: "b", label: { "zh-CN": "乙", en: "second" } },
        ],
      },
      { id: "category", type: "category", label: text("category") },
      { id: "takenAt", type: "moment", label: { "zh-CN": "拍摄时间", en: "taken" } },
    ],
    damages: { title: text("damage"), fields: [{ id: "place", type: "text", label: text("place") }] },
  },
  categories: [
    {
      code: "1",
      title: text("one"),
      rules: ["SMW-01"],
      children: [{ code: "1-1", title: text("x"), rules: ["SMW-01"] }],
    },
  ],
  evidence: [
    {
      id: "photos",
      title: text("photos"),
      rules: ["SMW-02"],
      when: { category: "1-1" },
      per: "damageItem",
      kind: "photo",
      atLeast: 2,
      capturedBefore: "takenAt",
      blocks: ["finish"],
      examples: [{ why: "two", facts: { category: "1-1" }, photos: [["a", "b"]], complete: true }],
    },
  ],
  numbering: { template: "YYYY-MM-NNN", reset: "month" },
  workflow: {
    initial: "OPEN",
    states: [
      { id: "OPEN", title: text("open"), customer: text("open") },
      { id: "SHUT", title: text("shut"), customer: text("shut"), final: true },
    ],
    steps: [
      {
        id: "finish",
        title: text("finish"),
        from: ["OPEN"],
        to: "SHUT",
        by: ["clerk"],
        event: "finished",
        fields: [{ id: "kind", type: "text", label: text("kind") }],
        sets: ["kind"],
      },
    ],
  },
  clocks: [
    {
      id: "answer",
      title: text("answer"),
      rules: ["SMW-02"],
      start: "received",
      stop: "finished",
      within: "4 working days",
      grade: "binding",
      examples: [{ why: "plain", from: "2026-03-10T09:30:00+08:00", effectiveDue: "2026-03-17T00:00:00+08:00" }],
    },
  ],
  extensions: [{ clock: "answer", rules: ["SMW-02"], requestedBy: ["clerk"], approver: "clerk", reason: "required" }],
  notifications: [{ on: "clockReminder", clocks: ["answer"], to: ["clerk", "reporter"], template: "progress" }],
  kpis: [
    {
      id: "rate",
      title: text("rate"),
      rules: ["SMW-02"],
      formula: { is: "clocks" },
      numerator: text("good"),
      denominator: text("all"),
      clocks: ["answer"],
      operator: ">=",
      target: 90,
      period: "month",
      examples: [{ why: "nine of ten", numerator: 9, denominator: 10, met: true }],
    },
  ],
  assumptions: [
    { key: "effectiveFrom", value: "2024-01-01", status: "assumed", says: text("the day it begins"), see: "A-09" },
    { key: "numbering.template", value: "YYYY-MM-NNN", status: "assumed", says: text("the numbers"), see: "A-34" },
  ],
  notSoftware: [{ rule: "SMW-03", why: "an aim" }],
});

export const small = (): Policy => Policy.parse(source());

/** Asks the small policy's clock after changing it, with mainland China's holidays. */
export const ask = (clock: object, from: string, facts: Facts = {}): { readonly policy: Policy; readonly due: Due } => {
  const base = source();
  const examples = [{ why: "unused", from: "2026-03-10T09:30:00+08:00" }];
  const policy = Policy.parse({ ...base, clocks: [{ ...base.clocks[0], within: undefined, examples, ...clock }] });
  const [only] = policy.clocks;
  const calendar = calendarOf("CN");
  if (only === undefined || calendar === undefined) throw new Error("the fixture has a clock and a calendar");
  return { policy, due: dueOf(policy, only, { from: Instant.parse(from), facts, calendar }) };
};

/** The same, where the clock must be running. */
export const running = (clock: object, from: string, facts: Facts = {}): Running => {
  const { due } = ask(clock, from, facts);
  if (due.applies !== true || due.state !== "RUNNING")
    throw new Error(`the clock is not running: ${JSON.stringify(due)}`);
  return due;
};
