import { describe, expect, test } from "vitest";
import { nextLook } from "../../../shared/case/owed.ts";
import { type Instant, plusMs } from "../../../shared/kernel/instant.ts";
import { complaint, endOf, photo, reporter, type Story, sh, staff, step, story } from "../../fixtures/cases.ts";
import { invented, inventedBody } from "../../fixtures/invented.ts";

const desk = staff("afterSales");
const director = staff("operationsDirector");
const late = complaint({ category: "2-3", damages: [], promisedDate: "2026-03-06", shippedDate: "2026-03-09" });
const due = endOf("2026-03-16");
const reminder = sh("2026-03-13 09:00");

const opened = (body = late) => {
  const told = story(sh("2026-03-10 09:30"), body);
  told.must(sh("2026-03-10 10:00"), desk, step("accept"));
  return told;
};
const given = (told: Story, at: Instant) =>
  told
    .wake(at)
    .map((event) => ("due" in event && "clock" in event ? `${event.type} ${event.clock} ${event.due}` : event.type));
const next = (told: Story, at: Instant) => nextLook(told.book, told.current(), at);

describe("reminders", () => {
  test.each([
    ["not before its time", plusMs(reminder, -1), []],
    ["at its time", reminder, [`reminded plan ${due}`]],
    ["late is better than never", sh("2026-03-16 23:59"), [`reminded plan ${due}`]],
    ["at the due itself there is still something to remind of", due, [`reminded plan ${due}`]],
    ["after the due there is only the breach", plusMs(due, 1), [`breached plan ${due}`]],
  ])("%s", (_why, at, wanted) => {
    expect(given(opened(), at)).toEqual(wanted);
  });

  test("D-01 once, however often it is asked", () => {
    const told = opened();
    for (const at of [reminder, reminder, plusMs(reminder, 1), sh("2026-03-15 12:00")]) told.wake(at);
    expect(told.timeline().filter(({ type }) => type === "reminded")).toHaveLength(1);
  });

  test("an hour clock reminds at half time and two hours before; a late wake gives the last one only", () => {
    const told = story(sh("2026-03-10 09:30"), inventedBody(), invented());
    expect(given(told, sh("2026-03-11 08:00"))).toHaveLength(1);
    expect(told.timeline().at(-1)).toMatchObject({ threshold: sh("2026-03-11 07:30") });
    expect(given(told, sh("2026-03-11 08:01"))).toEqual([]);
  });

  test("an extension is reminded of like the first promise", () => {
    const told = opened();
    told.wake(reminder);
    told.must(sh("2026-03-16 10:00"), desk, {
      do: "requestExtension",
      clock: "plan",
      newDue: "2026-03-20",
      reason: "x",
    });
    told.must(sh("2026-03-16 16:00"), director, { do: "decideExtension", extension: "plan-1", approve: true });
    expect(given(told, sh("2026-03-17 09:00"))).toEqual([]);
    expect(next(told, sh("2026-03-17 09:00"))).toBe(sh("2026-03-19 09:00"));
    expect(given(told, sh("2026-03-19 09:00"))).toEqual([`reminded plan ${endOf("2026-03-20")}`]);
  });

  test("nothing is reminded of what was met", () => {
    const told = opened();
    told.must(sh("2026-03-12 10:00"), desk, step("reply-plan", { plan: "更换" }));
    expect(given(told, reminder)).toEqual([]);
  });
});

describe("breaches", () => {
  const extend = (told: Story, newDue: string, approvedAt: Instant) => {
    const [asked] = told.must(plusMs(approvedAt, -1), desk, {
      do: "requestExtension",
      clock: "plan",
      newDue,
      reason: "x",
    });
    const extension = asked?.type === "extensionRequested" ? asked.extension : expect.unreachable();
    told.must(approvedAt, director, { do: "decideExtension", extension, approve: true });
  };

  test("D-01 once for each due, however late and often it is asked", () => {
    const told = opened();
    expect(given(told, sh("2026-03-17 00:01"))).toEqual([`breached plan ${due}`]);
    expect(given(told, sh("2026-03-17 00:02"))).toEqual([]);
    expect(given(told, sh("2026-04-17 00:00"))).toEqual([]);
  });

  test("found late, after the plan was replied late, it is still found", () => {
    const told = opened();
    told.must(sh("2026-03-17 10:00"), desk, step("reply-plan", { plan: "更换" }));
    expect(given(told, sh("2026-03-17 10:00"))).toEqual([`breached plan ${due}`]);
  });

  test("A-08 a late extension that is missed as well is a second breach", () => {
    const told = opened();
    told.wake(sh("2026-03-17 00:01"));
    extend(told, "2026-03-20", sh("2026-03-17 10:00"));
    expect(given(told, sh("2026-03-20 23:59"))).toEqual([`reminded plan ${endOf("2026-03-20")}`]);
    expect(given(told, sh("2026-03-21 00:01"))).toEqual([`breached plan ${endOf("2026-03-20")}`]);
    expect(given(told, sh("2026-04-21 00:01"))).toEqual([]);
  });

  test("asleep all the while, both are found at once, each by its own due", () => {
    const told = opened();
    extend(told, "2026-03-20", sh("2026-03-17 10:00"));
    expect(given(told, sh("2026-03-25 12:00"))).toEqual([
      `breached plan ${due}`,
      `breached plan ${endOf("2026-03-20")}`,
    ]);
  });

  test("met inside a late extension: the day of that promise breaches nothing more", () => {
    const told = opened();
    told.wake(sh("2026-03-17 00:01"));
    extend(told, "2026-03-20", sh("2026-03-17 10:00"));
    told.must(sh("2026-03-18 10:00"), desk, step("reply-plan", { plan: "更换" }));
    told.must(sh("2026-03-19 10:00"), desk, step("mark-executed"));
    expect(given(told, sh("2026-03-25 12:00"))).toEqual([]);
  });

  test("closed inside a late extension likewise", () => {
    const told = story(sh("2026-03-10 09:30"), inventedBody(), invented());
    told.wake(sh("2026-03-11 10:00"));
    told.must(sh("2026-03-11 11:00"), staff("desk"), {
      do: "requestExtension",
      clock: "reply",
      newDue: "2026-03-15",
      reason: "x",
    });
    told.must(sh("2026-03-11 12:00"), staff("head"), { do: "decideExtension", extension: "reply-1", approve: true });
    told.must(sh("2026-03-12 12:00"), staff("desk"), step("close"));
    expect(given(told, sh("2026-03-20 12:00"))).toEqual([]);
  });

  test("closed late before anybody was woken, the breach is still owed", () => {
    const told = story(sh("2026-03-10 09:30"), inventedBody(), invented());
    told.must(sh("2026-03-12 12:00"), staff("desk"), step("close"));
    expect(next(told, sh("2026-03-12 12:00"))).toBe(sh("2026-03-12 12:00"));
    expect(given(told, sh("2026-03-12 12:01"))).toHaveLength(1);
    expect(next(told, sh("2026-03-12 12:01"))).toBeUndefined();
  });
});

