import type { Mailer } from "../aws/mailer.ts";
import { analysisLetter } from "../mail/analysis.ts";
import { commendationLetter } from "../mail/commendation.ts";
import type { LoadedCampaign } from "../record/campaigns/change.ts";
import type { PostLetter } from "../record/campaigns/post-letter.ts";
import type { OrgStore } from "../record/org.ts";
import type { SuppressionStore } from "../record/suppression.ts";
import { figuresOf } from "../survey/figures.ts";
import { questionsOf } from "../survey/survey.ts";
import { sendLetter } from "./send-letter.ts";

type Deps = { readonly orgs: OrgStore; readonly suppressions: Pick<SuppressionStore, "of"> };
type Places = { readonly publicUrl: string; readonly mailer: Mailer };

/** A campaign in the console. */
const pageOf = (publicUrl: string, { record: { org, id } }: LoadedCampaign): string =>
  `${publicUrl}/console/#/${org}/surveys?id=${encodeURIComponent(id)}`;

/**
 * Makes a letter of a counted campaign when it leaves and hands it to the mail service. A role whose mail nobody reads, or
 * whose addresses mail came back from, is said on the record; a letter that is sent again after a crash has the same name.
 */
export const campaignLetters =
  (deps: Deps, { publicUrl, mailer }: Places): PostLetter =>
  async (found, { id, is, to, owedAt }) => {
    const { record, policy, survey, current } = found;
    const { tally } = record;
    const org = await deps.orgs.org(record.org);
    const desk = org?.desks[to];
    if (org === undefined || desk === undefined || tally === undefined)
      return { is: "impossible", why: `nobody reads the mail of ${to}` };
    const { locale } = desk;
    const written = is === "analysis" ? analysisLetter : commendationLetter;
    return sendLetter(
      { ...deps, mailer },
      {
        ...{ org, locale, to: desk.emails, name: `${record.id}.${id}`, date: owedAt },
        letter: () =>
          written({
            ...{ locale, org, policy, survey, tally },
            title: current.plan.title,
            closesOn: current.plan.closesOn,
            figures: figuresOf(policy, survey, tally),
            questions: new Map(questionsOf(survey).map((one) => [one.id, one.title])),
            page: pageOf(publicUrl, found),
          }),
        tags: { kind: "campaign", org: record.org, record: record.id, mail: id },
        ids: { record: record.id, desk: to, mail: id },
      },
    );
  };
