import { step } from "../fixtures/cases.ts";
import { contact } from "../fixtures/customer-sends.ts";
import type { Deed, Scenes } from "./scene.ts";

const parcel = {
  policy: "courier-service-quality",
  at: "2026-02-28 09:00",
  filing: {
    contact,
    kind: "complaint",
    source: "phone",
    capacity: "sender",
    category: "1",
    waybillNo: "WB-2026-0077",
    serviceClass: "same-city",
    description: "It came a week late.",
  },
} as const;

const closed: readonly Deed[] = [
  ["leadingGroup", step("accept-complaint")],
  ["leadingGroup", step("handle", { result: "the freight is refunded" })],
  ["leadingGroup", step("answer", { reply: "the freight is refunded" })],
  ["leadingGroup", step("close")],
];

/** How long the data of a case is kept, and who else gets it. */
export const keeping: Scenes<"hold" | "release" | "disclose" | "erase"> = {
  hold: { ...parcel, before: [], by: "privacyOfficer", command: { do: "hold", reason: "a suit" } },
  release: {
    ...parcel,
    before: [["privacyOfficer", { do: "hold", reason: "a suit" }]],
    by: "privacyOfficer",
    command: { do: "release", hold: "hold-1", reason: "it was settled" },
  },
  disclose: {
    ...parcel,
    before: [],
    by: "privacyOfficer",
    command: {
      do: "disclose",
      authority: "The police of Linjiang",
      legalBasis: "Criminal Procedure Law, article 54",
      document: "LJ-118",
      fields: ["contact", "waybillNo"],
    },
  },
  erase: { ...parcel, before: closed, by: "privacyOfficer", command: { do: "erase", reason: "the customer asked" } },
};
