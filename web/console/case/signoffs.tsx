import type { CaseView } from "../../../shared/api/case-view.ts";
import { useDesk } from "../desk.ts";
import { Moment } from "../moment.tsx";
import { Card, Mark, type Tone } from "../parts.tsx";
import { Table } from "../table.tsx";
import { sayMoment } from "../words/time.ts";

type Signoff = CaseView["signoffs"][number];

const TONES: Readonly<Record<Signoff["state"], Tone>> = {
  "not-yet": "info",
  waiting: "wait",
  objected: "bad",
  signed: "good",
};

const How = ({ of, by }: { of: Signoff; by: string }) => {
  const { signoffs: say } = useDesk().words;
  const given = of.signatures.filter((one) => one.by.id === by);
  if (given.length === 0) return <span className="quiet">{say.missing}</span>;
  return given.map(({ name, method, signedAt, remark }) => (
    <p key={signedAt}>
      {name} · {say.methods[method]} · <Moment at={signedAt} />
      {remark && <span className="clock">{remark}</span>}
    </p>
  ));
};

/** What is signed or confirmed in a case: by whom, how and when; who has not, and who objects. */
export const Signoffs = ({ view: { signoffs } }: { view: CaseView }) => {
  const { locale, words } = useDesk();
  const { signoffs: say } = words;
  if (signoffs.length === 0) return null;
  return (
    <Card title={say.title}>
      {signoffs.map((one) => (
        <section key={one.signoff} className="part" aria-label={one.title}>
          <h3>
            {one.title} <Mark tone={TONES[one.state]}>{say.states[one.state]}</Mark>{" "}
            <small className="quiet">{one.rules.join(" ")}</small>
          </h3>
          {one.objection !== undefined && (
            <p>
              {say.objection(sayMoment(one.objection.at, locale))}: {one.objection.reason}
            </p>
          )}
          <Table
            className="records"
            rows={one.by}
            keyOf={({ id }) => id}
            columns={[
              { title: say.who, show: ({ title }) => title },
              { title: say.how, show: ({ id }) => <How of={one} by={id} /> },
            ]}
          />
        </section>
      ))}
    </Card>
  );
};
