import type { ReportView } from "../../../shared/api/reports.ts";
import { useDesk } from "../desk.ts";
import { Mark } from "../parts.tsx";

/** Where a report stands, in a word. */
export const Standing = ({ row }: { row: Pick<ReportView, "state" | "overdue"> }) => {
  const { reports } = useDesk().words;
  if (row.overdue) return <Mark tone="bad">{reports.overdue}</Mark>;
  const done = row.state.id === "SUBMITTED" || row.state.id === "CONSOLIDATED";
  return <Mark tone={done ? "good" : row.state.id === "LATE" ? "bad" : "wait"}>{row.state.says}</Mark>;
};
