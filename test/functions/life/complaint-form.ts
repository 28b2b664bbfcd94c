import type { Filed } from "../../stack/customer.ts";
import type { TestStack } from "../../stack/stack.ts";

/** A complaint as a customer sends it on the form of CCF. */
export const complaint = {
  contact: { name: "Shao Ning", email: "shao@customer.example" },
  customerName: "Linjiang Fittings",
  orderNo: "O-2201",
  partNo: "P-80",
  shippedOn: "2026-06-20",
  shippedQuantity: 400,
  defectiveQuantity: 12,
  market: "domestic",
  description: "Threads are stripped.",
  demand: "discount",
};

/** The steps of the form up to the office's judgement (CCF-17), each by its own role. */
const ROUTE: readonly (readonly [string, string, Record<string, unknown>])[] = [
  ["business", "send-to-office", { lossCaused: true, sample: "impossible", businessOpinion: "It is as they say." }],
  ["productionGroup", "register", {}],
  ["quality", "trace-cause", { category: "2", cause: "A worn die.", departmentNamed: "Press shop" }],
  [
    "manufacturing",
    "draft-countermeasure",
    {
      productionUnit: "Press shop",
      machineShift: "P4, night",
      workers: "Two",
      producedOn: "2026-06-18",
      countermeasure: "A new die.",
    },
  ],
  ["managerOffice", "manager-opinion", { managerOpinion: "Agreed." }],
  ["productionGroup", "office-check", {}],
  [
    "business",
    "negotiate",
    { businessProposal: "A discount.", explainedAt: "2026-07-06T08:00:00+08:00", negotiationResult: "They accept." },
  ],
  ["businessSupervisor", "return-to-office", {}],
];

/** Leads a complaint through the house until it is back at the office (CCF-17), each step by its own role. */
export const negotiated = async (demo: TestStack, filed: Filed): Promise<void> => {
  const checked = { signoff: "negotiation-check", by: "businessSupervisor", name: "Supervisor", method: "typed" };
  for (const [who, step, answers] of ROUTE) {
    if (step === "return-to-office") await demo.as(who).act(filed, "signatures", checked);
    await demo.as(who).step(filed, step, answers);
  }
};
