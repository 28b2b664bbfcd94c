import { expect, test } from "vitest";
import type { Locale } from "../../../shared/kernel/text.ts";
import { explain } from "../../../shared/policy/explain.ts";
import type { Facts } from "../../../shared/policy/terms.ts";
import { ask } from "./fixture.ts";

const lines = (locale: Locale, clock: object, from: string, facts: Facts = {}): readonly string[] => {
  const { policy, due } = ask(clock, from, facts);
  return explain(due, locale, policy);
};

test("working days across a holiday, in Chinese", () => {
  expect(lines("zh-CN", { within: "4 working days" }, "2026-09-29T10:00:00+08:00")).toEqual([
    "起算：2026年9月29日 10:00",
    "9月29日 起算当日，不计",
    "9月30日 第1个工作日",
    "10月1日–7日 国庆节，不计",
    "10月8日 第2个工作日",
    "10月9日 第3个工作日",
    "10月10日 第4个工作日（调休上班）",
    "到期：2026年10月10日 24:00",
  ]);
});

test("a long count in English: only its ends, then the roll", () => {
  expect(lines("en", { within: "15 days" }, "2026-09-21T10:00:00+08:00")).toEqual([
    "Start: 21 Sep 2026 10:00",
    "21 Sep the day it starts, not counted",
    "22 Sep day 1",
    "…",
    "6 Oct day 15",
    "6–7 Oct National Day, moved on",
    "8 Oct the next working day",
    "Due: 8 Oct 2026 24:00",
  ]);
});

test("an advisory clock has a target, not a due", () => {
  const said = lines("en", { within: "1 working day", grade: "advisory" }, "2026-03-10T10:00:00+08:00");
  expect(said.at(-1)).toBe("Target (the regulation gives no figure): 11 Mar 2026 24:00");
});

test("a missing calendar, a missing fact and a clock that does not exist are said", () => {
  const from = "2026-12-29T10:00:00+08:00";
  expect(lines("zh-CN", { within: "4 working days" }, from).at(-1)).toBe(
    "2027年的节假日安排尚未载入，暂时不能计算到期日",
  );
  const near = { within: "24 hours", when: { km: { upTo: 100 } } };
  expect(lines("en", near, from)).toEqual(["Still needed: distance"]);
  expect(lines("zh-CN", near, from, { km: 101 })).toEqual(["仅适用于路程不超过100公里"]);
});
