import type { CaseView } from "../../../shared/api/case-view.ts";
import { useDesk } from "../desk.ts";
import { Card, Facts, Mark } from "../parts.tsx";
import { sayMoment } from "../words/time.ts";
import { dueBefore } from "./before.ts";

type Extension = CaseView["extensions"][number];

const Decision = ({ of: { decision } }: { of: Extension }) => {
  const { words } = useDesk();
  if (decision === undefined) return <Mark tone="wait">{words.extensions.waiting}</Mark>;
  const { approved, refused } = words.extensions;
  return <Mark tone={decision.approved ? "good" : "bad"}>{decision.approved ? approved : refused}</Mark>;
};

/** Every extension that was asked for, with the date before and the date wanted, and what was decided. */
export const Extensions = ({ view }: { view: CaseView }) => {
  const { locale, words } = useDesk();
  const say = words.extensions;
  const before = dueBefore(view);
  if (view.extensions.length === 0) return null;
  const titles = new Map(view.deadlines.map(({ clock, title }) => [clock, title]));
  return (
    <Card title={say.title}>
      {view.extensions.map((one) => {
        const from = before.get(one.id);
        return (
          <section key={one.id} className="extension" aria-label={titles.get(one.clock) ?? one.clock}>
            <h3>
              {titles.get(one.clock) ?? one.clock} <Decision of={one} />
            </h3>
            <Facts
              of={[
                ...(from === undefined ? [] : [[say.from, sayMoment(from, locale, true)] as const]),
                [say.to, sayMoment(one.newDue, locale, true)],
                [say.reason, one.reason],
                ...(one.decision?.remark ? [[say.remark, one.decision.remark] as const] : []),
              ]}
            />
            <small className="quiet">
              {say.requested(sayMoment(one.requestedAt, locale))}
              {one.decision !== undefined && ` · ${say.decided(sayMoment(one.decision.at, locale))}`}
            </small>
          </section>
        );
      })}
    </Card>
  );
};
