import type { CampaignView } from "../../../shared/api/campaigns.ts";
import type { SurveyOffers } from "../../../shared/api/survey-offers.ts";
import type { Locale } from "../../../shared/kernel/text.ts";
import { useDesk } from "../desk.ts";
import { Moment } from "../moment.tsx";
import { Card, Facts } from "../parts.tsx";
import { sayDay } from "../words/time.ts";
import type { Words } from "../words/words.ts";
import { Questionnaire } from "./questionnaire.tsx";

type Offer = SurveyOffers["items"][number];

const whom = ({ audience }: CampaignView["plan"], { campaigns }: Words, locale: Locale): string => {
  if (audience.is === "closedSince") return campaigns.whomClosed(sayDay(audience.since, locale));
  if (audience.is === "after") return campaigns.whomAfter(sayDay(audience.until, locale), audience.answerDays);
  const groups = Object.entries(audience.where ?? {}).map(([by, is]) => `${by}=${is}`);
  return groups.length === 0 ? campaigns.whomAll : campaigns.whomSome(groups.join(", "));
};

/** What is approved: whom it asks what, and when; its questions are folded away. */
export const PlanCard = ({ view, survey }: { view: CampaignView; survey: Offer | undefined }) => {
  const { words, locale } = useDesk();
  const { campaigns } = words;
  const { plan, opens, closes } = view;
  return (
    <Card title={campaigns.planCard}>
      <Facts
        of={[
          [campaigns.whom, whom(plan, words, locale)],
          [campaigns.opens, <Moment key="opens" at={opens} />],
          ...(plan.remindOn.length === 0
            ? []
            : [[campaigns.reminds, plan.remindOn.map((day) => sayDay(day, locale)).join(", ")] as const]),
          [campaigns.closes, <Moment key="closes" at={closes} due />],
        ]}
      />
      {survey !== undefined && (
        <details>
          <summary>{campaigns.questionnaire}</summary>
          <Questionnaire of={survey} />
        </details>
      )}
    </Card>
  );
};
