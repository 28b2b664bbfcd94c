import type { Hovers } from "./hover.ts";
import { KINDS } from "./intake.ts";

const COUNTED = (side: "numerator" | "denominator"): Hovers => {
  const place = `kpis[].formula<cases>.${side}`;
  return {
    [`${place}<received>`]: { title: "Received", says: "Cases that were received." },
    [`${place}<event>`]: { title: "An event", says: "Cases in which an event happened." },
    [`${place}<event>.event`]: "The event.",
    [`${place}<event>.each`]: "Every time that it happened, instead of a case once.",
    [`${place}<ended>`]: { title: "Ended", says: "Cases that came to an end." },
    [`${place}<redone>`]: { title: "Redone", says: "Cases that were taken up again or corrected." },
    [`${place}<given>`]: {
      title: "Written down",
      says: "What somebody writes down for each period, because no case tells it.",
    },
    [`${place}<>.kinds`]: "Cases of these kinds alone; of any where nothing is said.",
    ...Object.fromEntries(
      ["received", "event", "ended", "redone"].map((of) => [
        `${place}<${of}>.kinds[]`,
        { says: "A kind of case.", values: KINDS },
      ]),
    ),
    [`${place}<>.when`]: "Those alone of which this holds; what is not known does not hold.",
  };
};

/** Figures by which the service is measured. */
export const KPIS: Hovers = {
  kpis: "Figures by which the service is measured, each with its target and what is divided by what.",
  "kpis[].numerator": "What is counted, in words: what stands above the line.",
  "kpis[].denominator": "Of what, in words: what stands below the line. Nothing counted is neither met nor missed.",
  "kpis[].clocks": "Clocks whose record feeds the figure; binding ones alone.",
  "kpis[].broughtBy":
    "Who writes down, for each period, what nothing counts: the whole figure without a formula, or the side that is `given`.",
  "kpis[].broughtBy[]": "A role.",
  "kpis[].formula": "How the engine makes the figure itself. Without it, somebody brings the figures.",
  "kpis[].formula<response-rate>": {
    title: "Response rate",
    says: "Distinct valid answers of all that a campaign sent; what came back undelivered was sent too (A-43).",
  },
  "kpis[].formula<satisfied-share>": {
    title: "Satisfied share",
    says: "Satisfied answers to the overall question, of the valid answers.",
  },
  "kpis[].formula<clocks>": {
    title: "Clocks kept",
    says: "Runs of `clocks` that were kept, of those that fell due in the period; excused ones are left out (A-17).",
  },
  "kpis[].formula<cases>": {
    title: "Rate of cases",
    says: "What is counted among cases, over what else is, each in the period in which it was so.",
  },
  "kpis[].formula<cases>.numerator": "What stands above the line.",
  "kpis[].formula<cases>.denominator": "What stands below the line; a plain count has none.",
  "kpis[].formula<duties>": {
    title: "Duties done",
    says: "Duties whose window ends in the period and that were done in time, of those that were owed; waived ones are left out.",
  },
  "kpis[].formula<duties>.schedules": "The schedules whose duties are counted.",
  "kpis[].formula<duties>.schedules[]": "A schedule.",
  "kpis[].formula<duties>.late": "Whether what was done late counts as done; without it, it counts as missed.",
  "kpis[].formula<hours>": {
    title: "Mean hours",
    says: "Mean hours by the clock on the wall between two events of a case.",
  },
  "kpis[].formula<hours>.from": "The event from which they are counted; `received` is one.",
  "kpis[].formula<hours>.to": "The first such event after it; the period is that in which it happened.",
  "kpis[].formula<fall-of-hours>": {
    title: "Fall of the mean hours",
    says: "By how much the mean hours between two events fell against the period before, in per cent of the latter.",
  },
  "kpis[].formula<fall-of-hours>.from": "The event from which they are counted; `received` is one.",
  "kpis[].formula<fall-of-hours>.to": "The first such event after it; the period is that in which it happened.",
  ...COUNTED("numerator"),
  ...COUNTED("denominator"),
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
