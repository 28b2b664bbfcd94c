import type { Hovers } from "./hover.ts";

/** What means the same wherever it stands. A definition itself says nothing: whoever refers to it does. */
export const EVERYWHERE: Hovers = {
  "*.id": "Its short name in this policy: lower-case words joined by hyphens. Other sections refer to it by this.",
  "*.title": "What people read as its name, in Chinese and in English.",
  "*.label": "What people read, in Chinese and in English.",
  "*.rules": {
    says: "The rules of the register that this carries; each must be one of this regulation (`policy trace` lists them).",
    examples: [["DFA-03"]],
  },
  "*.when":
    "Only while these facts hold; without it, always. All facts named must hold; of a list of groups, any one suffices.",
  "*.seeAlso": "Rules that it answers in part or that only colour it; they do not count as carried by it.",
  "*.blocks": "Steps of the workflow, or schedules, that stay closed until this is done.",
  "*.why": "What this example shows, in a few words; it is the name of the test that `policy lint` makes of it.",
  "*.examples": "Worked examples, checked by `policy lint`: a change that alters a result must say so here.",
  "*.facts": "The facts of the example by their names; facts that are left out are not known yet.",
  "*.form": "The controlled form (受控表单) of this policy, from `forms`, on which it is recorded.",
  "*.by": "Who does it: roles, parties, or `reporter` for whoever filed.",

  "Text.zh-CN": "In Chinese, as the regulation says it.",
  "Text.en": "In English; carries the meaning, not the wording.",

  "Group.*": {
    says: "One fact by its name: a value it must equal, a list of values of which one must be it, or a span of a number.",
    examples: ["gate", ["gate", "window-guard"], { over: 300 }],
  },
  "Group.*.from": "This figure or more (以上); it is included (K-8).",
  "Group.*.over": "More than this figure (超过); it is excluded (K-8).",
  "Group.*.upTo": "At most this figure (以内); it is included (K-8).",
  "Group.*.below": "Less than this figure (不满); it is excluded (K-8).",

  Duration: {
    says: "",
    examples: ["same day", "24 hours", "4 working days", "15 days", "2 weeks", "1 month", "5 years"],
  },
  Instant: { says: "", examples: ["2026-09-29T10:00:00+08:00"] },
};
