import type { Hovers } from "./hover.ts";

const AMOUNT = "An amount with two decimals, quoted: never a floating-point number.";

/** Who may approve how much, what needs a yes, and who bears which cost. */
export const MONEY: Hovers = {
  authority: "Who may approve how much (审批权限). An amount belongs to exactly one band or to `otherwise`.",
  "authority[].bands": "Spans of an amount, each with its approver. They touch and do not overlap (CCF-21).",
  "authority[].bands[].over": { says: `More than this; it is excluded (K-8). ${AMOUNT}`, examples: ["5000.00"] },
  "authority[].bands[].upTo": { says: `At most this; it is included (K-8). ${AMOUNT}`, examples: ["5000.00"] },
  "authority[].bands[].approver": "Who may say yes in this band.",
  "authority[].otherwise":
    "Who may say yes beyond all bands; everything, where the regulation gives no figures (A-33).",
  "authority[].forbidsEarlierPromises":
    "True: nobody may promise a customer anything before the decision (CCF-29, AS-44).",
  "authority[].governs": "Where the table is applied: which step decides on which amount.",
  "authority[].governs.steps": "The steps that decide on the amount; each approver must be able to take them.",
  "authority[].governs.amounts":
    "Money fields, of the step or known before, that hold the amount; the largest of them counts.",
  "authority[].examples[].amount": { says: AMOUNT, examples: ["5000.01"] },
  "authority[].examples[].approver": "Who must approve that amount.",

  approvals: "What may not begin before somebody said yes, with those who must have looked first.",
  "approvals[].of": "What is decided on.",
  "approvals[].value": "A measured value that makes it necessary, e.g. a height over 5 m (BCE-12).",
  "approvals[].value.fact": "The fact that holds the value; a number.",
  "approvals[].value.needs": "The span in which the approval is needed.",
  "approvals[].value.needs.from": "From this figure on (以上); it is included (K-8).",
  "approvals[].value.needs.over": "Above this figure (超过); it is excluded (K-8).",
  "approvals[].value.needs.upTo": "Up to this figure (以内); it is included (K-8).",
  "approvals[].value.needs.below": "Below this figure (不满); it is excluded (K-8).",
  "approvals[].about": {
    says: "What it is about; a case unless told otherwise.",
    values: {
      case: "A case: those who review and approve are asked at it.",
      house: "Something else in the house; nobody is asked about it at a case.",
    },
  },
  "approvals[].form": "Of what is decided in the house: the register whose entries ask for it (HKC-14).",
  "approvals[].sees":
    "What is looked at. It must be there before anybody can say yes, and a change of it takes back what was said.",
  "approvals[].sees.facts": "Facts that must be known.",
  "approvals[].sees.steps": "Steps that must have been taken; taken again, they are to be judged again.",
  "approvals[].givenBy": "Steps whose taking is itself the yes; nothing else is then asked.",
  "approvals[].reviewedBy": "Who must have looked at it before (会审).",
  "approvals[].approvedBy":
    "Who must say yes. Empty: no approval is needed in this tier, which is worth saying (GAS-23).",
  "approvals[].examples[].value": "A value.",
  "approvals[].examples[].needed": "Whether that value needs the approval.",

  costs: "Who bears a cost, on what ground, and where it is booked.",
  "costs[].what": "The cost.",
  "costs[].bearer": "Who bears it: a role, a party, or a unit in words.",
  "costs[].bookedAs": "Where it is booked (列支).",
  "costs[].charge": {
    says: "What the customer is charged.",
    values: {
      free: "Nothing.",
      tariff: "What the tariff says.",
      preferential: "A preferential price.",
      negotiated: "What is agreed on.",
      "with-consent": "Nothing, unless `consent` is given.",
      internal: "Nothing: it is settled inside the house.",
    },
  },
  "costs[].consent": "The approval that must be given before anything is charged.",
  "costs[].asks": "Facts that are told with each cost and not of the case, e.g. whose staff travelled.",
  "costs[].blocks": "Steps or schedules that stay closed until the charge exists (AS-27).",
};
