import type { Actor } from "../../case/actor.ts";
import { clean } from "../../case/clean.ts";
import type { FieldFault, Refusal } from "../../case/fault.ts";
import { noOpinions, type Opinioned } from "../../case/opinion/receipt.ts";
import { notOfRoles } from "../../case/roles.ts";
import type { CaseId, InvitationId } from "../../kernel/ids.ts";
import { accept, type Result, refuse } from "../../kernel/result.ts";
import { say, type Text } from "../../kernel/text.ts";
import type { SurveyAnswer } from "../../survey/answer.ts";
import type { Invitation } from "../../survey/invitation.ts";
import { type CollatedOpinion, hasOpinion, wordsOf } from "../../survey/opinion.ts";
import { type Deps, loadCase } from "../change.ts";
import { type FileRefusal, type FileRequest, fileCase } from "../file.ts";
import type { CampaignRef } from "./campaigns.ts";
import { type CampaignDeps, type LoadedCampaign, loadCampaign } from "./change.ts";
import { markOpinion } from "./opinion-told.ts";

export type Collation = {
  readonly opinions: readonly InvitationId[];
  /** The responsible department, as the house calls it. */
  readonly department: string;
  readonly key?: string | undefined;
  readonly by: Extract<Actor, { kind: "staff" }>;
  /** Digest of the command: the same again finds the cases that it made. */
  readonly requestHash: string;
  /** Always the same case for the same opinion, so that it is never filed twice. */
  readonly caseIdFor: (opinion: InvitationId) => CaseId;
  readonly tokenHashFor: (caseId: CaseId) => FileRequest["tokenHash"];
  readonly newSalt: () => string;
};

/** What became of one opinion: its case was made by this command, or was there already and is kept as it is. */
export type Collated = { readonly invitation: InvitationId; readonly made: boolean; readonly opinion: CollatedOpinion };

/** An opinion with what was said: what a case is made of. */
type Said = { readonly one: Invitation; readonly answer: SurveyAnswer };

const fault = (path: string, code: string, says: Text, rule: string | undefined): FieldFault => ({
  path,
  code,
  rule,
  says,
});

/** Reads all that is to be collated, or says everything that is wrong with it: nothing of a bad command is filed. */
const readAll = async (
  deps: CampaignDeps,
  { record, survey }: LoadedCampaign,
  { opinions, department }: Collation,
): Promise<Result<readonly Said[], Refusal>> => {
  const rules = survey.opinions?.rules ?? survey.rules;
  const found = await Promise.all(opinions.map((id) => deps.campaigns.invitation(record, id)));
  const said = found.flatMap((one) =>
    one?.answer !== undefined && hasOpinion(survey, one) ? [{ one, answer: one.answer }] : [],
  );
  const none = say("此处没有意见", "nobody gave an opinion here");
  const fields = [
    ...(clean(department, false) === ""
      ? [fault("/department", "required", say("须写明责任部门", "name the department"), rules[0])]
      : []),
    ...found.flatMap((one, at) =>
      one !== undefined && said.some((known) => known.one === one)
        ? []
        : [fault(`/opinions/${at}`, "no-opinion", none, rules[0])],
    ),
  ];
  return fields.length > 0 ? refuse({ code: "bad-fields", fields, rules }) : accept(said);
};

const filingOf = (
  { record, policy, survey, current }: LoadedCampaign,
  { one, answer }: Said,
  { department, key, by, caseIdFor, tokenHashFor, newSalt, requestHash }: Collation,
): FileRequest => {
  const caseId = caseIdFor(one.id);
  const { name, email } = one;
  const opinion: Opinioned = {
    campaign: record.id,
    invitation: one.id,
    survey: survey.id,
    title: current.plan.title,
    department: clean(department, false),
    answeredAt: answer.at,
    scores: answer.scores,
    key,
    by,
    contact: { name, ...(email === undefined ? {} : { email }) },
    words: wordsOf(survey, answer, one.locale),
    known: one.groups,
  };
  return {
    org: record.org,
    policy: policy.id,
    caseId,
    locale: one.locale,
    body: {},
    opinion,
    requestHash,
    tokenHash: tokenHashFor(caseId),
    salt: newSalt(),
  };
};

/**
 * Files the case of one opinion through the ordinary intake and marks its invitation. Of two who do so at once one makes
 * the case and the other finds it; what breaks off before the mark is mended by the case itself, or by whoever comes next.
 */
const collateOne = async (
  deps: CampaignDeps & Deps,
  found: LoadedCampaign,
  said: Said,
  command: Collation,
): Promise<Result<Collated, FileRefusal>> => {
  const { one } = said;
  const request = filingOf(found, said, command);
  const filed = await fileCase(deps, request);
  if (!filed.ok && filed.error.code !== "key-reused") return filed;
  const known = filed.ok ? filed.value : await loadCase(deps, { kind: "case", org: one.org, id: request.caseId });
  const told = known?.current.opinion;
  if (known === undefined || told === undefined) throw new Error(`case ${request.caseId} is of no opinion`);
  const { department } = told;
  const reused = !filed.ok && told.key !== undefined && told.key === command.key;
  if (reused) return refuse({ code: "key-reused", rules: [] });
  const mark = {
    caseId: known.record.id,
    number: known.current.number,
    department,
    collatedAt: told.at,
    answeredAt: told.answeredAt,
    stage: one.opinion?.stage ?? "collated",
  } as const;
  await markOpinion(deps.campaigns, found.record, one.id, mark);
  return accept({ invitation: one.id, made: filed.ok, opinion: mark });
};

/**
 * Collates opinions of a campaign (IPP-11): each becomes a case with the department that is named, and with it its clock
 * runs. By those who run the survey. One by one, so that what breaks off in the middle is gone on with by sending it again.
 */
export const collateOpinions = async (
  deps: CampaignDeps & Deps,
  ref: CampaignRef,
  command: Collation,
): Promise<
  Result<
    { readonly found: LoadedCampaign; readonly collated: readonly Collated[] },
    FileRefusal | { readonly code: "no-such-campaign" }
  >
> => {
  const found = await loadCampaign(deps, ref);
  if (found === undefined) return refuse({ code: "no-such-campaign" });
  const { policy, survey } = found;
  const foreign = notOfRoles(policy, command.by, survey.by, survey.opinions?.rules ?? survey.rules);
  if (foreign !== undefined) return refuse(foreign);
  if (survey.opinions === undefined) return refuse(noOpinions(policy, survey.id));
  const said = await readAll(deps, found, command);
  if (!said.ok) return said;
  const collated: Collated[] = [];
  for (const one of said.value) {
    const done = await collateOne(deps, found, one, command);
    if (!done.ok) return done;
    collated.push(done.value);
  }
  return accept({ found, collated });
};
