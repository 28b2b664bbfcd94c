import type { CaseView } from "../../../shared/api/case-view.ts";
import { useDesk } from "../desk.ts";
import { Card, Mark, type Tone } from "../parts.tsx";
import { sayMoment } from "../words/time.ts";
import { wordFor } from "../words/words.ts";

const TONES: Readonly<Record<string, Tone>> = { waiting: "wait", claimed: "wait", sent: "good" };

/** Every mail of the case: to whom, whether it left and came back, and why. */
export const Mails = ({ view: { mails } }: { view: CaseView }) => {
  const { locale, words } = useDesk();
  const say = words.mails;
  return (
    <Card title={say.title}>
      {mails.length === 0 && <p className="quiet">{say.none}</p>}
      <ul className="rows">
        {mails.map(({ template, to, owedAt, state, detail }) => (
          <li key={`${template} ${to} ${owedAt}`}>
            <span>
              {wordFor(say.templates, template)} → {to === "reporter" ? say.reporter : to}{" "}
              <small className="quiet">
                <time dateTime={owedAt}>{sayMoment(owedAt, locale)}</time>
              </small>
              {TONES[state] === undefined && detail !== undefined && (
                <span className="unsent">
                  <br />
                  {say.why}: {detail}
                </span>
              )}
            </span>
            <Mark tone={TONES[state] ?? "bad"}>{wordFor(say.states, state)}</Mark>
          </li>
        ))}
      </ul>
    </Card>
  );
};
