import type { Hovers } from "./hover.ts";

/** Figures by which the service is measured. */
export const KPIS: Hovers = {
  kpis: "Figures by which the service is measured, each with its target and what is divided by what.",
  "kpis[].numerator": "What is counted, in words: what stands above the line.",
  "kpis[].denominator": "Of what, in words: what stands below the line. Nothing counted is neither met nor missed.",
  "kpis[].clocks": "Clocks whose record feeds the figure; binding ones alone.",
  "kpis[].formula": {
    says: "How the engine makes the figure itself. Without it, somebody brings the figures.",
    values: {
      "response-rate":
        "Distinct valid answers of all that a campaign sent; what came back undelivered was sent too (A-43).",
      "satisfied-share": "Satisfied answers to the overall question, of the valid answers.",
    },
  },
  "kpis[].operator": {
    says: "How the figure must stand to the target (K-8). Quote it.",
    values: {
      ">=": "At least the target (达到, 不低于).",
      ">": "More than the target (超过).",
      "<=": "At most the target (不超过).",
      "<": "Less than the target (低于).",
      "=": "Exactly the target.",
    },
  },
  "kpis[].unit": {
    says: "What the figure is; a share unless told otherwise.",
    values: {
      percent: "The numerator in per cent of the denominator.",
      count: "The numerator alone, of which the denominator says nothing.",
    },
  },
  "kpis[].target": "The target; null where the regulation names none: then it is shown, and neither met nor missed.",
  "kpis[].aspiration": "True for a target that is striven for (力争): missing it is no failure (A-26).",
  "kpis[].period": {
    says: "How often the figure is taken.",
    values: {
      day: "Each day.",
      week: "Each ISO week (K-5).",
      month: "Each calendar month.",
      quarter: "Each calendar quarter.",
      "half-year": "Each calendar half-year.",
      year: "Each calendar year.",
      survey: "With each survey.",
    },
  },
  "kpis[].examples[].numerator": "What is counted.",
  "kpis[].examples[].denominator": "Of how many.",
  "kpis[].examples[].met": "Whether the target is then met; null where there is no data or no target.",
  "kpis[].examples[].shown": { says: "What people read for it.", examples: ["85.0 %"] },
};
