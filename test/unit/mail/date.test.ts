import { expect, test } from "vitest";
import { sayDay, sayDue, sayMoment, sayShown, sayShownDue } from "../../../shared/mail/date.ts";
import { at } from "./sample.ts";

const ZONE = "Asia/Shanghai";

test.each([
  [
    "AS-02: a due at 00:00 is 24:00 of the day before",
    "2026-10-11T00:00:00+08:00",
    "2026年10月10日（周六）24:00",
    "Sat 10 Oct 2026, 24:00",
  ],
  [
    "a due within a day is said as it is",
    "2026-10-03T20:15:00+08:00",
    "2026年10月3日（周六）20:15",
    "Sat 3 Oct 2026, 20:15",
  ],
  ["over the end of a year", "2027-01-01T00:00:00+08:00", "2026年12月31日（周四）24:00", "Thu 31 Dec 2026, 24:00"],
  ["over a leap day", "2028-03-01T00:00:00+08:00", "2028年2月29日（周二）24:00", "Tue 29 Feb 2028, 24:00"],
])("%s", (_, shown, zh, en) => {
  expect(sayShownDue(shown, "zh-CN")).toBe(zh);
  expect(sayShownDue(shown, "en")).toBe(en);
  expect(sayDue(at(shown), ZONE, "zh-CN")).toBe(zh);
});

test("a moment at midnight is the first of its own day, not a due", () => {
  expect(sayShown("2026-10-11T00:00:00+08:00", "en")).toBe("Sun 11 Oct 2026, 00:00");
  expect(sayMoment(at("2026-10-10T16:00:00Z"), ZONE, "zh-CN")).toBe("2026年10月11日（周日）00:00");
});

test("a day has its weekday", () => {
  expect(sayDay("2026-03-10", "zh-CN")).toBe("2026年3月10日（周二）");
  expect(sayDay("2026-03-16", "en")).toBe("Mon 16 Mar 2026");
});
