import * as z from "zod";
import { withOffset } from "../calendar/zone.ts";
import type { Actor } from "../case/actor.ts";
import { InvitationId } from "../kernel/ids.ts";
import { type Locale, say } from "../kernel/text.ts";
import { fieldNamed, wordsField } from "../policy/intake.ts";
import { stageTitle } from "../policy/opinions.ts";
import type { Policy } from "../policy/policy.ts";
import { type Masks, maskAnswers, maskContact, maskFor } from "../privacy/privacy.ts";
import type { LoadedCampaign } from "../record/campaigns/change.ts";
import type { Collated } from "../record/campaigns/collate.ts";
import type { Invitation } from "../survey/invitation.ts";
import { hasChanged, OpinionState, stateOfOpinion } from "../survey/opinion.ts";
import { ScoreView, scoreViews } from "./opinion-origin.ts";
import { Shown } from "./shown.ts";

/** As many opinions as are collated at once. */
const MOST = 25;

export const CollationBody = z
  .strictObject({
    opinions: z.array(InvitationId).min(1).max(MOST).meta({ description: "which, by their `opinionId`" }),
    department: z
      .string()
      .max(100)
      .meta({ description: "the responsible department", examples: ["Cleaning"] }),
  })
  .meta({ id: "Collation" });

const OpinionCase = z.object({
  caseId: z.string(),
  number: z.string(),
  department: z.string(),
  collatedAt: Shown,
});

/** What a customer said in a survey, as it stands by now, and the case that was made of it. */
export const OpinionView = z
  .object({
    opinionId: z.string(),
    name: z.string(),
    groups: z.record(z.string(), z.string()),
    answeredAt: Shown.optional(),
    scores: z.array(ScoreView),
    comment: z.string().optional(),
    state: z.object({ id: OpinionState, says: z.string() }),
    case: OpinionCase.optional(),
    changed: z.boolean().meta({
      description: "the customer has answered anew since it was collated; the case keeps what was said then",
    }),
  })
  .meta({ id: "Opinion" });
export type OpinionView = z.infer<typeof OpinionView>;

export const OpinionList = z
  .object({
    items: z.array(OpinionView),
    cursor: z.string().optional().meta({ description: "there may be more behind it, also of a page that is empty" }),
  })
  .meta({ id: "OpinionList" });

export const CollationReply = z
  .object({
    items: z.array(
      OpinionCase.extend({
        opinionId: z.string(),
        outcome: z.enum(["filed", "already"]).meta({
          description: "already: somebody was faster, and their case stands, with the department that they named",
        }),
      }),
    ),
  })
  .meta({ id: "CollationReply" });

const sayState = (state: OpinionState, locale: Locale): string =>
  (state === "open" ? say("未汇总", "Not collated") : stageTitle(state))[locale];

/** What the list says of a customer, masked as the fields of the form that its columns are named after. */
const groupsFor = ({ intake }: Policy, masks: Masks, groups: Invitation["groups"]): Record<string, string> => {
  return Object.fromEntries(
    Object.entries(groups).map(([column, value]) => {
      const field = (intake && fieldNamed(intake, column)?.id) ?? column;
      return [column, String(maskAnswers(masks, { [field]: value })[field])];
    }),
  );
};

/** An opinion as a member of staff may read it: the customer is masked where the regulation protects them (IPP-01). */
export const opinionView = (
  { policy, survey }: LoadedCampaign,
  one: Invitation,
  { by, locale }: { readonly by: Actor; readonly locale: Locale },
): OpinionView => {
  const masks = maskFor(policy, by);
  const zone = policy.calendar.timeZone;
  const { answer, opinion } = one;
  const field = policy.intake === undefined ? undefined : wordsField(policy.intake)?.id;
  const comment =
    answer?.comment === undefined || field === undefined
      ? answer?.comment
      : String(maskAnswers(masks, { [field]: answer.comment })[field]);
  const state = stateOfOpinion(one);
  return {
    opinionId: one.id,
    name: maskContact(masks, { name: one.name }).name,
    groups: groupsFor(policy, masks, one.groups),
    answeredAt: answer && withOffset(answer.at, zone),
    scores: answer === undefined ? [] : scoreViews(policy, survey.id, answer.scores, locale),
    comment,
    state: { id: state, says: sayState(state, locale) },
    case: opinion && {
      caseId: opinion.caseId,
      number: opinion.number,
      department: opinion.department,
      collatedAt: withOffset(opinion.collatedAt, zone),
    },
    changed: hasChanged(one),
  };
};

/** What a command to collate came to. */
export const collationReply = (
  { policy }: LoadedCampaign,
  collated: readonly Collated[],
): z.infer<typeof CollationReply> => ({
  items: collated.map(({ invitation, made, opinion: { caseId, number, department, collatedAt } }) => ({
    opinionId: invitation,
    outcome: made ? "filed" : "already",
    caseId,
    number,
    department,
    collatedAt: withOffset(collatedAt, policy.calendar.timeZone),
  })),
});
