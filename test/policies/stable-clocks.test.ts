import { expect, test } from "vitest";
import { due, minute } from "./ask.ts";

/** Ids that scripts and saved links rely on: clock, what is known, and when it is due; 24:00 is the next day's 00:00. */
test.each<[why: string, line: string, effective: string, more?: { nominal?: string; reminder?: string }]>([
  ["AS-01", "door-factory-after-sales plan --from 2026-03-10T09:30+08:00", "2026-03-17T00:00"],
  ["AS-01", "door-factory-after-sales execution --from 2026-03-13T15:00+08:00", "2026-03-19T00:00"],
  [
    "AS-02",
    "door-factory-after-sales plan --from 2026-09-29T10:00+08:00",
    "2026-10-11T00:00",
    { reminder: "2026-10-09" },
  ],
  ["AS-03", "door-factory-after-sales plan --from 2026-09-20T14:00+08:00", "2026-09-25T00:00"],
  ["AS-03", "door-factory-after-sales execution --from 2026-09-24T17:00+08:00", "2026-10-01T00:00"],
  ["AS-06", "door-factory-after-sales execution --from 2026-03-19T11:00+08:00", "2026-03-25T00:00"],
  [
    "AS-15",
    "bus-maker-after-sales arrival --from 2026-10-02T20:15+08:00 --fact fault=body distanceKm=100",
    "2026-10-03T20:15",
  ],
  [
    "AS-17",
    "bus-maker-after-sales arrival --from 2026-10-02T20:15+08:00 --fact fault=body distanceKm=60 supplierNeeded=true",
    "2026-10-03T20:15",
  ],
  [
    "AS-17",
    "bus-maker-after-sales answer --from 2026-10-02T20:15+08:00 --fact fault=body distanceKm=60 supplierNeeded=true",
    "2026-10-03T08:15",
  ],
  [
    "BUS-06 beyond 100 km",
    "bus-maker-after-sales answer --from 2026-10-02T20:15+08:00 --fact fault=body distanceKm=100.1",
    "2026-10-03T08:15",
  ],
  [
    "AS-18",
    "bus-maker-after-sales written-contact --from 2026-06-19T22:40+08:00 --fact fault=chassis",
    "2026-06-20T10:40",
  ],
  [
    "AS-24 300.0 km",
    "distance-tier-after-sales arrival --from 2026-04-03T15:00+08:00 --fact distanceKm=300.0 warranty=in",
    "2026-04-04T15:00",
  ],
  [
    "AS-24 300.1 km",
    "distance-tier-after-sales arrival --from 2026-04-03T15:00+08:00 --fact distanceKm=300.1 warranty=in",
    "2026-04-05T15:00",
  ],
  [
    "AS-24 1000.0 km",
    "distance-tier-after-sales arrival --from 2026-04-03T15:00+08:00 --fact distanceKm=1000.0 warranty=in",
    "2026-04-05T15:00",
  ],
  [
    "AS-24 1000.1 km",
    "distance-tier-after-sales arrival --from 2026-04-03T15:00+08:00 --fact distanceKm=1000.1 warranty=in",
    "2026-04-06T15:00",
  ],
  [
    "AS-25",
    "distance-tier-after-sales arrival --from 2026-02-14T18:00+08:00 --fact distanceKm=650 warranty=in",
    "2026-02-16T18:00",
  ],
  [
    "AS-38",
    "customer-complaint-form closing --from 2026-09-21T10:00+08:00 --fact market=domestic",
    "2026-10-09T00:00",
    { nominal: "2026-10-07T00:00", reminder: "2026-09-30" },
  ],
  [
    "AS-40 domestic",
    "customer-complaint-form closing --from 2026-03-10T10:00+08:00 --fact market=domestic",
    "2026-03-26T00:00",
  ],
  [
    "AS-40 abroad",
    "customer-complaint-form closing --from 2026-03-10T10:00+08:00 --fact market=abroad",
    "2026-03-31T00:00",
  ],
  [
    "CCF-15 three days onto a Friday",
    "customer-complaint-form investigation-report --from 2026-03-10T10:00+08:00",
    "2026-03-14T00:00",
  ],
  [
    "CCF-20 the next day is a Saturday",
    "customer-complaint-form composite-opinion --from 2026-03-13T10:00+08:00",
    "2026-03-17T00:00",
    { nominal: "2026-03-15T00:00" },
  ],
  [
    "HKC-02 half a year from the last of March",
    "housekeeping-claims replacement-window --from 2026-03-31T10:00+08:00",
    "2026-10-01T00:00",
  ],
  ["AS-60", "service-center-dispatch invoice --from 2026-07-09T16:00+08:00 --fact fee=300.00", "2026-07-10T00:00"],
  [
    "COU-07 a month from the last of January",
    "courier-service-quality cod-settlement --from 2026-01-31T10:00+08:00",
    "2026-03-01T00:00",
  ],
  ["AS-63", "courier-service-quality ledger-retention --from 2026-02-28T10:00+08:00", "2027-03-01T00:00"],
  ["AS-64", "courier-service-quality claim-window --from 2025-03-20T10:20+08:00", "2026-03-21T00:00"],
  [
    "AS-64 National Day",
    "courier-service-quality claim-window --from 2025-10-01T10:20+08:00",
    "2026-10-09T00:00",
    { nominal: "2026-10-02T00:00" },
  ],
  ["AS-69", "courier-service-quality acceptance-answer --from 2026-09-30T18:00+08:00", "2026-10-01T18:00"],
  ["AS-80", "residents-complaints investigation --from 2026-07-08T16:30+08:00", "2026-07-09T00:00"],
  ["AS-80 a Saturday", "residents-complaints investigation --from 2026-07-11T10:00+08:00", "2026-07-12T00:00"],
  [
    "AS-88",
    "industrial-park-property rectification --from 2026-04-30T15:00+08:00 --fact severity=major",
    "2026-05-07T00:00",
  ],
  [
    "AS-88",
    "industrial-park-property return-visit --from 2026-05-06T11:00+08:00 --fact severity=major",
    "2026-05-14T00:00",
  ],
  [
    "IPP-08 three working days around National Day",
    "industrial-park-property rectification --from 2026-09-29T09:00+08:00 --fact severity=general",
    "2026-10-10T00:00",
  ],
  [
    "IPP-09 two weeks",
    "industrial-park-property return-visit --from 2026-05-06T11:00+08:00 --fact severity=general",
    "2026-05-21T00:00",
  ],
  [
    "AS-91",
    "industrial-park-property opinion-delivery --from 2026-11-05T10:00+08:00",
    "2026-11-10T00:00",
    { nominal: "2026-11-08T00:00" },
  ],
  ["AS-91", "industrial-park-property opinion-measures --from 2026-11-09T10:00+08:00", "2026-11-13T00:00"],
  ["AS-91", "industrial-park-property opinion-visit --from 2026-11-12T10:00+08:00", "2026-11-27T00:00"],
  ["AS-100", "gas-network-after-sales regulator-repair --from 2026-04-15T10:00+08:00", "2026-04-30T00:00"],
])("%s: policy due %s", (_why, line, effective, more = {}) => {
  const { nominalDue, effectiveDue, firstReminder } = due(line);
  expect(minute(effectiveDue)).toBe(effective);
  expect(minute(nominalDue)).toBe(more.nominal ?? effective);
  if (more.reminder !== undefined) expect(firstReminder?.slice(0, 10)).toBe(more.reminder);
});

test.each([
  ["BUS-05 above 100 km", "bus-maker-after-sales arrival", "fault=body distanceKm=100.1", /100 km/],
  ["AS-60 a low fee", "service-center-dispatch invoice", "fee=150.00", /over 200/],
])("%s: there is no such clock, and why", (_why, clock, facts, why) => {
  expect(due(`${clock} --from 2026-07-09T16:00+08:00 --fact ${facts}`)).toEqual({
    applies: false,
    why: expect.stringMatching(why),
  });
});

test("K-12 a clock whose year has no calendar says so, with what is known", () => {
  expect(due("customer-complaint-form closing --from 2026-12-17T10:00+08:00 --fact market=domestic")).toMatchObject({
    state: "CALENDAR_MISSING",
    year: 2027,
    nominalDue: "2027-01-02T00:00:00+08:00",
  });
});
