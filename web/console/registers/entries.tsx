import type { EntryView } from "../../../shared/api/registers.ts";
import { answersOf, type Entered, offsetOf } from "../api/entered.ts";
import { type Errand, nested } from "../case/errand.ts";
import { pathTo, useDesk } from "../desk.ts";
import { Due } from "../due.tsx";
import { Mark, type Tone } from "../parts.tsx";
import { Table } from "../table.tsx";
import { EntryActs } from "./entry-acts.tsx";

const TONES: Readonly<Record<EntryView["state"], Tone>> = {
  WAITING: "wait",
  COMPLETE: "good",
  DECLINED: "bad",
  VOID: "bad",
};

const Stands = ({ state, stateSays, waits, corrections }: EntryView) => {
  const { registers } = useDesk().words;
  return (
    <>
      <Mark tone={TONES[state]}>{stateSays}</Mark>
      {waits !== undefined && <div className="quiet">{registers.waits(waits.title)}</div>}
      {waits?.due !== undefined && <Due due={waits.due} />}
      {corrections > 0 && <div className="quiet">{registers.corrected(corrections)}</div>}
    </>
  );
};

const Says = ({ answers }: Pick<EntryView, "answers">) => (
  <dl className="facts">
    {answers.map(({ id, label, value }, at) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: blocks of a list share their id, and nothing is moved
      <div key={`${id} ${at}`}>
        <dt>{label}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
);

const History = ({ history }: Pick<EntryView, "history">) => {
  const { registers } = useDesk().words;
  return (
    <details>
      <summary>{registers.history}</summary>
      <ul>
        {history.map(({ at, by, what, why }) => (
          <li key={`${at} ${what}`}>
            {at.slice(0, 16).replace("T", " ")} {by}: {what}
            {why !== undefined && <div className="quiet">{why}</div>}
          </li>
        ))}
      </ul>
    </details>
  );
};

/** What was known of an entry, as a form starts with it: a correction is one change and not a copy. */
const startFrom = ({ given }: EntryView, fields: Errand["fields"]): Entered =>
  Object.fromEntries(
    fields.flatMap(({ id, type }) => {
      const value = given[id.replace(/^answers\./, "")];
      if (value === undefined || typeof value === "object") return [];
      if (type === "moment") return [[id, String(value).slice(0, 16)]];
      return [[id, typeof value === "boolean" ? value : String(value)]];
    }),
  );

const errandsOf = (entry: EntryView): readonly Errand[] =>
  entry.acts.map(({ act, path, title, fields }) => ({
    id: `${act} ${path}`,
    title,
    fields,
    start: act === "correct" ? startFrom(entry, fields) : {},
    path: `/${path}`,
    body: (entered) => nested(answersOf(fields, entered, offsetOf(entry.writtenAt))),
  }));

/** Entries, the last first, each with what its reader may do now. */
export const Entries = ({ items, reload }: { items: readonly EntryView[]; reload: () => Promise<void> }) => {
  const { org, words } = useDesk();
  const { registers } = words;
  return (
    <Table
      className="records"
      rows={items}
      keyOf={({ entryId }) => entryId}
      columns={[
        { title: registers.number, show: ({ number }) => number },
        { title: registers.day, show: ({ day }) => day },
        { title: registers.says, show: (entry) => <Says {...entry} /> },
        { title: registers.stands, show: (entry) => <Stands {...entry} /> },
        {
          title: registers.acts,
          show: (entry) => (
            <>
              <EntryActs
                errands={errandsOf(entry)}
                path={pathTo(org, `/registers/${entry.policy}/${entry.form}/${entry.entryId}`)}
                policy={entry.policy}
                at={entry.writtenAt}
                done={reload}
              />
              <History {...entry} />
            </>
          ),
        },
      ]}
    />
  );
};
