import { must } from "../../stack/call.ts";
import { type Filed, plainComplaint } from "../../stack/customer.ts";
import type { TestStack } from "../../stack/stack.ts";

const contact = { name: "Gao Yuan", email: "gao@coach.example", phone: "+86 571 5550 0177" };

/** A filing under each of the regulations that the matrix walks. */
export const filings: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  "door-factory-after-sales": plainComplaint(),
  "distance-tier-after-sales": {
    contact,
    category: "3.1",
    model: "DT-4",
    place: "Linjiang",
    need: "trouble",
    description: "The lift stands still.",
  },
  "company-quality-supervision": { contact, category: "2", description: "Nobody called back." },
  "residents-complaints": {
    contact,
    kind: "complaint",
    source: "came-in",
    dwelling: "3-1202",
    category: "1",
    description: "Noise at night.",
  },
  "complaint-handling-norms": { contact, subject: "Late delivery", description: "It came a week late." },
  "delivered-product-after-sales": {
    contact,
    category: "1",
    product: "Relay R-9",
    document: "Test report TR-118",
    description: "Version 3 replaces version 2.",
  },
  "courier-service-quality": {
    contact,
    kind: "claim",
    source: "written",
    capacity: "sender",
    category: "3",
    waybillNo: "WB-2026-0117",
    sentAt: "2026-03-01T10:20:00+08:00",
    serviceClass: "domestic",
    insured: true,
    insuredAmount: "2000.00",
    description: "The vase came in pieces.",
  },
  "enterprise-after-sales": {
    contact,
    kind: "return",
    officeName: "Linjiang office",
    region: "Linjiang",
    quantity: 4,
    description: "Four doors go back.",
  },
};

/** The action and the sanction that the matrix finds in a case of company-quality-supervision. */
export const PLANNED = {
  corrective: "founded-complaint",
  cause: "No list was handed over.",
  measure: "The customer was called.",
  prevention: "The list is handed over.",
  ownerRole: "departmentHead",
  owner: "Zhou Min",
  due: "2026-03-20",
} as const;
export const PROPOSED = { sanction: "violation", kind: "Warning", subject: "The shift", basis: "As found." } as const;

type Prepare = (demo: TestStack, filed: Filed) => Promise<void>;

/** What must have happened to a case before every cell of its regulation can be asked. */
export const prepared: Readonly<Record<string, Prepare>> = {
  "door-factory-after-sales": async (demo, { caseId }) => {
    const extension = { clock: "plan", newDue: "2026-03-20", reason: "Proof of damage is awaited." };
    must(await demo.as("afterSales").post(`/cases/${caseId}/extensions`, extension), 200);
  },
  "distance-tier-after-sales": async (demo, filed) => {
    const afterSales = demo.as("afterSales");
    await afterSales.step(filed, "assess", { category: "3.1", warranty: "in", distanceKm: 650 });
    const exception = { clock: "arrival", reason: "FESTIVAL", promised: "2026-03-20" };
    must(await afterSales.post(`/cases/${filed.caseId}/exceptions`, exception), 200);
    must(await afterSales.post(`/cases/${filed.caseId}/assignments`, { route: "user-coordination" }), 200);
  },
  "company-quality-supervision": async (demo, filed) => {
    await demo.as("complaintBody").step(filed, "verify", { findings: "As described.", founded: true });
    must(await demo.as("departmentHead").post(`/cases/${filed.caseId}/actions`, PLANNED), 200);
    must(await demo.as("monitoring").post(`/cases/${filed.caseId}/sanctions`, PROPOSED), 200);
  },
};
