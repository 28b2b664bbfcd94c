import demoCompany from "../../infra/demo/company.json" with { type: "json" };
import { putCompany } from "../../infra/org/company.ts";
import { tableOrgs } from "../../shared/aws/orgs.ts";
import { PUBLICATION } from "../fixtures/worlds.ts";
import type { TestStack } from "./stack.ts";

/** The demo company's own regulation. */
export const DOORS = "door-factory-after-sales";
/** Takes complaints too, at a desk of its own. */
export const NORMS = "complaint-handling-norms";
/** Takes complaints too, at the desk of the door factory's. */
export const SHARED_DESK = "enterprise-after-sales";
/** Those that take no complaints (AS-129). */
export const SILENT = ["service-incentive", "general-conduct-rules"] as const;

/** Lets the demo company work by five regulations at once. */
export const useSeveral = async ({ demo }: Pick<TestStack, "demo">): Promise<void> => {
  const desk = { emails: ["office@demo-doors.example"], locale: "en" };
  const policies = [DOORS, NORMS, ...SILENT, SHARED_DESK];
  const desks = { ...demoCompany.desks, agent: desk, office: desk };
  await putCompany(tableOrgs(demo.client, demo.table), { ...demoCompany, policies, desks }, PUBLICATION);
};
