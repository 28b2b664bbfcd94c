import type * as z from "zod";
import { type Locale, say, type Text } from "../kernel/text.ts";
import type { FindingRow } from "./inspections.ts";
import type { Cell, Sheet } from "./sheet.ts";

type Row = z.infer<typeof FindingRow>;

const moment = (said: string | undefined): Cell => (said === undefined ? undefined : { moment: said });

/** The columns of a list of findings: what was found, whose it is, and what became of it (PSI-10). */
const COLUMNS: readonly { readonly title: Text; readonly width: number; readonly cell: (row: Row) => Cell }[] = [
  { title: say("检查时间", "Inspected"), width: 20, cell: ({ doneAt }) => moment(doneAt) },
  { title: say("检查", "Inspection"), width: 24, cell: ({ schedule }) => schedule },
  { title: say("检查对象", "What was inspected"), width: 24, cell: ({ subject }) => subject },
  { title: say("责任部门", "Department"), width: 18, cell: ({ department }) => department },
  { title: say("检查负责人", "In charge"), width: 14, cell: ({ inspector }) => inspector },
  { title: say("不合格项", "Finding"), width: 30, cell: ({ title }) => title },
  { title: say("测量值", "Value"), width: 12, cell: ({ value }) => value },
  { title: say("说明", "Note"), width: 40, cell: ({ note }) => note },
  { title: say("状态", "State"), width: 14, cell: ({ stateSays }) => stateSays },
  { title: say("负责人签字", "Signed for"), width: 20, cell: ({ signed }) => moment(signed?.at) },
  { title: say("整改人", "Put right by"), width: 14, cell: ({ assigned }) => assigned?.rectifier },
  { title: say("整改措施", "Measure"), width: 40, cell: ({ rectified }) => rectified?.measure },
  { title: say("验证结果", "Verification"), width: 40, cell: ({ verified }) => verified?.result },
  { title: say("期限", "Due"), width: 20, cell: ({ dues }) => moment(dues[0]?.due) },
];

/** Findings as a sheet, one a line. */
export const findingSheet = (name: string, rows: readonly Row[], locale: Locale): Sheet => ({
  name,
  columns: COLUMNS.map(({ title, width }) => ({ title: title[locale], width })),
  rows: rows.map((row) => COLUMNS.map(({ cell }) => cell(row))),
});
