import type { CaseView } from "../../../shared/api/case-view.ts";
import { useDesk } from "../desk.ts";
import { Deed } from "../moment.tsx";
import { Card, Facts, Mark } from "../parts.tsx";
import { Table } from "../table.tsx";

type Decided = NonNullable<CaseView["liability"]>;

const Judgements = ({ of }: { of: Decided["judgements"] }) => {
  const { liability: say, approvals } = useDesk().words;
  if (of.length === 0) return <p className="quiet">{say.none}</p>;
  return (
    <Table
      className="records"
      rows={of}
      keyOf={({ at, by }) => `${at} ${by}`}
      columns={[
        { title: say.judgement, show: (one) => one.class ?? "—" },
        { title: approvals.who, show: (one) => <Deed {...one} /> },
      ]}
    />
  );
};

/** Whose fault it is: the class, the shares, who has signed and who has not; never told to customers. */
export const LiabilityCard = ({ view: { liability } }: { view: CaseView }) => {
  const { liability: say } = useDesk().words;
  if (liability === undefined) return null;
  const { settled, class: of, tracked, answers, open, shares, signedBy, toSign, judgements } = liability;
  const row = (label: string, values: readonly string[]) =>
    values.length === 0 ? [] : [[label, values.join(", ")] as const];
  return (
    <Card title={say.title}>
      <p>
        <Mark tone={settled ? "good" : "wait"}>{settled ? say.settled : say.open}</Mark>
      </p>
      <Facts
        of={[
          ...row(say.class, of === undefined ? [] : [tracked === false ? `${of.label} (${say.untracked})` : of.label]),
          ...answers.map(({ title, answer }) => [title, answer.label] as const),
          ...row(say.signed, signedBy),
          ...row(say.toSign, settled ? [] : toSign),
        ]}
      />
      {open.length > 0 && <p className="quiet">{say.missing(open.length)}</p>}
      {shares.length > 0 && (
        <Table
          className="records"
          caption={say.shares}
          rows={shares}
          keyOf={({ department }) => department}
          columns={[
            { title: say.department, show: ({ department }) => department },
            { title: say.percent, className: "amount", show: ({ percent }) => `${percent} %` },
          ]}
        />
      )}
      <Judgements of={judgements} />
    </Card>
  );
};
