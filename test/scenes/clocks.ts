import { step } from "../fixtures/cases.ts";
import { busFault, contact, liftTrouble } from "../fixtures/customer-sends.ts";
import type { Scenes } from "./scene.ts";

const door = {
  policy: "door-factory-after-sales",
  at: "2026-03-10 09:30",
  filing: {
    contact,
    dealerName: "East Gate Dealer",
    orderNo: "SO-1",
    productLine: "window-guard",
    category: "1-1-1",
    description: "rust on the lower bar",
  },
} as const;

const later = { do: "requestExtension", clock: "plan", newDue: "2026-03-20", reason: "a mould is repaired" } as const;

const lift = {
  policy: "distance-tier-after-sales",
  at: "2026-02-14 18:00",
  filing: liftTrouble,
} as const;

const assessed = ["afterSales", step("assess", { warranty: "in", distanceKm: 650 })] as const;
const festival = {
  do: "recordException",
  clock: "arrival",
  reason: "FESTIVAL",
  promised: "2026-02-24T12:00:00+08:00",
  remark: "No coach before the 23rd.",
} as const;

/** Steps, remarks, what happened outside, and what moves or excuses a due. */
export const clocks: Scenes<
  "step" | "note" | "recordEvent" | "requestExtension" | "decideExtension" | "recordException" | "decideException"
> = {
  step: { ...door, before: [], by: "afterSales", command: { do: "step", step: "accept", answers: {} } },
  note: { ...door, before: [], by: "afterSales", command: { do: "note", text: "called the dealer" } },
  recordEvent: {
    policy: "bus-maker-after-sales",
    at: "2026-06-19 22:40",
    filing: busFault,
    before: [],
    by: "serviceStaff",
    command: { do: "recordEvent", event: "partReplaced" },
  },
  requestExtension: { ...door, before: [["afterSales", step("accept")]], by: "afterSales", command: later },
  decideExtension: {
    ...door,
    before: [
      ["afterSales", step("accept")],
      ["afterSales", later],
    ],
    by: "operationsDirector",
    command: { do: "decideExtension", extension: "plan-1", approve: true },
  },
  recordException: { ...lift, before: [assessed], by: "serviceCentre", command: festival },
  decideException: {
    ...lift,
    before: [assessed, ["serviceCentre", festival]],
    by: "afterSalesHead",
    command: { do: "decideException", exception: "arrival-1", approve: true },
  },
};
