import { expect, test } from "vitest";
import { answer } from "../../infra/policy/commands.ts";

type Row = {
  readonly window: readonly [string, string];
  readonly effectiveDue: string;
  readonly reminder: string | null;
  readonly state: string;
};

const ask = (line: string): readonly Row[] => {
  const said = answer(["schedule", ...line.split(" ")]);
  return said.ok ? (said.value as readonly Row[]) : expect.unreachable(said.error); // as printed
};

/** Window, effective due, state and the day of the reminder, as scripts that keep these ids read them. */
const said = ({ window, effectiveDue, state, reminder }: Row): string =>
  [...window, effectiveDue.slice(0, 16), state, reminder?.slice(0, 10) ?? "-"].join(" ");

test.each<{ id: string; why: string; line: string; gives: string[] }>([
  {
    id: "AS-32",
    why: "a week without a working day",
    line: "property-service-inspection manager-weekly-check --from 2026-02-16 --to 2026-02-22",
    gives: ["2026-02-16 2026-02-22 2026-02-23T00:00 waived -"],
  },
  {
    id: "AS-32",
    why: "the full check stays due",
    line: "property-service-inspection administrator-weekly-check --from 2026-02-16 --to 2026-02-22",
    gives: ["2026-02-16 2026-02-22 2026-02-23T00:00 planned 2026-02-14"],
  },
  {
    id: "AS-31",
    why: "a month",
    line: "property-service-inspection hr-monthly-check --from 2026-10-01 --to 2026-10-31",
    gives: ["2026-10-01 2026-10-31 2026-11-01T00:00 planned 2026-10-30"],
  },
  {
    id: "AS-29",
    why: "collection on the 5th",
    line: "property-service-inspection monthly-collection --from 2026-10-01 --to 2026-10-31",
    gives: ["2026-10-01 2026-10-05 2026-10-09T00:00 planned 2026-09-30"],
  },
  {
    id: "AS-29",
    why: "the report of the month",
    line: "property-service-inspection monthly-report --from 2026-10-01 --to 2026-10-31",
    gives: ["2026-10-01 2026-10-10 2026-10-11T00:00 planned 2026-10-09"],
  },
  {
    id: "AS-29",
    why: "the report of the quarter",
    line: "property-service-inspection quarterly-report --from 2026-10-01 --to 2026-10-31",
    gives: ["2026-10-01 2026-10-10 2026-10-11T00:00 planned 2026-10-09"],
  },
  {
    id: "AS-29",
    why: "the report of all departments",
    line: "property-service-inspection hr-quarterly-report --from 2026-10-01 --to 2026-10-31",
    gives: ["2026-10-01 2026-10-15 2026-10-16T00:00 planned 2026-10-14"],
  },
  {
    id: "AS-30",
    why: "in January",
    line: "property-service-inspection hr-quarterly-report --from 2026-01-15 --to 2026-01-15",
    gives: ["2026-01-01 2026-01-15 2026-01-16T00:00 planned 2026-01-14"],
  },
  {
    id: "AS-72",
    why: "the last working day",
    line: "it-customer-service supervision-report --from 2026-09-01 --to 2026-10-31",
    gives: [
      "2026-09-01 2026-09-30 2026-10-01T00:00 planned 2026-09-29",
      "2026-10-01 2026-10-31 2026-10-31T00:00 planned 2026-10-29",
    ],
  },
  {
    id: "K-7",
    why: "Friday on Labour Day",
    line: "it-customer-service friday-report --from 2026-05-01 --to 2026-05-01",
    gives: ["2026-04-27 2026-05-01 2026-05-01T00:00 planned 2026-04-29"],
  },
  {
    id: "K-7",
    why: "Monday on Labour Day",
    line: "expo-client-follow-up monday-meeting --from 2026-05-04 --to 2026-05-04",
    gives: ["2026-05-04 2026-05-04 2026-05-07T00:00 planned 2026-04-30"],
  },
  {
    id: "ITS-12",
    why: "December",
    line: "it-customer-service december-campaign --from 2026-12-01 --to 2026-12-31",
    gives: ["2026-12-01 2026-12-31 2027-01-01T00:00 planned 2026-12-31"],
  },
  {
    id: "AS-48",
    why: "a Sunday",
    line: "customer-complaint-form monthly-statistics --from 2026-05-01 --to 2026-05-31",
    gives: ["2026-05-01 2026-05-10 2026-05-12T00:00 planned 2026-05-09"],
  },
  {
    id: "AS-48",
    why: "a make-up Saturday, and a Tuesday",
    line: "customer-complaint-form monthly-statistics --from 2026-10-01 --to 2026-11-30",
    gives: [
      "2026-10-01 2026-10-10 2026-10-11T00:00 planned 2026-10-09",
      "2026-11-01 2026-11-10 2026-11-11T00:00 planned 2026-11-09",
    ],
  },
  {
    id: "AS-110",
    why: "the fourth quarter",
    line: "owner-satisfaction-survey owner-survey --from 2026-01-01 --to 2026-12-31",
    gives: ["2026-10-01 2026-12-31 2027-01-01T00:00 planned 2026-12-31"],
  },
  {
    id: "AS-108",
    why: "the year",
    line: "project-return-visit yearly-survey --from 2026-01-01 --to 2026-12-31",
    gives: ["2026-01-01 2026-12-31 2027-01-01T00:00 planned 2026-12-31"],
  },
  {
    id: "A-40",
    why: "Monday noon on National Day",
    line: "industrial-park-property monday-menu --from 2026-10-05 --to 2026-10-05",
    gives: ["2026-10-05 2026-10-05 2026-10-08T12:00 planned 2026-09-30"],
  },
  {
    id: "AS-95",
    why: "twice a day",
    line: "industrial-park-property twice-daily-patrol --from 2026-11-10 --to 2026-11-10",
    gives: ["2026-11-10 2026-11-10 2026-11-11T00:00 planned -", "2026-11-10 2026-11-10 2026-11-11T00:00 planned -"],
  },
  {
    id: "AS-97",
    why: "vacant units",
    line: "industrial-park-property vacant-unit-cleaning --from 2026-11-01 --to 2026-11-30",
    gives: ["2026-11-01 2026-11-30 2026-12-01T00:00 planned 2026-11-30"],
  },
  {
    id: "AS-98",
    why: "two weeks onto National Day",
    line: "gas-network-after-sales station-inspection --from 2026-10-01 --to 2026-10-10 --event lastInspected=2026-09-21T10:00+08:00",
    gives: ["2026-09-22 2026-10-05 2026-10-06T00:00 planned 2026-09-30"],
  },
  {
    id: "GAS-13",
    why: "eight years",
    line: "gas-network-after-sales regulator-overhaul --from 2026-01-01 --to 2035-12-31 --event inService=2026-03-01T10:00+08:00 --fact origin=imported",
    gives: ["2026-03-02 2034-03-01 2034-03-02T00:00 planned -"],
  },
  {
    id: "GAS-13",
    why: "five years",
    line: "gas-network-after-sales regulator-overhaul --from 2026-01-01 --to 2035-12-31 --event inService=2026-03-01T10:00+08:00 --fact origin=domestic",
    gives: ["2026-03-02 2031-03-01 2031-03-02T00:00 planned -"],
  },
  {
    id: "GAS-16",
    why: "65 and larger, every year",
    line: "gas-network-after-sales valve-overhaul --from 2026-01-01 --to 2027-12-31 --event inService=2026-03-01T10:00+08:00 --fact dn=65",
    gives: ["2026-03-02 2027-03-01 2027-03-02T00:00 planned -"],
  },
  {
    id: "GAS-17",
    why: "below 65, every three years",
    line: "gas-network-after-sales valve-overhaul --from 2026-01-01 --to 2029-12-31 --event inService=2026-03-01T10:00+08:00 --fact dn=64.9",
    gives: ["2026-03-02 2029-03-01 2029-03-02T00:00 planned -"],
  },
  {
    id: "AS-37",
    why: "unannounced, reminded of on its last working day",
    line: "group-service-supervision monthly-spot-check --from 2026-11-01 --to 2026-11-30",
    gives: ["2026-11-01 2026-11-30 2026-12-01T00:00 planned 2026-11-30"],
  },
  {
    id: "AS-84",
    why: "a visit a quarter",
    line: "residents-complaints quarterly-visit --from 2026-07-01 --to 2026-09-30",
    gives: ["2026-07-01 2026-09-30 2026-10-01T00:00 planned 2026-09-30"],
  },
  {
    id: "AS-84",
    why: "a forum a half-year",
    line: "residents-complaints half-year-forum --from 2026-01-01 --to 2026-12-31",
    gives: [
      "2026-01-01 2026-06-30 2026-07-01T00:00 planned 2026-06-30",
      "2026-07-01 2026-12-31 2027-01-01T00:00 planned 2026-12-31",
    ],
  },
  {
    id: "ECF-02",
    why: "a summary a half-year",
    line: "expo-client-follow-up half-year-summary --from 2026-06-30 --to 2026-06-30",
    gives: ["2026-01-01 2026-06-30 2026-07-01T00:00 planned 2026-06-30"],
  },
  {
    id: "AS-130",
    why: "no frequency",
    line: "business-expo-management customer-visit --from 2026-01-01 --to 2026-12-31",
    gives: [],
  },
])("$id $why: policy schedule $line", ({ line, gives }) => {
  expect(ask(line).map(said)).toEqual(gives);
});

test("AS-71 visits of a project: twelve months from the delivery, then quarters", () => {
  const rows = ask(
    "it-customer-service project-visit --from 2025-10-31 --to 2027-01-31 --event delivered=2025-10-31T10:00+08:00",
  );
  expect(rows.map(({ window }) => window[1]).join(" ")).toBe(
    "2025-11-30 2025-12-31 2026-01-31 2026-02-28 2026-03-31 2026-04-30 2026-05-31 2026-06-30 2026-07-31 2026-08-31 2026-09-30 2026-10-31 2027-01-31",
  );
  expect(rows.map(({ effectiveDue }) => effectiveDue)).toContain("2026-10-01T00:00:00+08:00");
});

test("AS-30 the report of January covers the last quarter of the year before", () => {
  const line = "property-service-inspection hr-quarterly-report --from 2026-01-15 --to 2026-01-15 --lang en";
  expect(ask(line)).toMatchObject([{ why: "by 15 Jan 2026; covers Q4 2025" }]);
});
