import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, CivilDate } from "../../../shared/calendar/civil-date.ts";
import { withOffset } from "../../../shared/calendar/zone.ts";
import { nextHour, readersOn, sameMailbox, unreadOn } from "../../../shared/digest/readers.ts";
import { Instant } from "../../../shared/kernel/instant.ts";
import source from "../../../shared/policies/compiled/property-service-inspection.json" with { type: "json" };
import { Policy } from "../../../shared/policy/policy.ts";

const policy = Policy.parse(source);
const date = (text: string) => CivilDate.parse(text);
const desk = (...emails: string[]) => ({ emails, locale: "en" as const });
const DESKS = {
  adminHr: desk("hr@x.example"),
  departmentManager: desk("HR@x.example "),
  department: desk("d@x.example"),
};

describe("when a person is told", () => {
  test.each([
    { why: "the office's eight o'clock", zone: "Asia/Shanghai", day: "2026-03-09", at: "2026-03-09T08:00:00+08:00" },
    {
      why: "the day after clocks went on",
      zone: "America/New_York",
      day: "2026-03-09",
      at: "2026-03-09T08:00:00-04:00",
    },
    { why: "a week before it", zone: "America/New_York", day: "2026-03-02", at: "2026-03-02T08:00:00-05:00" },
    { why: "a quarter of an hour off", zone: "Asia/Kathmandu", day: "2026-03-09", at: "2026-03-09T08:00:00+05:45" },
  ])("$why: by the clocks of the company, in $zone", ({ zone, day, at }) => {
    const [reader] = readersOn({ timeZone: zone, desks: DESKS }, [policy], date(day));
    expect(withOffset(reader?.at ?? Instant.parse("1970-01-01T00:00:00Z"), zone)).toBe(at);
  });

  test.each([
    { why: "the end of a week", day: "2026-03-15", told: [] },
    { why: "its Monday", day: "2026-03-16", told: ["weekly"] },
    { why: "the last of a quarter", day: "2026-03-31", told: [] },
    { why: "the first of a month and a quarter", day: "2026-04-01", told: ["monthly", "quarterly"] },
    { why: "the first working day of a half-year, a Wednesday", day: "2026-07-01", told: ["monthly", "quarterly"] },
    { why: "the last of a year", day: "2026-12-31", told: [] },
    { why: "New Year's Day", day: "2026-01-01", told: [] },
    { why: "the first working day of a year, a Sunday", day: "2026-01-04", told: ["monthly", "quarterly"] },
  ])("$why ($day): $told", ({ day, told }) => {
    const readers = readersOn({ timeZone: "Asia/Shanghai", desks: DESKS }, [policy], date(day));
    const hr = readers.find(({ email }) => sameMailbox(email) === "hr@x.example");
    expect((hr?.told ?? []).map(({ digest }) => digest.id)).toEqual(told);
  });

  test("next is the coming hour of any of them, the same day while it is still ahead", () => {
    const next = (after: string) =>
      withOffset(
        nextHour(() => [policy], date("2026-03-30"), "Asia/Shanghai", Instant.parse(after)) ??
          Instant.parse("1970-01-01T00:00:00Z"),
        "Asia/Shanghai",
      );
    expect(next("2026-03-30T07:59:59+08:00")).toBe("2026-03-30T08:00:00+08:00");
    expect(next("2026-03-30T08:00:00+08:00")).toBe("2026-04-01T08:00:00+08:00");
  });

  test("nobody is two readers of a day, and every role that has a digest is told or known to be told nothing", () => {
    const roles = [...new Set(policy.digests.flatMap(({ to }) => to))];
    const mailboxes = fc.constantFrom([], ["a@x.example"], ["A@x.example", "b@x.example"], ["b@x.example"]);
    fc.assert(
      fc.property(fc.tuple(...roles.map(() => mailboxes)), fc.integer({ min: 0, max: 365 }), (emails, n) => {
        const desks = Object.fromEntries(roles.map((role, at) => [role, desk(...(emails[at] ?? []))]));
        const company = { timeZone: "Asia/Shanghai", desks };
        const day = addDays(date("2026-01-01"), n);
        const readers = readersOn(company, [policy], day);
        const names = readers.map(({ email }) => sameMailbox(email));
        expect(new Set(names).size).toBe(names.length);
        const told = [...readers, ...unreadOn(company, [policy], day)].flatMap((one) =>
          one.told.flatMap(({ digest, roles: of }) => of.map((role) => `${digest.id} ${role}`)),
        );
        const everybody = roles.map((role) => [role, desk("all@x.example")]);
        const [all] = readersOn({ ...company, desks: Object.fromEntries(everybody) }, [policy], day);
        const wanted = (all?.told ?? []).flatMap(({ digest, roles: of }) => of.map((role) => `${digest.id} ${role}`));
        expect([...new Set(told)].sort()).toEqual(wanted.sort());
      }),
    );
  });
});
