import { contact } from "../fixtures/customer-sends.ts";
import { composed, form } from "./complaint-form.ts";
import type { Scene } from "./scene.ts";

/** Steps that count something across cases: what they ask of the table beside the record is a counter's. */
export const counted: Readonly<Record<string, Scene<"step">>> = {
  "step that gives the case its number": {
    ...form,
    before: composed.slice(0, 1),
    by: "productionGroup",
    command: { do: "step", step: "register", answers: {} },
    also: ["Update COUNTER", "Put ALIAS"],
  },
  "step that draws on a quota": {
    policy: "housekeeping-claims",
    at: "2026-05-06 09:00",
    filing: {
      contact,
      category: "3",
      serviceType: "one-off",
      contractNo: "C-100",
      helperName: "Aunt Sun",
      feePaidOn: "2026-01-12",
      description: "We do not get along.",
    },
    before: [],
    by: "agency",
    command: { do: "step", step: "replace-helper", answers: { newHelper: "Aunt Zhu" } },
    also: ["Update TALLY"],
  },
};
