import type { PhotoId } from "../../kernel/ids.ts";
import { accept, type Result, refuse } from "../../kernel/result.ts";
import { say, type Text } from "../../kernel/text.ts";
import { holds } from "../../policy/holds.ts";
import type { Policy } from "../../policy/policy.ts";
import type { Act } from "../act.ts";
import type { Case } from "../case.ts";
import type { EventOf } from "../event.ts";
import type { FieldFault, Refusal } from "../fault.ts";
import { notOfRoles } from "../roles.ts";
import { mayTakePapers } from "./acting.ts";
import { type Claim, claimOf, noClaim } from "./claim.ts";
import { type ClaimDocument, papersIn } from "./papers.ts";

/** A word that stands for everybody who has to sign. */
export const ALL = "all";

export type AddClaimPaper = {
  readonly do: "addClaimPaper";
  readonly document: string;
  readonly copy?: number | undefined;
  readonly signedBy?: string | readonly string[] | undefined;
  readonly grade?: number | undefined;
  readonly photoId?: PhotoId | undefined;
};

type Paper = Pick<EventOf<"claimPaper">, "document" | "copy" | "signedBy" | "grade" | "photo">;

const fault = (path: string, says: Text, code = "invalid"): FieldFault => ({ path, code, says });

const signers = (given: AddClaimPaper["signedBy"], { signedBy }: ClaimDocument): readonly string[] => {
  if (given === undefined) return [];
  if (given === ALL) return signedBy;
  return [...new Set(typeof given === "string" ? [given] : given)].sort();
};

/** What of a paper cannot be, each with its field. */
const faults = (current: Case, document: ClaimDocument, paper: Paper): readonly FieldFault[] => {
  const { copies, signedBy, leastGrade } = document;
  const strangers = paper.signedBy.filter((who) => !signedBy.includes(who));
  return [
    paper.copy > copies
      ? fault("/copy", say(`该文件共${copies}份`, `there are ${copies} copies of this document`))
      : undefined,
    strangers.length > 0
      ? fault("/signedBy", say(`签字人须为：${signedBy.join("、")}`, `it is signed by: ${signedBy.join(", ")}`))
      : undefined,
    leastGrade !== undefined && paper.grade === undefined
      ? fault("/grade", say("请填写医院等级", "give the grade of the hospital"), "required")
      : undefined,
    paper.photo !== undefined && !current.photos.some(({ id }) => id === paper.photo)
      ? fault("/photoId", say("本案没有此照片", "the case has no such photo"))
      : undefined,
  ].filter((one) => one !== undefined);
};

const paperOf = (document: ClaimDocument, command: AddClaimPaper): Paper => ({
  document: document.id,
  copy: command.copy ?? 1,
  signedBy: [...signers(command.signedBy, document)],
  ...(command.grade === undefined ? {} : { grade: command.grade }),
  ...(command.photoId === undefined ? {} : { photo: command.photoId }),
});

const same = (a: Paper, b: Paper): boolean =>
  a.document === b.document &&
  a.copy === b.copy &&
  a.grade === b.grade &&
  a.photo === b.photo &&
  [...a.signedBy].sort().join() === [...b.signedBy].sort().join();

const tooLow = ({ title, leastGrade, rules }: ClaimDocument): Refusal => ({
  code: "grade-too-low",
  says: say(
    `${title["zh-CN"]}须由${leastGrade}级（含）以上医院开具`,
    `${title.en}: from a hospital of grade ${leastGrade} or above`,
  ),
  rules,
});

/** The document of a claim that somebody names, where this case has it. */
const documentOf = (policy: Policy, { facts }: Case, { rules }: Claim, id: string): Result<ClaimDocument, Refusal> => {
  const document = rules.documents.find((one) => one.id === id);
  if (document !== undefined && holds(policy, document.when, facts).is === true) return accept(document);
  const known = rules.documents.filter(({ when }) => holds(policy, when, facts).is === true).map((one) => one.id);
  const says = say(`本案的索赔文件有：${known.join("、")}`, `the documents of this claim are: ${known.join(", ")}`);
  return refuse({ code: "bad-fields", fields: [fault("/document", says)], rules: [] });
};

/**
 * Takes in a paper of a claim (HKC-06 … 12): which copy, signed by whom, from a hospital of which grade. A paper of too low
 * a grade is refused; one without all signatures is kept, and what it lacks stays missing (AS-59).
 */
export const addClaimPaper: Act<AddClaimPaper> = {
  decide: ({ policy }, current, command, asked) => {
    const { claims } = policy;
    if (claims === undefined) return refuse(noClaim([]));
    const foreign = notOfRoles(policy, asked.by, mayTakePapers(policy, claims), claims.rules);
    if (foreign !== undefined) return refuse(foreign);
    const claim = claimOf(policy, current);
    if (claim === undefined) return refuse(noClaim(claims.rules));
    const found = documentOf(policy, current, claim, command.document);
    if (!found.ok) return found;
    const document = found.value;
    const paper = paperOf(document, command);
    const wrong = faults(current, document, paper);
    if (wrong.length > 0) return refuse({ code: "bad-fields", fields: wrong, rules: document.rules });
    if ((paper.grade ?? Number.POSITIVE_INFINITY) < (document.leastGrade ?? 0)) return refuse(tooLow(document));
    if (claim.stage === "paid" || papersIn(current).some((one) => same(one, paper))) {
      const says = say("该文件已收", "this paper is there already");
      return refuse({ code: "nothing-to-do", says, rules: document.rules });
    }
    return accept([{ type: "claimPaper", ...asked, key: command.key, ...paper }]);
  },
  led: ({ claims }, event, command) => {
    const document = claims?.documents.find(({ id }) => id === command.document);
    return event.type === "claimPaper" && document !== undefined && same(event, paperOf(document, command));
  },
};
