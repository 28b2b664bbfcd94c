import type { CaseView } from "../../../shared/api/case-view.ts";
import { useDesk } from "../desk.ts";
import { Card, Facts, Mark } from "../parts.tsx";
import { sayMoment } from "../words/time.ts";

type Exception = CaseView["exceptions"][number];

const Decision = ({ of: { decision } }: { of: Exception }) => {
  const { words } = useDesk();
  if (decision === undefined) return <Mark tone="wait">{words.exceptions.waiting}</Mark>;
  const { approved, refused } = words.exceptions;
  return <Mark tone={decision.approved ? "good" : "bad"}>{decision.approved ? approved : refused}</Mark>;
};

/** Everything that was recorded to excuse a clock, with what is promised instead, and what was decided. */
export const Exceptions = ({ view }: { view: CaseView }) => {
  const { locale, words } = useDesk();
  const say = words.exceptions;
  const clocks = new Map(view.deadlines.map((one) => [one.clock, one]));
  if (view.exceptions.length === 0) return null;
  return (
    <Card title={say.title}>
      {view.exceptions.map((one) => {
        const { title = one.clock, effectiveDue } = clocks.get(one.clock) ?? {};
        return (
          <section key={one.id} className="extension" aria-label={title}>
            <h3>
              {title} <Decision of={one} />
            </h3>
            <Facts
              of={[
                ...(effectiveDue === undefined ? [] : [[say.from, sayMoment(effectiveDue, locale, true)] as const]),
                [say.to, sayMoment(one.promised, locale, true)],
                [say.reason, one.reason.label],
                ...(one.remark ? [[say.remark, one.remark] as const] : []),
                ...(one.decision?.remark ? [[say.decision, one.decision.remark] as const] : []),
              ]}
            />
            <small className="quiet">
              {say.recorded(sayMoment(one.recordedAt, locale))}
              {one.decision !== undefined && ` · ${say.decided(sayMoment(one.decision.at, locale))}`}
            </small>
          </section>
        );
      })}
    </Card>
  );
};
