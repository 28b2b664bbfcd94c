import type { Hovers } from "./hover.ts";

/** Forms and registers, checklists, signatures, and what not everybody may see. */
export const RECORDS: Hovers = {
  forms: "Controlled forms and registers (受控表单): what they hold, who gets which copy, how long they are kept.",
  "forms[].kind": {
    says: "What it is; a form unless told otherwise.",
    values: {
      form: "A form that is filled in (单, 表).",
      register: "A list that grows (登记簿, 台账).",
      log: "A record kept as work goes on (日志, 记录).",
      slip: "A slip with copies (联单).",
      file: "A file of papers (档案).",
      notice: "A notice to somebody (通知).",
      minutes: "The minutes of a meeting (会议纪要).",
      plan: "A plan (计划).",
      report: "A report (报告).",
      pass: "A pass or permit (证).",
    },
  },
  "forms[].by": "Who fills it in: roles, parties, or `reporter`.",
  "forms[].keptBy": "Who looks after it.",
  "forms[].fields": "What it says. A form without fields is a scanned paper.",
  "forms[].copies": "The copies (联) in order, each with whoever gets it and acknowledges it (A-62).",
  "forms[].copies[].to": "Who gets this copy, in words.",
  "forms[].copies[].role": "The role or party that this is, where there is one in this policy.",
  "forms[].retention": "The clock of kind retention that says how long it is kept at least.",
  "forms[].confidentiality": {
    says: "Who may read it; internal unless told otherwise.",
    values: {
      public: "Anybody, the customer too.",
      internal: "Members of staff.",
      restricted: "Those alone who need it for the matter.",
    },
  },
  "forms[].never": "Who is expressly kept out, even where they could read it otherwise, e.g. `reporter` (CCF-31).",
  "forms[].filledOn": "The event on which it is filled in. Whoever gets a copy is then mailed a link.",
  "forms[].acknowledged": "What has happened once everybody who got a copy has acknowledged it.",
  "forms[].when": "The cases of which it is demanded. Absent: of all.",
  "forms[].blocks": "Steps that stay closed until it is filled in, where it is demanded (ITS-19).",

  privacy: "Information that not everybody may see, and how it is disclosed lawfully.",
  "privacy[].fields": {
    says: "What it protects: `contact` for name, e-mail and phone, or names of fields, or a class of information in words.",
    examples: [["contact"]],
  },
  "privacy[].readableBy":
    "Who reads it in full: roles, parties, or `reporter`. Without a party or `reporter`, no step and no event may open it to the customer.",
  "privacy[].mask": {
    says: "What everybody else sees; the last four characters unless told otherwise.",
    values: {
      hidden: "Nothing.",
      "last-four": "The last four characters.",
      initial: "The first character.",
    },
  },
  "privacy[].disclosure": "How it may be given to others. Absent: not at all.",
  "privacy[].disclosure.by": "Who gives it out.",
  "privacy[].disclosure.needs": {
    says: "What there must be first.",
    values: { "legal-basis": "A legal basis, which is recorded (COU-11)." },
  },

  checklists: "What is looked at in an inspection, item by item.",
  "checklists[].items": "The items, in order.",
  "checklists[].items[].title": "What is looked at, in Chinese and in English.",
  "checklists[].items[].limit": "A measured value and what it may be (K-8). Absent: right or wrong by eye.",
  "checklists[].items[].limit.unit": "What it is measured in, e.g. 米 / m.",
  "checklists[].items[].limit.from": "Not less than this (不少于); it is included (K-8).",
  "checklists[].items[].limit.over": "More than this (超过); it is excluded (K-8).",
  "checklists[].items[].limit.upTo": "Not more than this (不超过); it is included (K-8).",
  "checklists[].items[].limit.below": "Less than this (低于); it is excluded (K-8).",
  "checklists[].items[].beyond":
    "What a value outside of the limit leads to; a finding unless told otherwise. `leads` says which of the closed set.",
  "checklists[].items[].beyond<finding>": { title: "A finding", says: "It is put right like any other finding." },
  "checklists[].items[].beyond<refusal>": { title: "A refusal", says: "What was inspected is refused (BCE-13)." },
  "checklists[].items[].beyond<approval>": {
    title: "An approval",
    says: "It passes only with what somebody has approved, e.g. a safety plan (BCE-12).",
  },
  "checklists[].items[].beyond<approval>.of": "What is approved, in words.",
  "checklists[].items[].beyond<approval>.by": "Who approves it: roles.",
  "checklists[].items[].examples[].value": "A measured value.",
  "checklists[].items[].examples[].passes": "Whether that value is within the limit.",
  "checklists[].category": "A remark on one of these items can be a complaint of this category, by its code.",

  signoffs: "Somebody's signature or confirmation (签字): after what, and what stays closed without it.",
  "signoffs[].by": "Who signs: roles, parties, or `reporter`.",
  "signoffs[].after": "It may not be given before this event (BUS-13).",
  "signoffs[].needs": {
    says: "Where there are several signatures or proofs.",
    values: { any: "Any one suffices (PRV-14).", all: "All are needed; so it is unless told otherwise." },
  },
  "signoffs[].event":
    "What has happened once everybody has signed who must: clocks, moves and letters can wait for it.",
  "signoffs[].objected": "What has happened when the customer objects instead of signing (CHN-07).",
  "signoffs[].covers":
    "Steps beside `after` whose answers belong to what is signed, e.g. the user's suggestion (BUS-14).",
  "signoffs[].immutable": "What was signed can never be altered (BUS-14); so it is, unless this is false.",
};
