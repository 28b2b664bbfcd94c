import { both, say, type Text } from "../kernel/text.ts";
import type { Cell, Section } from "./document.ts";
import { countedOf, type MadeInspection, SETTLED } from "./inspected.ts";
import { figure, nothing, words } from "./section.ts";

/**
 * Departments by how few findings a check of theirs has; one that was not checked stands as such, and has no place
 * (GSS-05). `known` are those that the company names, whether anybody went there or not.
 */
export const rankingSection = (known: readonly Text[], made: readonly MadeInspection[]): Section => {
  const { inspections, findings } = countedOf(made);
  const names = [
    ...new Map([...known, ...made.map((one) => one.department)].map((one) => [one["zh-CN"], one] as const)).values(),
  ];
  if (names.length === 0) return nothing("本期没有检查记录。", "No inspection was made.");
  const rated = names.map((name) => {
    const department = name["zh-CN"];
    const checks = inspections.filter((one) => one.department === department).length;
    const found = findings.filter((one) => one.department === department).length;
    return { name, department, checks, rate: checks === 0 ? undefined : found / checks };
  });
  const order = rated.toSorted((a, b) => (a.rate ?? Number.POSITIVE_INFINITY) - (b.rate ?? Number.POSITIVE_INFINITY));
  const placeOf = (rate: number) => 1 + rated.filter((one) => one.rate !== undefined && one.rate < rate).length;
  const rows = order.map(({ name, department, rate }): Cell[] => [
    words(rate === undefined ? say("未检查", "not inspected") : both(`${placeOf(rate)}`)),
    words(name),
    figure(inspections, "inspections", { department }),
    figure(findings, "findings", { department }),
    figure(findings, "findings", { department, is: SETTLED }),
  ]);
  const head = [
    say("名次", "Place"),
    say("部门或窗口", "Department or counter"),
    say("检查次数", "Checks"),
    say("不合格", "Findings"),
    say("已整改", "Put right"),
  ];
  const notes = [say("按每次检查的不合格项数由少到多排列。", "In order of findings for each check, the fewest first.")];
  return {
    tables: [{ id: "ranking", title: say("评比", "Ranking"), head, rows }],
    notes,
    lists: { inspections, findings },
  };
};
