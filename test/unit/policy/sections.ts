import { expect } from "vitest";
import { lint } from "../../../shared/policy/lint.ts";
import { Policy } from "../../../shared/policy/policy.ts";
import type { Problem } from "../../../shared/policy/problem.ts";
import { source } from "./fixture.ts";

const text = (said: string) => ({ "zh-CN": said, en: said });
const named = (id: string) => ({ id, title: text(id), rules: ["SMW-02"] });

/** One of every section that the small policy itself does not have; all of it holds. */
const sections = () => ({
  schedules: [
    {
      ...named("weekly"),
      by: ["clerk"],
      rhythm: { kind: "every", period: "week" },
      duty: { is: "inspection", of: text("all"), checklists: ["look"], verifiedBy: "clerk" },
      form: "sheet",
      examples: [{ why: "one", from: "2026-03-02", to: "2026-03-08", gives: [{ state: "planned" }] }],
    },
    {
      ...named("report"),
      by: ["clerk"],
      rhythm: { kind: "monthly", day: 10 },
      duty: { is: "report", to: ["clerk"], covers: "previous-month", inputs: ["weekly"] },
      examples: [{ why: "one", from: "2026-03-10", to: "2026-03-10", gives: [{}] }],
    },
    {
      ...named("asking"),
      by: ["clerk"],
      rhythm: { kind: "yearly", windows: [{ from: "10-01", to: "12-31" }] },
      duty: { is: "survey", survey: "opinions" },
      afterApprovalBy: "clerk",
      examples: [
        {
          why: "one",
          from: "2026-12-31",
          to: "2026-12-31",
          events: { approved: "2026-01-05T10:00:00+08:00" },
          gives: [{ window: ["2026-10-01", "2026-12-31"], nominalDue: "2027-01-01T00:00:00+08:00" }],
        },
      ],
    },
  ],
  routing: [{ ...named("desk"), kind: "assign", by: ["clerk"], to: ["user"], within: "answer", blocks: ["finish"] }],
  liability: {
    rules: ["SMW-02"],
    decidedBy: ["clerk"],
    questions: [
      {
        id: "ours",
        title: text("ours?"),
        answers: [
          { value: "yes", label: text("yes") },
          { value: "no", label: text("no") },
        ],
      },
    ],
    classes: [
      { value: "own", label: text("own"), when: { ours: "yes" } },
      { value: "slip", label: text("a slip"), rules: ["SMW-02"], tracked: false },
    ],
  },
  corrective: [
    {
      ...named("mend"),
      trigger: { on: "case", when: { ours: "yes" } },
      by: ["clerk"],
      blocks: ["report"],
    },
    {
      ...named("again"),
      trigger: {
        on: "repetition",
        times: 2,
        per: "quarter",
        of: "code",
        subject: "kind",
        counts: { urgent: true },
        examples: [
          {
            why: "AS-124 the second",
            cases: [
              { at: "2026-10-01T10:00:00+08:00", facts: { kind: "a", urgent: true } },
              { at: "2026-12-01T10:00:00+08:00", facts: { kind: "a", urgent: true } },
            ],
            opens: 2,
          },
        ],
      },
      by: ["clerk"],
      doneOn: "finished",
    },
    { ...named("found"), trigger: { on: "finding" }, by: ["clerk"] },
  ],
  sanctions: [{ ...named("word"), kinds: [text("a word")], when: { ours: "yes" }, approvedBy: ["clerk"] }],
  authority: [
    {
      ...named("sums"),
      bands: [
        { upTo: "5000.00", approver: "clerk" },
        { over: "5000.00", approver: "clerk" },
      ],
      examples: [
        { why: "AS-44 the last of the first", amount: "5000.00", approver: "clerk" },
        { why: "AS-44 the first of the second", amount: "5000.01", approver: "clerk" },
      ],
    },
  ],
  approvals: [
    {
      ...named("height"),
      of: text("the plan"),
      value: { fact: "km", needs: { over: 5 } },
      approvedBy: ["clerk"],
      blocks: ["finish"],
      examples: [
        { why: "AS-104 five", value: 5, needed: false },
        { why: "AS-104 a little more", value: 5.01, needed: true },
      ],
    },
  ],
  costs: [{ ...named("fee"), what: text("fee"), bearer: text("user"), charge: "with-consent", consent: "height" }],
  claims: {
    rules: ["SMW-02"],
    claimants: ["user"],
    window: "answer",
    documents: [{ ...named("letter"), signedBy: ["user"] }],
    exclusions: [named("war")],
    compensation: [
      {
        ...named("insured"),
        formula: "ratio-of-insured",
        examples: [{ why: "AS-66", insured: "2000.00", percent: 35, pays: "700.00" }],
      },
    ],
  },
  returns: {
    rules: ["SMW-02"],
    agreedBy: ["clerk"],
    slips: ["sheet"],
    outcomes: [{ value: "repair", label: text("repair") }],
    proofs: [named("stamp")],
  },
  quotas: [
    {
      ...named("thrice"),
      counts: "finished",
      per: text("case"),
      subject: "kind",
      max: 3,
      window: { clock: "answer" },
      examples: [
        { why: "the third", count: 3, allowed: true },
        { why: "the fourth", count: 4, allowed: false },
      ],
    },
  ],
  signoffs: [{ ...named("sign"), by: ["reporter"], after: "finished", form: "sheet", blocks: ["finish"] }],
  visits: [
    { ...named("call"), after: "finished", within: "answer", by: ["clerk"], channels: ["phone"], blocks: ["finish"] },
  ],
  surveys: [
    {
      ...named("opinions"),
      audience: text("users"),
      by: ["clerk"],
      channels: ["web"],
      scale: [
        { value: 1, label: text("bad"), satisfied: false },
        { value: 2, label: text("good"), satisfied: true },
      ],
      kpis: ["rate"],
      commendation: { rules: ["SMW-02"], from: 2, to: "clerk" },
    },
  ],
  checklists: [
    {
      ...named("look"),
      items: [
        {
          id: "span",
          title: text("span"),
          limit: { unit: text("m"), upTo: 6 },
          examples: [{ why: "AS-104 six", value: 6, passes: true }],
        },
      ],
      category: "1-1",
    },
  ],
  forms: [{ ...named("sheet"), by: ["clerk"], copies: [{ to: text("clerk"), role: "clerk" }], never: ["reporter"] }],
  privacy: [{ ...named("names"), fields: ["contact"], readableBy: ["clerk"] }],
  prohibitions: [{ ...named("rude"), forbids: text("rudeness"), effect: { category: "1-1" } }],
  documents: [{ ...named("law"), use: text("for all") }],
  exceptions: [
    {
      clock: "answer",
      rules: ["SMW-02"],
      reasons: [{ value: "FESTIVAL", label: text("festival") }],
      approver: "clerk",
    },
  ],
});

// biome-ignore lint/suspicious/noExplicitAny: each row of a table breaks another place of the file
export type Sections = { [K in keyof (ReturnType<typeof source> & ReturnType<typeof sections>)]: any };

/** The small policy with all sections, open to be broken. */
export const full = (): Sections => ({ ...source(), ...sections() });

/** What lint says of the small policy with all sections, after one change. */
export const problemsOf = (change: (policy: Sections) => void): readonly Problem[] => {
  const broken = full();
  change(broken);
  return lint(Policy.parse(broken));
};

export type Row = { why: string; change: (p: Sections) => void; code: string; path: string; says: RegExp };

const WARNINGS = new Set(["opinion-goes-nowhere", "frequency-not-stated", "survey-never-sent", "carried-by-words"]);

/** One row: the change is found, at its place, in a sentence. */
export const isFound = ({ change, code, path, says }: Row): void => {
  const severity = WARNINGS.has(code) ? "warning" : "error";
  expect(problemsOf(change)).toContainEqual({ severity, path, code, says: expect.stringMatching(says) });
};
