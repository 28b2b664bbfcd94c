import type { CaseView } from "../../../shared/api/case-view.ts";
import type { Deadline } from "../../../shared/api/views.ts";
import { useDesk } from "../desk.ts";
import { Due } from "../due.tsx";
import { Card, Mark, type Tone } from "../parts.tsx";
import { sayMoment } from "../words/time.ts";

const TONES: Readonly<Record<Deadline["state"], Tone>> = {
  RUNNING: "info",
  PAUSED: "wait",
  MET: "good",
  BREACHED: "bad",
  EXTENDED: "wait",
  BREACHED_THEN_EXTENDED: "bad",
  EXCUSED: "wait",
  RENEWED: "info",
  LAPSED: "info",
  CANCELLED: "info",
  CALENDAR_MISSING: "bad",
};

/** States in which nobody is late any more. */
const OVER: ReadonlySet<Deadline["state"]> = new Set(["LAPSED", "CANCELLED", "EXCUSED", "RENEWED"]);

const When = ({ of }: { of: Deadline }) => {
  const { locale, words } = useDesk();
  const { due, effectiveDue, metAt, state, onTime, moves } = of;
  const counts = metAt === undefined && !OVER.has(state);
  return (
    <>
      {due !== undefined && (
        <p className="when">
          {words.deadlines.due}{" "}
          {counts ? <Due due={due} /> : <time dateTime={due}>{sayMoment(due, locale, true)}</time>}
        </p>
      )}
      {effectiveDue !== undefined && effectiveDue !== due && (
        <p className="quiet">
          {words.deadlines.original} {sayMoment(effectiveDue, locale, true)}
        </p>
      )}
      {moves.map(({ at, was, why }) => (
        <p key={at} className="quiet">
          {words.deadlines.before} {sayMoment(was, locale, true)} · {why}
        </p>
      ))}
      {metAt !== undefined && (
        <p>
          {words.deadlines.met} {sayMoment(metAt, locale)}
          {onTime !== undefined && ` · ${onTime ? words.deadlines.onTime : words.deadlines.late}`}
        </p>
      )}
    </>
  );
};

/** Every promise of the case; each says why it ends on that day, step by step. */
export const Deadlines = ({ view: { deadlines } }: { view: CaseView }) => {
  const { words } = useDesk();
  return (
    <Card title={words.deadlines.title}>
      {deadlines.length === 0 && <p className="quiet">{words.deadlines.none}</p>}
      {deadlines.map((one) => (
        <section key={`${one.clock} ${one.startAt}`} className="deadline" aria-label={one.title}>
          <h3>
            {one.title} <Mark tone={TONES[one.state]}>{words.deadlines.states[one.state]}</Mark>{" "}
            {one.grade === "advisory" && <Mark tone="info">{words.deadlines.advisory}</Mark>}
          </h3>
          <When of={one} />
          <details>
            <summary>{words.deadlines.why}</summary>
            <ol className="why">
              {one.explanation.map((line, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: lines of an explanation have no other name, and are only ever replaced together
                <li key={place}>{line}</li>
              ))}
            </ol>
            <small className="quiet">{one.rules.join(" ")}</small>
          </details>
        </section>
      ))}
    </Card>
  );
};
