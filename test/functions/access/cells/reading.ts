import { addressRoutes } from "../../../../shared/api/routes/addresses.ts";
import { caseRoutes } from "../../../../shared/api/routes/cases.ts";
import { findRoutes } from "../../../../shared/api/routes/find.ts";
import { importRoutes } from "../../../../shared/api/routes/imports.ts";
import { privacyRoutes } from "../../../../shared/api/routes/privacy.ts";
import type { Policy } from "../../../../shared/policy/policy.ts";
import { type Cell, type House, holding, NO_WORDS, officersOf, readersOf } from "./cell.ts";

const NOTHING_TAKEN = { channel: "phone", contact: {} };

/** Lists, files, and what comes in: as the whole house may. */
export const reading = (policy: Policy, house: House): readonly Cell[] => {
  const of = `policy=${policy.id}`;
  const anybody = policy.routing.some(({ kind, anyEmployee }) => kind === "first-contact" && anyEmployee);
  const registers = anybody ? house.roles : holding(policy, "register");
  const [reads, takesAway] = [readersOf(policy), holding(policy, "export")];
  const { cases, search, register, exportCases, exportRegister, importTemplate } = findRoutes;
  return [
    { route: caseRoutes.case, what: "the case", path: "", may: reads },
    { route: findRoutes.desk, what: "desk", path: "/desk", may: house.roles },
    { route: cases, what: "cases", path: `/cases?${of}`, may: reads },
    { route: search, what: "search", path: `/cases/search?q=x&${of}`, may: reads },
    { route: register, what: "register", path: `/register?${of}`, may: reads },
    { route: exportCases, what: "export", path: `/cases/export?format=csv&${of}`, may: takesAway },
    {
      route: exportRegister,
      what: "export of the register",
      path: `/register/export?format=csv&${of}`,
      may: takesAway,
    },
    { route: importTemplate, what: "template", path: `/imports/template?format=csv&${of}`, may: registers },
    { route: importRoutes.importCases, what: "import", path: `/imports?dryRun=true&${of}`, body: {}, may: registers },
    { route: caseRoutes.take, what: "intake", path: `/cases/intake?${of}`, body: NOTHING_TAKEN, may: registers },
  ];
};

/** What is done with a case whatever its regulation says of it. */
export const keeping = (policy: Policy, house: House): readonly Cell[] => {
  const { audit, keeping: kept, hold, releaseHold, disclose, erase, erasePerson, personErasure } = privacyRoutes;
  const [reads, officers] = [readersOf(policy), officersOf(policy)];
  const body = { reason: NO_WORDS };
  return [
    { route: audit, what: "audit", path: "audit", may: reads },
    { route: kept, what: "keeping", path: "keeping", may: reads },
    { route: hold, what: "hold", path: "holds", body, may: officers },
    { route: releaseHold, what: "release", path: "holds/hold-1/release", body, may: officers },
    { route: disclose, what: "disclosure", path: "disclosures", body: {}, may: officers },
    { route: erase, what: "erasure", path: "erasure", body, may: officers },
    { route: erasePerson, what: "person", path: "/erasures", body: { ...body, phone: "0" }, may: house.officers },
    {
      route: personErasure,
      what: "order for a person",
      path: `/erasures/erasure_${"0".repeat(26)}`,
      may: house.officers,
      nothing: true,
    },
    { route: addressRoutes.closedAddresses, what: "closed addresses", path: "/addresses", may: house.officers },
    {
      route: addressRoutes.liftAddress,
      what: "opening an address",
      path: `/addresses/${"0".repeat(22)}/lift`,
      body,
      may: house.officers,
      nothing: true,
    },
    { route: addressRoutes.caseAddress, what: "address", path: "address", may: reads },
    {
      route: addressRoutes.liftCaseAddress,
      what: "opening its address",
      path: "address/lift",
      body,
      may: holding(policy, "note"),
      nothing: true,
    },
    {
      route: caseRoutes.note,
      what: "note",
      path: "notes",
      body: { text: NO_WORDS },
      may: holding(policy, "note"),
    },
    {
      route: caseRoutes.correct,
      what: "correction",
      path: "corrections",
      body: { place: 0, field: policy.intake?.fields[0]?.id ?? "none", value: "x", reason: NO_WORDS },
      may: policy.intake === undefined ? [] : [policy.intake.receivedBy],
    },
  ];
};
