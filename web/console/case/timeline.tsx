import type { CaseView } from "../../../shared/api/views.ts";
import { useDesk } from "../desk.ts";
import { Card } from "../parts.tsx";
import { sayMoment } from "../words/time.ts";
import { gather } from "./gather.ts";

/** What happened, newest first: who looks at a case wants to know what was last. */
export const Timeline = ({ view: { timeline } }: { view: CaseView }) => {
  const { locale, words } = useDesk();
  const lines = gather(timeline)
    .map((line, place) => ({ ...line, place }))
    .reverse();
  return (
    <Card title={words.case.timeline}>
      <ol className="timeline" reversed>
        {lines.map(({ place, at, what, who, detail, times }) => (
          <li key={place}>
            <p className="at">
              <strong>
                {what}
                {times > 1 && ` ×${times}`}
              </strong>{" "}
              <span className="quiet">
                <time dateTime={at}>{sayMoment(at, locale)}</time> · {who}
              </span>
            </p>
            {detail.map((text) => (
              <p key={text} className="detail">
                {text}
              </p>
            ))}
          </li>
        ))}
      </ol>
    </Card>
  );
};
