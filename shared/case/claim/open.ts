import { both, say, type Text } from "../../kernel/text.ts";
import { people } from "../../policy/explain-words.ts";
import type { Field } from "../../policy/field.ts";
import type { Policy } from "../../policy/policy.ts";
import { joined } from "../../policy/wording.ts";
import type { Case } from "../case.ts";
import type { Opens } from "../open.ts";
import { notOfRoles } from "../roles.ts";
import { assessing, mayTakePapers } from "./acting.ts";
import { closedToAssess } from "./assess.ts";
import { type Claim, claimOf } from "./claim.ts";
import { asked, type Figures } from "./figures.ts";
import { ALL } from "./paper.ts";
import { type ClaimDocument, papersOf } from "./papers.ts";
import { type Compensation, headsFor } from "./sum.ts";

const plain = { required: true, rules: [] };

const signature = (policy: Policy, { signedBy }: ClaimDocument): readonly Field[] => {
  if (signedBy.length === 0) return [];
  const names = people(policy, signedBy);
  const each = signedBy.map((value, at) => ({ value, label: names[at] ?? both(value) }));
  const all = { value: ALL, label: say("均已签字", "all of them") };
  return [
    {
      ...plain,
      id: "signedBy",
      type: "choice",
      label: say("签字人", "Signed by"),
      of: signedBy.length > 1 ? [all, ...each] : each,
    },
  ];
};

const grade = ({ leastGrade }: ClaimDocument): readonly Field[] =>
  leastGrade === undefined
    ? []
    : [
        {
          ...plain,
          id: "grade",
          type: "number",
          min: 1,
          integer: true,
          label: say("医院等级", "Grade of the hospital"),
        },
      ];

const LABELS: Readonly<Record<keyof Figures, Text>> = {
  insured: say("保价金额", "Insured amount"),
  percent: say("损失比例", "Share of damage"),
  value: say("实际价值或运费", "Actual value, or freight"),
  claimed: say("索赔或约定金额", "Claimed, or agreed in advance"),
};

const YUAN = say("元", "yuan");

const figureField = (id: keyof Figures, required: boolean): Field =>
  id === "percent"
    ? { ...plain, required, id, type: "number", min: 0, max: 100, integer: false, unit: both("%"), label: LABELS[id] }
    : { ...plain, required, id, type: "money", unit: YUAN, label: LABELS[id] };

/** What the form has given need not be given again. */
const fieldsOf = (current: Case, claim: Claim, head: Compensation): readonly Field[] => {
  const { needs, may } = asked(current, claim, head);
  return [...needs.map((name) => figureField(name, true)), ...may.map((name) => figureField(name, false))];
};

const paperTitle = ({ title, copies }: ClaimDocument, copy: number): Text =>
  copies === 1 ? title : joined([title, say(`（第${copy}份）`, `(copy ${copy})`)], "", " ");

/** Papers that are still to come, for whoever may move the claim on. */
const openPapers = (policy: Policy, claim: Claim, ...[, current, by]: Parameters<Opens>) =>
  papersOf(policy, current, claim)
    .filter(({ missing, instead }) => missing.length > 0 || instead !== undefined)
    .map(({ document, next }) => ({
      act: "addClaimPaper",
      of: document.copies === 1 ? document.id : `${document.id}-${next}`,
      title: joined([say("收取索赔文件", "Take in"), paperTitle(document, next)], "：", ": "),
      rules: document.rules,
      path: "claim/documents",
      given: { document: document.id, copy: next },
      fields: [...signature(policy, document), ...grade(document)],
      closed: notOfRoles(policy, by, mayTakePapers(policy, claim.rules), document.rules),
    }));

const openHeads = (policy: Policy, claim: Claim, ...[rulebook, current, by]: Parameters<Opens>) =>
  headsFor(policy, current, claim).map((head) => ({
    act: "assessClaim",
    of: head.id,
    title: joined([say("核定赔偿", "Work out"), head.title], "：", ": "),
    rules: head.rules,
    path: "claim/assessment",
    given: { of: head.id },
    fields: fieldsOf(current, claim, head),
    closed: closedToAssess(rulebook, current, by),
  }));

/** What a claim offers beside its steps: papers to take in, and compensation to work out. */
export const openClaim: Opens = (...asked) => {
  const [{ policy }, current] = asked;
  const claim = claimOf(policy, current);
  if (claim === undefined || claim.stage === "paid") return [];
  const assessed = assessing(policy, claim.rules).by.length > 0;
  return [...openPapers(policy, claim, ...asked), ...(assessed ? openHeads(policy, claim, ...asked) : [])];
};
