import { expect } from "vitest";
import { publishedPolicy } from "../../../infra/policy/published.ts";
import { tableOrgs } from "../../../shared/aws/orgs.ts";
import { hashOf, PUBLICATION, refOf } from "../../fixtures/worlds.ts";
import type { Filed } from "../../stack/customer.ts";
import type { TestStack } from "../../stack/stack.ts";

export const COURIER = "courier-service-quality";

/**
 * The courier's regulation with a step at which collected money is settled, whatever became of the complaint, and with a
 * maximum of its own that comes soon after the least time.
 */
const courierSource = (how: "anonymise" | "delete") => {
  const { source } = publishedPolicy(COURIER) ?? expect.unreachable("a published policy");
  const { workflow, clocks, ...rest } = structuredClone(source) as {
    workflow: { states: { id: string }[]; steps: unknown[] };
    clocks: { id: string }[];
  };
  const settle = {
    id: "settle",
    title: { "zh-CN": "结算代收货款", en: "Settle the payment collected" },
    rules: ["COU-07"],
    from: workflow.states.map(({ id }) => id),
    by: ["originCompany"],
    event: "codSettled",
  };
  const most = { within: "13 months", how };
  const kept = clocks.map((clock) => (clock.id === "ledger-retention" ? { ...clock, most } : clock));
  return { ...rest, version: 2, clocks: kept, workflow: { ...workflow, steps: [...workflow.steps, settle] } };
};

/** Puts that version in force for the company of a stack that works by the courier's regulation. */
export const workByCourier = async ({ demo, org: id }: TestStack, how: "anonymise" | "delete"): Promise<void> => {
  const orgs = tableOrgs(demo.client, demo.table);
  const source = courierSource(how);
  const ref = { ...refOf(source), hash: hashOf(source) };
  await orgs.publish(id, ref, source, PUBLICATION);
  const org = (await orgs.org(id)) ?? expect.unreachable("the demo company");
  await orgs.putOrg({ ...org, policies: [{ ref, effectiveFrom: "2024-01-01" }, ...org.policies] });
};

/** A sender's complaint under it. */
export const complaintOf = (contact: Readonly<Record<string, string>>, description: string) => ({
  contact,
  kind: "complaint",
  source: "phone",
  capacity: "sender",
  category: "1",
  waybillNo: "WAYBILL-77",
  serviceClass: "same-city",
  description,
});

/** Leads a complaint to its end. */
export const closeBy = async (demo: TestStack, filed: Filed): Promise<void> => {
  const group = demo.as("leadingGroup");
  await group.step(filed, "accept-complaint");
  await group.step(filed, "handle", { result: "the freight is refunded" });
  await group.step(filed, "answer", { reply: "the freight is refunded" });
  await group.step(filed, "close");
};
