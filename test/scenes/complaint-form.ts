import { step } from "../fixtures/cases.ts";
import { crackedParts } from "../fixtures/customer-sends.ts";
import type { Deed, Scenes } from "./scene.ts";
import { fileNext } from "./wholes.ts";

export const form = {
  policy: "customer-complaint-form",
  at: "2026-03-10 09:00",
  filing: crackedParts,
} as const;

/** Through all desks to the table of whoever decides; the second of these gives the case its number. */
export const composed: readonly Deed[] = [
  ["business", step("send-to-office", { sample: "impossible", businessOpinion: "Founded.", lossCaused: true })],
  ["productionGroup", step("register")],
  ["quality", step("trace-cause", { category: "2", cause: "Cold press", departmentNamed: "Press shop" })],
  [
    "manufacturing",
    step("draft-countermeasure", {
      productionUnit: "Press shop",
      machineShift: "3 early",
      workers: "Team 3",
      producedOn: "2026-02-01",
      countermeasure: "Warm the press.",
    }),
  ],
  ["managerOffice", step("manager-opinion", { managerOpinion: "Agreed." })],
  ["productionGroup", step("office-check")],
  [
    "business",
    step("negotiate", {
      businessProposal: "Take back",
      explainedAt: "2026-03-10T09:00:00+08:00",
      negotiationResult: "Agreed",
    }),
  ],
  [
    "businessSupervisor",
    { do: "sign", signoff: "negotiation-check", by: "businessSupervisor", name: "Supervisor", method: "typed" },
  ],
  ["businessSupervisor", step("return-to-office")],
  [
    "productionGroup",
    step("compose-opinion", { founded: "founded", compositeOpinion: "Take back.", amountProposed: "0.00" }),
  ],
];

const APPROVAL = { decision: "They may come back.", settlement: "return", approvedReturnQuantity: 100 };
const answered: readonly Deed[] = [
  ...composed,
  ["businessManager", step("approve", APPROVAL)],
  ["business", step("answer-customer", { answer: "Send them back.", answerChannel: "letter" })],
];
const onSlip: readonly Deed[] = [
  ...answered,
  ["business", step("customer-accepts")],
  [
    "business",
    step("issue-return-slip", {
      returnReason: "Cracked",
      returnHandling: "Take back",
      returnBasis: "The decision",
      slipQuantity: 100,
    }),
  ],
];
const approve = { do: "giveVerdict", approval: "return-slip", verdict: "approve" } as const;

/** What is promised, decided and taken back, and what is filed anew. */
export const complaintForm: Scenes<
  "giveVerdict" | "makePromise" | "judgeLiability" | "decideReturn" | "supersede" | "acknowledge"
> = {
  giveVerdict: { ...form, before: onSlip, by: "businessManager", command: approve },
  makePromise: {
    ...form,
    before: [],
    by: "businessManager",
    command: { do: "makePromise", amount: "5000.00", said: "You will get it." },
  },
  judgeLiability: {
    ...form,
    before: [],
    by: "productionGroup",
    command: {
      do: "judgeLiability",
      answers: { classOfCause: "quality", ownQuality: "yes", thirdParty: "no" },
      class: "own-quality",
      shares: [{ department: "Press shop", percent: 100 }],
    },
  },
  decideReturn: {
    ...form,
    before: [
      ...onSlip,
      ["businessManager", approve],
      ["finishedGoods", step("receive-return", { actualReturnQuantity: 101, agreesWithSlip: "agrees" })],
    ],
    by: "businessManager",
    command: { do: "decideReturn", quantity: 100, remark: "One goes back to the buyer." },
  },
  supersede: {
    ...form,
    before: [...answered, ["business", step("customer-objects", { objection: "Not acceptable" })]],
    whole: fileNext("business"),
    // the new case: looked for, filed under its marks and its name, and the old one read again to be linked to it
    also: [
      "Get RECORD",
      "Get ORG",
      "Get RECORD",
      "Put ALIAS",
      "Put MARK",
      "Put MARK",
      "Put MARK",
      "Put MARK",
      "Put RECORD",
    ],
  },
  acknowledge: {
    ...form,
    before: answered,
    by: "quality",
    command: { do: "acknowledge", form: "complaint-form", copy: 1 },
  },
};
