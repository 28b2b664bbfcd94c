import { Button } from "antd";
import type { CaseView } from "../../../shared/api/case-view.ts";
import type { TimelineLine } from "../../../shared/api/timeline-line.ts";
import { useDesk } from "../desk.ts";
import { Card } from "../parts.tsx";
import { sayMoment } from "../words/time.ts";
import { correctionId } from "./correct-errand.ts";
import { gather } from "./gather.ts";

type TimelineProps = {
  readonly view: CaseView;
  /** Opens an errand by its id. */
  readonly open: (errand: string) => void;
};

/** The answers of a line that the caller may put right. */
const Correct = ({ of: { place = 0, mayCorrect = [] }, open }: { of: TimelineLine; open: TimelineProps["open"] }) => {
  const { corrections } = useDesk().words;
  if (mayCorrect.length === 0) return null;
  return (
    <details>
      <summary>{corrections.correct}</summary>
      <div className="buttons">
        {mayCorrect.map((field) => (
          <Button key={field.id} size="small" onClick={() => open(correctionId(place, field))}>
            {field.label}
          </Button>
        ))}
      </div>
    </details>
  );
};

/** What happened, newest first: who looks at a case wants to know what was last. */
export const Timeline = ({ view: { timeline }, open }: TimelineProps) => {
  const { locale, words } = useDesk();
  const lines = gather(timeline)
    .map((line, nth) => ({ line, nth }))
    .reverse();
  return (
    <Card title={words.case.timeline}>
      <ol className="timeline" reversed>
        {lines.map(({ nth, line }) => (
          <li key={nth}>
            <p className="at">
              <strong>
                {line.what}
                {line.times > 1 && ` ×${line.times}`}
              </strong>{" "}
              <span className="quiet">
                <time dateTime={line.at}>{sayMoment(line.at, locale)}</time> · {line.who}
              </span>
            </p>
            {line.detail.map((text) => (
              <p key={text} className="detail">
                {text}
              </p>
            ))}
            <Correct of={line} open={open} />
          </li>
        ))}
      </ol>
    </Card>
  );
};
