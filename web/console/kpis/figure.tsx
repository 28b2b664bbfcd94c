import { Button } from "antd";
import { useState } from "react";
import type { FigureList, FigureView } from "../../../shared/api/kpis.ts";
import { useDesk } from "../desk.ts";
import { Card, Mark, type Tone } from "../parts.tsx";
import { Given } from "./given.tsx";
import { Parts } from "./parts.tsx";

const TONES: Readonly<Record<FigureView["standing"]["id"], Tone>> = {
  met: "good",
  missed: "bad",
  "not-reached": "wait",
  "no-target": "info",
  "no-data": "info",
};

type Once = FigureView["earlier"][number];

/** A verdict in a word, a mark and a colour. */
const Verdict = ({ of }: { of: Once }) => <Mark tone={TONES[of.standing.id]}>{of.standing.says}</Mark>;

const HOUR = 3_600_000;

/** What stands above and below the line, where anything does: `9 ÷ 10`; times in hours. */
const sumSays = ({ unit }: Pick<FigureView, "unit">, { numerator, denominator }: Once): string => {
  if (numerator === undefined || denominator === undefined || unit === "count") return "";
  return unit === "hours"
    ? `${Math.round((numerator / HOUR) * 100) / 100} ÷ ${denominator}`
    : `${numerator} ÷ ${denominator}`;
};

/** The periods before as bars, each with its number and verdict beside it: a bar alone says nothing. */
const Trend = ({ of }: { of: FigureView }) => {
  const { kpis: says } = useDesk().words;
  const all = [of, ...of.earlier].filter(({ value }) => value !== null).reverse();
  if (all.length < 2) return null;
  const most = Math.max(...all.map(({ value }) => Math.abs(value ?? 0)), Number.MIN_VALUE);
  return (
    <section aria-label={says.trend}>
      <h3>{says.trend}</h3>
      <ul className="trend">
        {all.map((one) => (
          <li key={one.period}>
            <span>{one.says}</span>
            <meter min={0} max={most} value={Math.max(0, one.value ?? 0)} aria-label={one.says} />
            <span className="amount">{one.shown}</span>
            <Verdict of={one} />
          </li>
        ))}
      </ul>
    </section>
  );
};

type Props = {
  readonly of: FigureView;
  readonly policy: string;
  readonly replace: (list: FigureList) => void;
};

/** One figure: its result and verdict, how it comes about, the periods before, its parts, and what is written down. */
export const Figure = ({ of, policy, replace }: Props) => {
  const { kpis: says } = useDesk().words;
  const [opened, setOpened] = useState(false);
  const sum = sumSays(of, of);
  return (
    <Card title={of.title} className="figure">
      <p className="result">
        <strong>{of.shown ?? "–"}</strong> <Verdict of={of} />
        <span className="quiet">
          {of.says}
          {of.wanted !== undefined && ` · ${says.target} ${of.wanted}${of.striven ? ` (${says.striven})` : ""}`}
          {sum !== "" && ` · ${sum}`}
        </span>
      </p>
      {of.provisional && <p className="quiet">{says.running}</p>}
      <details>
        <summary>{says.how}</summary>
        <p>{of.below === undefined ? of.above : `${of.above} ÷ ${of.below}`}</p>
        <ul>
          {of.how.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        <p className="quiet">{of.rules.join(" ")}</p>
      </details>
      <Trend of={of} />
      {of.given !== undefined && <Given of={of} given={of.given} policy={policy} replace={replace} />}
      {of.hasParts && of.period !== "" && !opened && (
        <Button aria-label={`${says.seeParts}: ${of.title}`} onClick={() => setOpened(true)}>
          {says.seeParts}
        </Button>
      )}
      {opened && <Parts of={of} policy={policy} />}
    </Card>
  );
};
