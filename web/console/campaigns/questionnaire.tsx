import type { SurveyOffers } from "../../../shared/api/survey-offers.ts";
import { useDesk } from "../desk.ts";
import { Facts } from "../parts.tsx";

type Offer = SurveyOffers["items"][number];

/** What the regulation wants of the figures, in one line each. */
export const Targets = ({ of }: { of: Offer["targets"] }) => {
  const { campaigns, actions } = useDesk().words;
  return (
    <>
      {of.map(({ title, wanted, striven, rules }) => (
        <p key={title}>
          {title}: {striven ? campaigns.striven(wanted) : campaigns.wanted(wanted)}{" "}
          <span className="quiet">({actions.rules(rules.join(" "))})</span>
        </p>
      ))}
    </>
  );
};

/** A survey as its customers will meet it, and what its regulation says of it. */
export const Questionnaire = ({ of }: { of: Offer }) => {
  const { planning } = useDesk().words;
  return (
    <Facts
      of={[
        [planning.whom, of.audience],
        [
          planning.questions,
          <ol key="questions" className="questions">
            {of.questions.map(({ id, title }) => (
              <li key={id}>{title}</li>
            ))}
          </ol>,
        ],
        [
          planning.scale,
          <ul key="scale" className="questions">
            {of.scale.map(({ value, label, satisfied }) => (
              <li key={value}>
                {value} {label}
                {satisfied && <span className="quiet"> ✓ {planning.satisfied}</span>}
              </li>
            ))}
            {of.comments && <li>{planning.comments}</li>}
          </ul>,
        ],
        ...(of.targets.length === 0 ? [] : [[planning.targets, <Targets key="targets" of={of.targets} />] as const]),
        [planning.approval, of.approval.join(", ")],
        [planning.rules, of.rules.join(" ")],
      ]}
    />
  );
};
