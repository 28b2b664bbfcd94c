import type { ReactNode } from "react";
import type { CaseView } from "../../../shared/api/case-view.ts";
import { useDesk } from "../desk.ts";
import { Moment } from "../moment.tsx";
import { Card, Facts, Mark, type Tone } from "../parts.tsx";

type Action = CaseView["actions"][number];
type Row = readonly [label: string, value: ReactNode];

const TONES: Readonly<Record<Action["state"], Tone>> = {
  OPEN: "bad",
  PLANNED: "wait",
  DONE: "wait",
  VERIFIED: "good",
  REOPENED: "bad",
  NOT_TRACKED: "info",
};

const optional = (label: string, value: ReactNode | undefined): readonly Row[] =>
  value === undefined || value === "" ? [] : [[label, value]];

const Deed = ({ at, by, says }: { at: string; by: string; says: string }) => (
  <>
    {says} · {by} · <Moment at={at} />
  </>
);

/** One action, from the cause to the proof that it worked. */
const ActionPart = ({ of }: { of: Action }) => {
  const { corrective: say } = useDesk().words;
  const { title, rules, state, repeated, cause, measure, prevention, owner, due, promise, done, verified, waitsFor } =
    of;
  return (
    <section className="part" aria-label={title}>
      <h3>
        {title} <Mark tone={TONES[state]}>{say.states[state]}</Mark> <small className="quiet">{rules.join(" ")}</small>
      </h3>
      {repeated !== undefined && (
        <p className="quiet">{say.repeated(repeated.subject, repeated.period, repeated.times)}</p>
      )}
      <Facts
        of={[
          ...optional(say.cause, cause),
          ...optional(say.measure, measure),
          ...optional(say.prevention, prevention),
          ...optional(say.owner, owner && `${owner.person} (${owner.title})`),
          ...optional(
            say.due,
            due && (
              <>
                <Moment at={due} due />
                {promise !== undefined && ` · ${say.promises[promise]}`}
              </>
            ),
          ),
          ...optional(say.done, done && <Deed {...done} says={done.result} />),
          ...optional(say.verified, verified && <Deed {...verified} says={verified.finding} />),
          ...optional(say.waitsFor, waitsFor.join(", ")),
        ]}
      />
    </section>
  );
};

/** Corrective, preventive and training action: owed, planned, done, verified. */
export const Corrective = ({ view: { actions } }: { view: CaseView }) => {
  const { corrective: say } = useDesk().words;
  if (actions.length === 0) return null;
  return (
    <Card title={say.title}>
      {actions.map((one) => (
        <ActionPart key={one.action ?? one.corrective} of={one} />
      ))}
    </Card>
  );
};

/** What was proposed for people; the API shows it to those alone who propose or decide. */
export const Sanctions = ({ view: { sanctions } }: { view: CaseView }) => {
  const { sanctions: say } = useDesk().words;
  if (sanctions.length === 0) return null;
  return (
    <Card title={say.title}>
      {sanctions.map(({ sanction, title, kind, subject, basis, proposed, decided }) => (
        <section key={sanction} className="part" aria-label={title}>
          <h3>
            {title}: {subject} · {kind}{" "}
            <Mark tone={decided === undefined ? "wait" : decided.approved ? "good" : "bad"}>
              {decided === undefined ? say.waiting : decided.approved ? say.approved : say.refused}
            </Mark>
          </h3>
          <Facts
            of={[
              [say.basis, <Deed key="basis" {...proposed} says={basis} />],
              ...optional(say.remark, decided && <Deed {...decided} says={decided.remark ?? "—"} />),
            ]}
          />
        </section>
      ))}
    </Card>
  );
};
