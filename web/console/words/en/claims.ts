import type { claimsWords as zh } from "../zh-cn/claims.ts";

export const claimsWords: typeof zh = {
  claim: {
    title: "Claim",
    filed: "Made",
    until: "Period ends",
    head: "Head",
    pays: "Paid (yuan)",
    refused: "Not paid (yuan)",
    sum: "Worked out in all",
    agreed: "Agreed on",
    payee: "Paid to",
    rungs: "Disputed at",
    reason: "Why it was refused",
    instead: "valued at the market price",
  },
  returned: {
    title: "Goods that come back",
    missing: "Not known yet",
    approved: "Approved",
    counted: "Counted",
    difference: "Difference",
    bookable: "May be booked",
    booked: "Booked",
    outcome: "Outcome",
    proof: "Proof",
    freight: "Freight borne by",
  },
};
