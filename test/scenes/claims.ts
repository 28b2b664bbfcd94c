import { step } from "../fixtures/cases.ts";
import { brokenVase, contact } from "../fixtures/customer-sends.ts";
import type { Deed, Scenes } from "./scene.ts";

const vase = {
  policy: "courier-service-quality",
  at: "2026-03-16 09:00",
  filing: brokenVase,
} as const;

const letter = { letterFrom: "Gao Yuan", letterDate: "2026-03-16", sentAt: "2025-03-20T10:20:00+08:00" };
const written: readonly Deed[] = [
  ["originCompany", step("record-written-claim", letter)],
  ["originCompany", { do: "sign", signoff: "written-claim", by: "sender", name: "Gao Yuan", method: "drawn" }],
];
const accepted: readonly Deed[] = [
  ...written,
  ["originCompany", { do: "addClaimPaper", document: "claim-letter" }],
  ["originCompany", { do: "addClaimPaper", document: "waybill" }],
  ["originCompany", step("check-claim", { exclusion: "none" })],
  ["originCompany", step("accept-claim", { claimAccepted: true, acceptNote: "We take your claim." })],
];

/** What is claimed, what it is worth, and what it costs. */
export const claims: Scenes<"addClaimPaper" | "assessClaim" | "bookCost"> = {
  addClaimPaper: {
    ...vase,
    before: written,
    by: "originCompany",
    command: { do: "addClaimPaper", document: "claim-letter" },
  },
  assessClaim: {
    ...vase,
    before: accepted,
    by: "originCompany",
    command: { do: "assessClaim", of: "insured", percent: 35 },
  },
  bookCost: {
    policy: "distance-tier-after-sales",
    at: "2026-04-03 15:00",
    filing: {
      contact,
      category: "3.2",
      model: "DT-7",
      place: "Linjiang",
      need: "trouble",
      description: "No pressure.",
      agentName: "Riverside Agents",
    },
    before: [
      ["afterSales", step("assess", { warranty: "in", distanceKm: 120 })],
      ["afterSales", step("notify-agent", { notifiedAgent: "Riverside Agents" })],
    ],
    by: "finance",
    command: { do: "bookCost", cost: "agent-charge", amount: "380.00" },
  },
};
