import type { CaseView } from "../../../shared/api/case-view.ts";
import { useDesk } from "../desk.ts";
import { Deed } from "../moment.tsx";
import { Card, Mark, type Tone } from "../parts.tsx";
import { Table } from "../table.tsx";

type Approval = CaseView["approvals"][number];

const TONES: Readonly<Record<Approval["state"], Tone>> = { open: "wait", refused: "bad", given: "good" };

const Missing = ({ of: { state, toReview, approvers, needed } }: { of: Approval }) => {
  const { approvals: say } = useDesk().words;
  if (state === "given") return null;
  return (
    <p className="quiet">
      {needed === "unknown" && `${say.unknown} · `}
      {toReview.length > 0 && `${say.reviewers}: ${toReview.join(", ")} · `}
      {say.approvers}: {approvers.join(" / ")}
    </p>
  );
};

/** What needs a yes in this case: how far it has come, whose word is missing, and every word so far. */
export const Approvals = ({ view: { approvals } }: { view: CaseView }) => {
  const { approvals: say } = useDesk().words;
  if (approvals.length === 0) return null;
  return (
    <Card title={say.title}>
      {approvals.map((one) => (
        <section key={one.id} className="part" aria-label={one.title}>
          <h3>
            {one.title} <Mark tone={TONES[one.state]}>{say.states[one.state]}</Mark>{" "}
            <small className="quiet">{one.rules.join(" ")}</small>
          </h3>
          <Missing of={one} />
          {one.verdicts.length === 0 ? (
            <p className="quiet">{say.nobody}</p>
          ) : (
            <Table
              className="records"
              rows={one.verdicts}
              keyOf={({ at, by }) => `${at} ${by}`}
              columns={[
                { title: say.verdict, show: ({ says }) => says },
                { title: say.who, show: (one) => <Deed {...one} /> },
                { title: say.remark, show: ({ remark }) => remark },
              ]}
            />
          )}
        </section>
      ))}
    </Card>
  );
};
