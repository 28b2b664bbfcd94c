import type { CaseView } from "../../../shared/api/case-view.ts";
import { useDesk } from "../desk.ts";
import { Moment } from "../moment.tsx";
import { Card, Mark, type Tone } from "../parts.tsx";

type Visit = CaseView["visits"][number];

const TONES: Readonly<Record<Visit["state"], Tone>> = {
  "not-yet": "info",
  due: "wait",
  unreachable: "bad",
  rebooked: "wait",
  done: "good",
  signed: "good",
};

/** Visits and calls that the regulation asks for, with every try. */
export const Visits = ({ view: { visits } }: { view: CaseView }) => {
  const { visits: say } = useDesk().words;
  if (visits.length === 0) return null;
  return (
    <Card title={say.title}>
      {visits.map(({ visit, title, rules, state, contacts, records }) => (
        <section key={visit} className="part" aria-label={title}>
          <h3>
            {title} <Mark tone={TONES[state]}>{say.states[state]}</Mark>{" "}
            <small className="quiet">{rules.join(" ")}</small>
          </h3>
          {contacts.need > 1 && <p className="quiet">{say.contacts(contacts.have, contacts.need)}</p>}
          {records.map(({ doneAt, outcome, whom, opinion, apology, next }) => (
            <p key={doneAt}>
              <Moment at={doneAt} /> · {say.outcomes[outcome]}
              {[whom, opinion, apology].filter((said) => said !== undefined && said !== "").map((said) => ` · ${said}`)}
              {next !== undefined && (
                <>
                  {" → "}
                  <Moment at={next} />
                </>
              )}
            </p>
          ))}
        </section>
      ))}
    </Card>
  );
};
