import type { CaseView } from "../../../shared/api/case-view.ts";
import { useDesk } from "../desk.ts";
import { Deed, Moment } from "../moment.tsx";
import { Card } from "../parts.tsx";
import { Table } from "../table.tsx";

/** Who has a case, everybody to whom it was given, and what departments hold of it. */
export const Routing = ({ view: { routing } }: { view: CaseView }) => {
  const { routing: say } = useDesk().words;
  const { responsible, assignments, needs, opinions } = routing;
  if (assignments.length + needs.length + opinions.length === 0) return null;
  const said = [
    ...needs.map(({ need, text, by, at }) => ({ head: need, text, by, at })),
    ...opinions.map(({ department, text, agrees, name, at }) => ({
      head: agrees === false ? `${department} (${say.disagrees})` : department,
      text,
      by: name,
      at,
    })),
  ];
  return (
    <Card title={say.title}>
      {responsible !== undefined && (
        <p>
          {say.responsible}: {responsible.name} {responsible.role !== undefined && `(${responsible.role})`}
        </p>
      )}
      {assignments.length > 0 && (
        <Table
          className="records"
          rows={assignments}
          keyOf={({ assignment }) => String(assignment)}
          columns={[
            { title: say.to, show: ({ to, person }) => (person === undefined ? to : `${to} · ${person}`) },
            { title: say.by, show: ({ by, at }) => <Deed by={by.name} at={at} /> },
            {
              title: say.state,
              show: ({ state, returned }) =>
                returned === undefined ? say.states[state] : `${say.states[state]}: ${returned.reason}`,
            },
          ]}
        />
      )}
      {said.map(({ head, text, by, at }) => (
        <section key={`${head} ${at}`} className="part">
          <h3>{head}</h3>
          <p className="detail">{text}</p>
          <p className="quiet">
            {by} · <Moment at={at} />
          </p>
        </section>
      ))}
    </Card>
  );
};
