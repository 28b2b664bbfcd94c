import { step } from "../fixtures/cases.ts";
import { contact } from "../fixtures/customer-sends.ts";
import type { Deed, Scenes } from "./scene.ts";

const late = {
  policy: "complaint-handling-norms",
  at: "2026-11-02 09:00",
  filing: { contact, subject: "Late delivery", description: "The parcel came a week late." },
} as const;

const confirmed = (signoff: string): Deed => ["customer", { do: "sign", signoff, name: "Gao Yuan", method: "typed" }];
const offered: readonly Deed[] = [
  ["agent", step("restate", { mainContent: "A parcel a week late" })],
  confirmed("restatement-confirmed"),
  ["agent", step("promise", { promisedAt: "2026-11-04T12:00:00+08:00" })],
  ["agent", step("prepare-options", { optionOne: "Refund", optionTwo: "Voucher", optionThree: "Both" })],
  ["agent", step("offer-option", { offered: "option-1", offer: "A refund of the freight" })],
];

const noise = {
  policy: "residents-complaints",
  at: "2026-11-02 09:00",
  filing: {
    contact,
    kind: "complaint",
    source: "came-in",
    dwelling: "3-1203",
    category: "1",
    description: "Noise at night.",
  },
} as const;

const closed: readonly Deed[] = [
  ["propertyOfficer", step("verify", { findings: "Loud", founded: true })],
  ["propertyOfficer", step("report-result", { department: "Engineering", report: "Bearing" })],
  ["propertyOfficer", step("handle", { result: "Replaced" })],
  ["director", { do: "sign", signoff: "director-has-result", by: "director", name: "Director", method: "typed" }],
  ["propertyOfficer", step("tell-resident", { reply: "Repaired." })],
  ["propertyOfficer", step("close")],
];

/** What is signed, said against it, put right, visited, handed round and taken up again. */
export const signing: Scenes<"sign" | "object" | "correct" | "visit" | "circulate" | "reopen"> = {
  sign: {
    ...late,
    before: offered,
    by: "customer",
    command: { do: "sign", signoff: "solution-confirmed", name: "Gao Yuan", method: "typed" },
  },
  object: {
    ...late,
    before: offered,
    by: "customer",
    command: { do: "object", signoff: "solution-confirmed", reason: "I want the goods instead" },
  },
  correct: {
    ...late,
    before: [["agent", step("restate", { mainContent: "A parcel a week late" })]],
    by: "agent",
    command: { do: "correct", place: 1, field: "mainContent", value: "Two parcels late", reason: "misheard" },
  },
  visit: {
    ...late,
    before: [
      ...offered,
      confirmed("solution-confirmed"),
      ["agent", step("carry-out")],
      ["agent", step("mark-solved", { result: "Refunded" })],
    ],
    by: "agent",
    command: {
      do: "visit",
      visit: "follow-up",
      outcome: "done",
      channel: "phone",
      whom: "Gao Yuan",
      opinion: "Content with it",
      satisfied: true,
    },
  },
  circulate: {
    policy: "delivered-product-after-sales",
    at: "2026-11-02 09:00",
    filing: {
      contact,
      category: "1",
      product: "Relay R-9",
      document: "Test report TR-118",
      description: "Version 3 replaces version 2.",
    },
    before: [],
    by: "salesCentre",
    command: {
      do: "circulate",
      form: "update-notice",
      words: "TR-118 version 3 is valid from today.",
      to: ["Lin", "Gao", "Wu"].map((name) => ({ name, email: `${name.toLowerCase()}@holder.example` })),
    },
  },
  reopen: { ...noise, before: closed, by: "propertyOfficer", command: { do: "reopen", reason: "The noise is back." } },
};
