import type { Kpi } from "./kpi.ts";

const OPERATORS: Readonly<Record<Kpi["operator"], string>> = { ">=": "≥", ">": ">", "<=": "≤", "<": "<", "=": "=" };

/** A target as people read it in any language: `≥ 90 %`; undefined where the regulation names none. */
export const sayTarget = ({ operator, target, unit }: Pick<Kpi, "operator" | "target" | "unit">): string | undefined =>
  target === null ? undefined : `${OPERATORS[operator]} ${target}${unit === "percent" ? " %" : ""}`;
