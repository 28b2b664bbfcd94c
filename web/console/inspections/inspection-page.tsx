import { Skeleton } from "antd";
import { useCallback } from "react";
import type { InspectionView } from "../../../shared/api/inspections.ts";
import { pathTo, useDesk } from "../desk.ts";
import { useLoaded } from "../hooks.ts";
import { Moment } from "../moment.tsx";
import { Card, Facts, FailureNote, Mark } from "../parts.tsx";
import { Acts } from "../visits/acts.tsx";
import { Outcome } from "./lists.tsx";
import type { Outbox } from "./outbox.ts";
import { SendPhotos } from "./send-photos.tsx";

type Finding = InspectionView["findings"][number];
type Reload = () => Promise<void>;

const Photos = ({ of, line }: { of: InspectionView; line: number }) => {
  const { inspecting } = useDesk().words;
  const here = of.photos.filter((photo) => photo.line === line);
  const groups = [
    { says: inspecting.before, photos: here.filter(({ after }) => !after) },
    { says: inspecting.after, photos: here.filter(({ after }) => after) },
  ];
  return groups.map(({ says, photos }) =>
    photos.length === 0 ? null : (
      <div key={says} className="photo-strip">
        {photos.map(({ photoId, copy, thumbnail }, at) => (
          <a key={photoId} href={copy} target="_blank" rel="noreferrer">
            <img src={thumbnail} alt={`${says} ${at + 1}`} loading="lazy" />
          </a>
        ))}
      </div>
    ),
  );
};

const LineActs = ({ of, n, about, reload }: { of: InspectionView; n: number; about: string; reload: Reload }) => {
  const { org } = useDesk();
  return (
    <Acts
      acts={of.acts.filter((act) => act.n === n)}
      path={pathTo(org, `/inspections/${of.inspectionId}/lines/${n}`)}
      policy={of.policy}
      at={of.doneAt}
      about={about}
      done={reload}
    />
  );
};

type FindingProps = {
  readonly of: InspectionView;
  readonly finding: Finding;
  readonly outbox: Outbox;
  readonly reload: Reload;
};

const FindingCard = ({ of, finding, outbox, reload }: FindingProps) => {
  const { inspecting } = useDesk().words;
  const { n, title, note, value, state, stateSays, signed, assigned, rectified, verified, rounds, dues } = finding;
  const closed = state === "CLOSED";
  return (
    <Card title={`${n}. ${title}`}>
      <p>
        <Mark tone={closed ? "good" : "wait"}>{stateSays}</Mark>
        {rounds > 0 && <Mark tone="bad">{inspecting.back(rounds)}</Mark>}
      </p>
      <Facts
        of={[
          ...(value === undefined ? [] : [[inspecting.value, value] as const]),
          ...(note === undefined ? [] : [[inspecting.note, note] as const]),
          ...(signed === undefined ? [] : [[inspecting.signedBy, `${signed.by} ${signed.remark ?? ""}`] as const]),
          ...(assigned === undefined
            ? []
            : [[inspecting.rectifier, `${assigned.rectifier} ${assigned.dueOn ?? ""}`] as const]),
          ...(rectified === undefined ? [] : [[inspecting.measure, rectified.measure] as const]),
          ...(verified === undefined ? [] : [[inspecting.verification, `${verified.by}: ${verified.result}`] as const]),
          ...dues.map(
            ({ clock, title: says, due, overdue }) =>
              [
                says,
                <span key={clock}>
                  <Moment at={due} due /> {overdue && <Mark tone="bad">{inspecting.overdue}</Mark>}
                </span>,
              ] as const,
          ),
        ]}
      />
      <Photos of={of} line={n} />
      <LineActs of={of} n={n} about={title} reload={reload} />
      {!closed && <SendPhotos inspectionId={of.inspectionId} line={n} outbox={outbox} done={reload} />}
    </Card>
  );
};

const Approvals = ({ of, reload }: { of: InspectionView; reload: Reload }) => {
  const { inspecting } = useDesk().words;
  return of.approvals.map(({ n, of: plan, by, decided }) => {
    const line = of.lines.find((one) => one.n === n);
    return (
      <Card key={n} title={`${n}. ${line?.title ?? ""}`}>
        <Facts
          of={[
            [inspecting.value, `${line?.value ?? ""} (${line?.limit ?? ""})`],
            [inspecting.approval, `${plan}: ${by.join(", ")}`],
            ...(decided === undefined ? [] : [[decided.by, decided.plan] as const]),
          ]}
        />
        <LineActs of={of} n={n} about={plan} reload={reload} />
      </Card>
    );
  });
};

const Seen = ({ of }: { of: InspectionView }) => {
  const { inspecting } = useDesk().words;
  return (
    <Card title={inspecting.lines}>
      <Photos of={of} line={0} />
      <ol className="seen">
        {of.lines.map(({ n, title, result, value, limit, note }) => (
          <li key={n}>
            {title} <Mark tone={result === "ok" ? "good" : result === "na" ? "info" : "bad"}>{inspecting[result]}</Mark>
            {value !== undefined && ` ${value}`}
            {limit !== undefined && <span className="clock">{inspecting.limit(limit)}</span>}
            {note !== undefined && <div>{note}</div>}
            {result !== "remark" && <Photos of={of} line={n} />}
          </li>
        ))}
      </ol>
    </Card>
  );
};

/** One inspection: what was found and what becomes of it, what was seen, and what happened. */
export const InspectionPage = ({ id, outbox }: { id: string; outbox: Outbox }) => {
  const { org, client, words } = useDesk();
  const { inspecting } = words;
  const path = pathTo(org, `/inspections/${id}`);
  const ask = useCallback(() => client.get<InspectionView>(path), [client, path]);
  const { value, failure, reload } = useLoaded(ask);
  if (failure !== undefined) return <FailureNote failure={failure} again={() => void reload()} />;
  if (value === undefined) return <Skeleton active paragraph={{ rows: 8 }} />;
  const people = value.people?.map(({ name, inCharge }) => (inCharge ? `${name} (${inspecting.inCharge})` : name));
  return (
    <>
      <h1>{value.subject}</h1>
      <p>
        <Outcome {...value} />
      </p>
      <Facts
        of={[
          [inspecting.kind, value.schedule.title],
          [inspecting.when, <Moment key="at" at={value.doneAt} />],
          [inspecting.department, value.department],
          ...(people === undefined ? [] : [[inspecting.people, people.join(", ")] as const]),
        ]}
      />
      <Approvals of={value} reload={reload} />
      {value.findings.map((finding) => (
        <FindingCard key={finding.n} of={value} finding={finding} outbox={outbox} reload={reload} />
      ))}
      <Seen of={value} />
      <Card title={inspecting.history}>
        <ul>
          {value.history.map(({ at, by, what, why }) => (
            <li key={`${at} ${what} ${why ?? ""}`}>
              <Moment at={at} /> {what} · {by === "system" ? words.visiting.system : by}
              {why === undefined ? "" : ` · ${why}`}
            </li>
          ))}
        </ul>
      </Card>
    </>
  );
};
