import { expect, test } from "vitest";
import { kpi, minute, schedule } from "./ask.ts";

/** Every schedule by its id, how many rows it has over that stretch, and when the last of them is due. */
test.each<[line: string, rows: number, last: string]>([
  ["property-service-inspection manager-weekly-check --from 2026-02-16 --to 2026-03-01", 2, "2026-03-02T00:00"],
  ["property-service-inspection administrator-weekly-check --from 2026-02-16 --to 2026-03-01", 2, "2026-03-02T00:00"],
  ["property-service-inspection hr-monthly-check --from 2026-01-01 --to 2026-12-31", 12, "2027-01-01T00:00"],
  ["property-service-inspection monthly-collection --from 2026-01-01 --to 2026-10-31", 10, "2026-10-09T00:00"],
  ["property-service-inspection monthly-report --from 2026-01-01 --to 2026-10-31", 10, "2026-10-11T00:00"],
  ["property-service-inspection quarterly-report --from 2026-01-01 --to 2026-12-31", 4, "2026-10-11T00:00"],
  ["property-service-inspection hr-quarterly-report --from 2026-01-01 --to 2026-12-31", 4, "2026-10-16T00:00"],
  [
    "it-customer-service project-visit --from 2025-11-01 --to 2027-01-31 --event delivered=2025-10-31T10:00+08:00",
    13,
    "2027-02-01T00:00",
  ],
  ["it-customer-service supervision-report --from 2026-10-01 --to 2026-10-31", 1, "2026-10-31T00:00"],
  ["it-customer-service friday-report --from 2026-09-28 --to 2026-10-04", 1, "2026-10-01T00:00"],
  ["it-customer-service december-campaign --from 2026-01-01 --to 2026-12-31", 1, "2027-01-01T00:00"],
  ["expo-client-follow-up monday-meeting --from 2026-05-04 --to 2026-05-10", 1, "2026-05-07T00:00"],
  ["expo-client-follow-up half-year-summary --from 2026-01-01 --to 2026-12-31", 2, "2027-01-01T00:00"],
  ["customer-complaint-form monthly-statistics --from 2026-05-01 --to 2026-05-31", 1, "2026-05-12T00:00"],
  ["owner-satisfaction-survey owner-survey --from 2026-01-01 --to 2026-12-31", 1, "2027-01-01T00:00"],
  ["project-return-visit yearly-survey --from 2026-01-01 --to 2026-12-31", 1, "2027-01-01T00:00"],
  ["industrial-park-property monday-menu --from 2026-10-05 --to 2026-10-05", 1, "2026-10-08T12:00"],
  ["industrial-park-property twice-daily-patrol --from 2026-11-10 --to 2026-11-10", 2, "2026-11-11T00:00"],
  ["industrial-park-property vacant-unit-cleaning --from 2026-11-01 --to 2026-11-30", 1, "2026-12-01T00:00"],
  [
    "gas-network-after-sales station-inspection --from 2026-10-01 --to 2026-10-10 --event lastInspected=2026-09-21T10:00+08:00",
    1,
    "2026-10-06T00:00",
  ],
  [
    "gas-network-after-sales regulator-overhaul --from 2026-01-01 --to 2026-12-31 --fact origin=imported --event inService=2018-06-01T10:00+08:00",
    1,
    "2026-06-02T00:00",
  ],
  [
    "gas-network-after-sales valve-overhaul --from 2026-01-01 --to 2026-12-31 --fact dn=65 --event inService=2025-06-01T10:00+08:00",
    1,
    "2026-06-02T00:00",
  ],
  ["group-service-supervision monthly-spot-check --from 2026-11-01 --to 2026-11-30", 1, "2026-12-01T00:00"],
  ["group-service-supervision monthly-ranking --from 2026-11-01 --to 2026-11-30", 1, "2026-12-01T00:00"],
  ["residents-complaints quarterly-visit --from 2026-07-01 --to 2026-09-30", 1, "2026-10-01T00:00"],
  ["residents-complaints half-year-forum --from 2026-01-01 --to 2026-06-30", 1, "2026-07-01T00:00"],
])("policy schedule %s", (line, rows, last) => {
  const given = schedule(line);
  expect(given).toHaveLength(rows);
  expect(minute(given.at(-1)?.effectiveDue ?? "")).toBe(last);
});

test.each<[why: string, id: string, n: number, d: number, met: boolean, shown: string]>([
  ["AS-21", "bus-maker-after-sales timely-service-rate", 900, 1000, true, "90.0 %"],
  ["AS-21", "bus-maker-after-sales timely-service-rate", 899, 1000, false, "89.9 %"],
  ["AS-21", "bus-maker-after-sales satisfaction", 170, 200, true, "85.0 %"],
  ["AS-21", "bus-maker-after-sales complaint-rate", 3, 100, false, "3.0 %"],
  ["AS-21", "bus-maker-after-sales complaint-rate", 2, 100, true, "2.0 %"],
  ["HOT-01", "hotel-service-quality satisfaction", 90, 100, true, "90.0 %"],
  ["AS-115", "hotel-service-quality major-complaints", 1, 1, false, "1"],
  ["AS-115", "hotel-service-quality training-coverage", 199, 200, false, "99.5 %"],
  ["AS-115 from 50 to 45", "hotel-service-quality service-efficiency", 5, 50, true, "10.0 %"],
  ["AS-115 from 50 to 45.5", "hotel-service-quality service-efficiency", 4.5, 50, false, "9.0 %"],
  ["USQ-01", "unit-service-quality satisfaction", 180, 200, true, "90.0 %"],
  ["AS-81", "unit-service-quality complaint-rate", 10, 1000, false, "1.0 %"],
  ["AS-81", "residents-complaints visit-handling-rate", 199, 200, false, "99.5 %"],
  ["AS-81", "residents-complaints founded-complaint-rate", 10, 1000, true, "1.0 %"],
  ["AS-110", "owner-satisfaction-survey response-rate", 199, 400, false, "49.8 %"],
  ["AS-110", "owner-satisfaction-survey response-rate", 200, 400, true, "50.0 %"],
])("%s: policy kpi %s, %d of %d", (_why, id, n, d, met, shown) => {
  expect(kpi(id, n, d)).toMatchObject({ met, shown });
});