describe("missing photos are asked for once it is quiet", () => {
  const photoAt = (told: Story, at: Instant, n: number, damage: number) =>
    told.add({ type: "photoKept", at, by: reporter, photo: photo(n, damage) });
  const asks = (told: Story) => told.timeline().filter(({ type }) => type === "evidenceAsked");

  test("AS-10 thirty minutes after the last photo, naming what is missing", () => {
    const told = opened(complaint());
    for (let n = 1; n <= 5; n += 1) photoAt(told, sh(`2026-03-10 09:${40 + n}`), n, n <= 3 ? 1 : 2);
    expect(next(told, sh("2026-03-10 09:46"))).toBe(sh("2026-03-10 10:15"));
    expect(given(told, sh("2026-03-10 10:14"))).toEqual([]);
    expect(given(told, sh("2026-03-10 10:15"))).toEqual(["evidenceAsked"]);
    expect(asks(told)).toMatchObject([{ missing: [{ rule: "damage-photos", damage: 2, count: 1 }] }]);
  });

  test("once for each set that is missing, and not when it is complete", () => {
    const told = opened(complaint());
    told.wake(sh("2026-03-10 10:00"));
    told.wake(sh("2026-03-10 10:30"));
    expect(asks(told)).toHaveLength(1);
    photoAt(told, sh("2026-03-10 11:00"), 1, 1);
    told.wake(sh("2026-03-10 11:29"));
    expect(asks(told)).toHaveLength(1);
    told.wake(sh("2026-03-10 11:30"));
    expect(asks(told)).toHaveLength(2);
    for (const n of [2, 3]) photoAt(told, sh("2026-03-10 12:00"), n, 1);
    for (const n of [4, 5, 6]) photoAt(told, sh("2026-03-10 12:01"), n, 2);
    told.wake(sh("2026-03-10 13:00"));
    expect(asks(told)).toHaveLength(2);
  });

  test("AS-14 nothing is asked where nothing is needed", () => {
    expect(given(opened(), sh("2026-03-10 12:00"))).toEqual([]);
  });
});

describe("the next look", () => {
  test.each([
    ["after the receipt: the reminder", sh("2026-03-10 10:00"), reminder],
    ["while the reminder is owed: now", sh("2026-03-13 09:00"), sh("2026-03-13 09:00")],
    ["while the breach is owed: now", sh("2026-03-17 00:01"), sh("2026-03-17 00:01")],
  ])("%s", (_why, at, wanted) => {
    expect(next(opened(), at)).toBe(wanted);
  });

  test("after the reminder was given: the breach; after that nothing by itself", () => {
    const told = opened();
    told.wake(reminder);
    expect(next(told, reminder)).toBe(plusMs(due, 1));
    told.wake(plusMs(due, 1));
    expect(next(told, plusMs(due, 1))).toBeUndefined();
  });

  test("whatever is done between a deadline and its wake-up does not put the wake-up off", () => {
    const told = opened();
    told.must(sh("2026-03-13 09:00"), desk, { do: "note", text: "客户来电" });
    expect(next(told, sh("2026-03-13 09:00"))).toBe(sh("2026-03-13 09:00"));
  });

  test("K-12 while the calendar is missing it is looked at every day, until the case needs none", () => {
    const at = sh("2026-12-29 10:00");
    const told = story(at, late);
    expect(next(told, at)).toBe(plusMs(at, 24 * 3_600_000));
    told.must(at, desk, step("accept"));
    told.must(at, desk, step("reply-plan", { plan: "更换" }));
    told.must(at, desk, step("mark-executed"));
    expect(next(told, at)).toBeUndefined();
  });
});
