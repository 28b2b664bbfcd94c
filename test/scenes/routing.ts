import { step } from "../fixtures/cases.ts";
import { contact, liftTrouble } from "../fixtures/customer-sends.ts";
import type { Deed, Scenes } from "./scene.ts";
import { sayTheSame } from "./wholes.ts";

const shop = {
  policy: "it-customer-service",
  at: "2026-03-10 09:30",
  filing: { contact, kind: "fault", project: "Riverside shop", description: "The shop does not load since nine." },
} as const;

const given: readonly Deed[] = [
  ["customerService", step("register", { firstContact: "Zhou Xiao" })],
  ["customerService", { do: "assign", route: "hand-over" }],
];

/** Who has a case in hand, whom they ask, and whether it is somebody else's already. */
export const routing: Scenes<"assign" | "takeOver" | "giveBack" | "recordNeed" | "giveOpinion" | "decideDuplicate"> = {
  assign: {
    ...shop,
    before: given.slice(0, 1),
    by: "customerService",
    command: { do: "assign", route: "hand-over", note: "The shop is down." },
  },
  takeOver: { ...shop, before: given, by: "responsibleLeader", command: { do: "takeOver", assignment: 1 } },
  giveBack: {
    ...shop,
    before: given,
    by: "responsibleLeader",
    command: { do: "giveBack", assignment: 1, reason: "It is the host's." },
  },
  recordNeed: {
    policy: "distance-tier-after-sales",
    at: "2026-02-14 18:00",
    filing: liftTrouble,
    before: [],
    by: "serviceCentre",
    command: { do: "recordNeed", route: "qualified-staff", need: 1, text: "Lin Bo is trained on the DT-4." },
  },
  giveOpinion: {
    ...shop,
    before: [["techService", step("accept")]],
    by: "techService",
    command: { do: "giveOpinion", route: "arbitration", text: "Business promised what we do not serve." },
  },
  decideDuplicate: {
    ...shop,
    twin: { ...shop.filing, description: "Nothing loads." },
    before: [],
    whole: sayTheSame("customerService"),
  },
};
