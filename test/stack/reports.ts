import { ReportView } from "../../shared/api/reports.ts";
import { must } from "./call.ts";
import type { TestStack } from "./stack.ts";

type Desk = Pick<TestStack, "as">;

/** One report as somebody sees it. */
export const reportSeen = async (demo: Desk, sub: string, id: string): Promise<ReportView> =>
  ReportView.parse(must(await demo.as(sub).get(`/reports/${id}`), 200).body);

/** Hands a report in as it stands. */
export const handIn = async (demo: Desk, sub: string, id: string): Promise<ReportView> => {
  const { content } = await reportSeen(demo, sub, id);
  return ReportView.parse(must(await demo.as(sub).post(`/reports/${id}/submission`, { content }), 200).body);
};
