import fc from "fast-check";
import { expect, test } from "vitest";
import type { CivilDate } from "../../../shared/calendar/civil-date.ts";
import type { Instant } from "../../../shared/kernel/instant.ts";
import { calendarFeed } from "../../../shared/obligation/feed.ts";

const now = "2026-03-10T01:30:00.000Z" as Instant;
const entry = { uid: "P-1.2026-03-31-1@x", description: "", sequence: 0 };

/** What a telephone reads (RFC 5545): lines unfolded, then each escape undone. */
const read = (feed: string) => {
  expect(feed.endsWith("\r\n")).toBe(true);
  const lines = feed.slice(0, -2).replaceAll("\r\n ", "").split("\r\n");
  const said = (name: string) =>
    (lines.find((line) => line.startsWith(`${name}:`)) ?? "")
      .slice(name.length + 1)
      .replace(/\\(.)/gs, (_, char: string) => (char === "n" ? "\n" : char));
  return { lines, said };
};

test("whatever people write, a calendar has the lines it must have, none over 75 octets, and says it again", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (text) => {
      const at = { day: "2026-03-31" as CivilDate };
      const feed = calendarFeed("x", [{ ...entry, at, summary: text }], now);
      for (const line of feed.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      const { lines, said } = read(feed);
      expect(lines).toHaveLength(16);
      const printable = text
        .normalize("NFC")
        .replace(/\r\n?/g, "\n")
        .replace(/[^\P{Cc}\n\t]/gu, "")
        .trim();
      expect(said("SUMMARY")).toBe(printable);
      expect(feed.isWellFormed()).toBe(true);
    }),
  );
});

test("an appointment is a moment in UTC, a window the whole of its last day", () => {
  const moment = "2026-07-07T02:00:00.000Z" as Instant; // 10:00 in Shanghai
  const feed = calendarFeed("x", [{ ...entry, at: { moment }, summary: "a" }], now);
  expect(read(feed).lines).toEqual(expect.arrayContaining(["DTSTART:20260707T020000Z", "DTEND:20260707T030000Z"]));
  const day = calendarFeed("x", [{ ...entry, at: { day: "2026-12-31" as CivilDate }, summary: "a" }], now);
  expect(read(day).lines).toEqual(
    expect.arrayContaining(["DTSTART;VALUE=DATE:20261231", "DTEND;VALUE=DATE:20270101", "DTSTAMP:20260310T013000Z"]),
  );
});
