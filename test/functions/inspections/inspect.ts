import { publishedPolicy } from "../../../infra/policy/published.ts";
import { InspectionView } from "../../../shared/api/inspections.ts";
import { itemsOf } from "../../../shared/inspection/file.ts";
import { must } from "../../stack/call.ts";
import type { TestStack } from "../../stack/stack.ts";

type Said = { readonly result: "ok" | "remark" | "na"; readonly value?: string; readonly note?: string };

const groundOf = (policyId: string, scheduleId: string) => {
  const policy = publishedPolicy(policyId)?.policy;
  const schedule = policy?.schedules.find(({ id }) => id === scheduleId);
  if (policy === undefined || schedule === undefined) throw new Error(`no ${scheduleId} in ${policyId}`);
  return { policy, schedule };
};

/** A form that is filled in whole: in order wherever nothing else is said of an item. */
export const filledIn = (
  policy: string,
  schedule: string,
  said: Readonly<Record<string, Said>> = {},
  more: object = {},
) => ({
  schedule,
  subject: "3号站",
  department: "工程部",
  people: [{ name: "赵启", inCharge: true }],
  lines: itemsOf(groundOf(policy, schedule)).map(({ list, item: { id, limit } }) => ({
    of: { checklist: list.id, item: id },
    ...(said[id] ?? { result: limit === undefined ? "ok" : "na" }),
  })),
  ...more,
});

const keyed = (key: string | undefined): Record<string, string> =>
  key === undefined ? {} : { "idempotency-key": key };

/** Inspections as staff of a running stack make them. */
export const inspecting = (demo: TestStack) => ({
  tryFile: (as: string, policy: string, body: object, key?: string) =>
    demo.as(as).post(`/inspections?policy=${policy}`, body, keyed(key)),
  file: async (as: string, policy: string, body: object, key?: string): Promise<InspectionView> => {
    return InspectionView.parse(
      must(await demo.as(as).post(`/inspections?policy=${policy}`, body, keyed(key)), 201).body,
    );
  },
  see: async (as: string, { inspectionId }: { inspectionId: string }): Promise<InspectionView> =>
    InspectionView.parse(must(await demo.as(as).get(`/inspections/${inspectionId}`), 200).body),
  tryLine: (as: string, { inspectionId }: { inspectionId: string }, n: number, path: string, body: object = {}) =>
    demo.as(as).post(`/inspections/${inspectionId}/lines/${n}/${path}`, body),
  line: async (as: string, { inspectionId }: { inspectionId: string }, n: number, path: string, body: object = {}) =>
    InspectionView.parse(
      must(await demo.as(as).post(`/inspections/${inspectionId}/lines/${n}/${path}`, body), 200).body,
    ),
});
