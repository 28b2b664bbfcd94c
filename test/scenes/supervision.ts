import { step } from "../fixtures/cases.ts";
import { contact } from "../fixtures/customer-sends.ts";
import type { Deed, Scenes } from "./scene.ts";

const founded = {
  policy: "company-quality-supervision",
  at: "2026-11-02 09:00",
  filing: { contact, category: "2", department: "Repair desk", description: "Nobody called back for a week." },
} as const;

const verified: Deed = ["complaintBody", step("verify", { findings: "As described.", founded: true })];
const plan = {
  do: "planAction",
  corrective: "founded-complaint",
  answers: {
    cause: "The call-back list was not handed over.",
    measure: "The customer was called and the visit made.",
    prevention: "The list is handed over at every change of shift.",
    ownerRole: "departmentHead",
    owner: "Zhou Min",
    due: "2026-11-20",
  },
} as const;
const done = { do: "finishAction", action: "founded-complaint-1", result: "Handed over since Monday." } as const;
const proposal = {
  do: "proposeSanction",
  sanction: "violation",
  kind: "Criticism",
  subject: "The shift leader of the repair desk",
  basis: "Found in the investigation.",
} as const;

/** What a founded complaint leads to inside the house. */
export const supervision: Scenes<
  "planAction" | "finishAction" | "verifyAction" | "proposeSanction" | "decideSanction"
> = {
  planAction: { ...founded, before: [verified], by: "departmentHead", command: plan },
  finishAction: { ...founded, before: [verified, ["departmentHead", plan]], by: "departmentHead", command: done },
  verifyAction: {
    ...founded,
    before: [verified, ["departmentHead", plan], ["departmentHead", done]],
    by: "complaintBody",
    command: { do: "verifyAction", action: "founded-complaint-1", effective: true, finding: "Twice checked." },
  },
  proposeSanction: { ...founded, before: [verified], by: "complaintBody", command: proposal },
  decideSanction: {
    ...founded,
    before: [verified, ["complaintBody", proposal]],
    by: "committee",
    command: { do: "decideSanction", sanction: "violation-1", approve: true },
  },
};
