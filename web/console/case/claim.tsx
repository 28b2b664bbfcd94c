import type { CaseView } from "../../../shared/api/case-view.ts";
import { useDesk } from "../desk.ts";
import { Card, Facts, Mark, type Tone } from "../parts.tsx";
import { Table } from "../table.tsx";
import { sayMoment } from "../words/time.ts";

type Claim = NonNullable<CaseView["claim"]>;
type Row = readonly [label: string, value: string];

const TONES: Readonly<Record<string, Tone>> = { PAID: "good", AGREED: "good", REFUSED: "bad", DISPUTED: "wait" };

const optional = (label: string, value: string | undefined): readonly Row[] =>
  value === undefined || value === "" ? [] : [[label, value]];

/** Papers with what is missing of each, and what stands against the claim, each with its clauses. */
const Missing = ({ claim: { documents, findings } }: { claim: Claim }) => {
  const { words } = useDesk();
  const say = words.claim;
  return (
    <ul>
      {documents.map(({ document, title, have, need, missing, instead }) => (
        <li key={document}>
          <Mark tone={missing.length > 0 ? "bad" : "good"}>{`${have}/${need}`}</Mark> {title}
          {missing.length > 0 && `: ${missing.join(", ")}`}
          {instead !== undefined && ` (${say.instead})`}
        </li>
      ))}
      {findings.map(({ code, says, rules }) => (
        <li key={`${code} ${says}`}>
          <Mark tone="bad">{says}</Mark> {rules.join(" ")}
        </li>
      ))}
    </ul>
  );
};

/** A claim: where it stands, what is missing and why, and how its sum comes about. */
const ClaimCard = ({ claim }: { claim: Claim }) => {
  const { locale, words } = useDesk();
  const say = words.claim;
  const { state, filedAt, until, heads, sum, agreed, payee, rungs, refusal } = claim;
  return (
    <Card title={say.title}>
      <p>
        <Mark tone={TONES[state.id] ?? "info"}>{state.says}</Mark>
      </p>
      <Facts
        of={[
          ...optional(say.filed, filedAt === undefined ? undefined : sayMoment(filedAt, locale)),
          ...optional(say.until, until === undefined ? undefined : sayMoment(until, locale, true)),
          ...optional(say.sum, sum),
          ...optional(say.agreed, agreed),
          ...optional(say.payee, payee),
          ...optional(say.rungs, rungs.join(" → ")),
          ...optional(say.reason, refusal?.reason),
        ]}
      />
      {heads.length > 0 && (
        <Table
          className="records"
          rows={heads}
          keyOf={({ of }) => of}
          columns={[
            { title: say.head, show: ({ title, rules }) => `${title} ${rules.join(" ")}` },
            { title: say.pays, className: "amount", show: ({ pays }) => pays },
            { title: say.refused, className: "amount", show: ({ refused }) => refused },
          ]}
        />
      )}
      <Missing claim={claim} />
    </Card>
  );
};

type Returned = NonNullable<CaseView["returned"]>;

const number = (n: number | undefined): string | undefined => (n === undefined ? undefined : `${n}`);

/** Goods that come back: what was approved, what came, what may be booked. */
const ReturnedCard = ({ returned }: { returned: Returned }) => {
  const { words } = useDesk();
  const say = words.returned;
  const { state, approved, counted, difference, bookable, booked, outcome, proof, missing, freight } = returned;
  return (
    <Card title={say.title}>
      <p>
        <Mark tone={state.id === "HELD" ? "bad" : "info"}>{state.says}</Mark>
      </p>
      <Facts
        of={[
          ...optional(say.missing, missing.join(", ")),
          ...optional(say.approved, number(approved)),
          ...optional(say.counted, number(counted)),
          ...optional(say.difference, number(difference)),
          ...optional(say.bookable, number(bookable)),
          ...optional(say.booked, number(booked)),
          ...optional(say.outcome, outcome),
          ...optional(say.proof, proof),
          ...optional(say.freight, freight?.bearer),
        ]}
      />
    </Card>
  );
};

/** What is claimed and what comes back, in the cases that have it. */
export const Claims = ({ view: { claim, returned } }: { view: CaseView }) => (
  <>
    {claim !== undefined && <ClaimCard claim={claim} />}
    {returned !== undefined && <ReturnedCard returned={returned} />}
  </>
);
