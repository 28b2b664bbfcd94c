import { Button } from "antd";
import { type RefObject, useCallback, useEffect, useState } from "react";
import type { CaseView } from "../../../shared/api/case-view.ts";
import type { DisclosureReply, KeepingReply } from "../../../shared/api/privacy.ts";
import { useDesk } from "../desk.ts";
import { useLoaded } from "../hooks.ts";
import { Deed, Moment } from "../moment.tsx";
import { Card, Facts, FailureNote, Mark } from "../parts.tsx";
import { Table } from "../table.tsx";
import { sayMoment } from "../words/time.ts";
import { ErrandDialog } from "./errand-dialog.tsx";
import { keepingErrands } from "./keeping-errand.ts";

const Periods = ({ of: { retentions, expires, erasure } }: { of: KeepingReply }) => {
  const { locale, words } = useDesk();
  const { keeping: say } = words;
  const at = (moment: string): string => sayMoment(moment, locale, true);
  const erased =
    erasure === undefined
      ? say.notErased
      : erasure.doneAt === undefined
        ? say.ordered(at(erasure.orderedAt))
        : say.erased(at(erasure.doneAt));
  return (
    <Facts
      of={[
        ...(retentions.length === 0 ? [[say.retentions, say.none] as const] : []),
        ...retentions.map(({ title, rules, until }) => [title, `${say.until(at(until))} ${rules.join(" ")}`] as const),
        [say.erasure, expires === undefined ? erased : `${erased}; ${say.expires[expires.how](at(expires.at))}`],
      ]}
    />
  );
};

const Holds = ({ of: { holds } }: { of: KeepingReply }) => {
  const { locale, words } = useDesk();
  const { keeping: say } = words;
  return (
    <>
      <h3>{say.holds}</h3>
      {holds.length === 0 ? (
        <p className="quiet">{say.noHolds}</p>
      ) : (
        <Table
          className="records"
          rows={holds}
          keyOf={({ hold }) => hold}
          columns={[
            { title: say.reason, show: ({ reason }) => reason },
            { title: say.since, show: ({ since }) => <Moment at={since} /> },
            {
              title: say.state,
              show: ({ releasedAt }) =>
                releasedAt === undefined ? (
                  <Mark tone="wait">{say.holding}</Mark>
                ) : (
                  say.released(sayMoment(releasedAt, locale))
                ),
            },
          ]}
        />
      )}
    </>
  );
};

const Disclosures = ({ of: { disclosures } }: { of: KeepingReply }) => {
  const { keeping: say } = useDesk().words;
  return (
    <>
      <h3>{say.disclosures}</h3>
      {disclosures.length === 0 ? (
        <p className="quiet">{say.noDisclosures}</p>
      ) : (
        <Table
          className="records"
          rows={disclosures}
          keyOf={({ disclosure }) => disclosure}
          columns={[
            { title: say.to, show: ({ authority }) => authority },
            { title: say.basis, show: ({ legalBasis }) => legalBasis },
            { title: say.document, show: ({ document }) => document },
            { title: say.data, show: ({ fields }) => fields.join(", ") },
            { title: say.who, show: (one) => <Deed {...one} /> },
          ]}
        />
      )}
    </>
  );
};

/** What was disclosed, unmasked: it is in this answer alone, and gone with a click. */
const Given = ({ of: { data }, close }: { of: DisclosureReply; close: () => void }) => {
  const { keeping: say } = useDesk().words;
  return (
    <section className="part given" role="status" aria-label={say.given}>
      <h3>{say.given}</h3>
      <Facts of={data.map(({ label, value }) => [label, value] as const)} />
      <Button onClick={close}>{say.close}</Button>
    </section>
  );
};

type KeepingProps = {
  readonly view: CaseView;
  readonly path: string;
  readonly reload: () => Promise<void>;
  /** Says whether a dialog is open. */
  readonly busy: RefObject<boolean>;
};

/** How long the data of a case is kept, what holds it, what was disclosed; and what the privacy officer may do. */
export const Keeping = ({ view, path, reload, busy }: KeepingProps) => {
  const { client, words } = useDesk();
  const { keeping: say } = words;
  const ask = useCallback(() => client.get<KeepingReply>(`${path}/keeping`), [client, path]);
  const { value, failure, reload: again } = useLoaded(ask);
  const [open, setOpen] = useState<string>();
  const [given, setGiven] = useState<DisclosureReply>();
  useEffect(() => {
    busy.current = open !== undefined;
  }, [busy, open]);
  const errands = value === undefined ? [] : keepingErrands(value, words);
  const current = errands.find(({ id }) => id === open);
  const done = (reply: KeepingReply | DisclosureReply): void => {
    setOpen(undefined);
    setGiven("data" in reply ? reply : undefined);
    void again();
    void reload();
  };
  return (
    <Card title={say.title}>
      {failure !== undefined && <FailureNote failure={failure} again={() => void again()} />}
      {value !== undefined && (
        <>
          <Periods of={value} />
          <Holds of={value} />
          <Disclosures of={value} />
          {given !== undefined && <Given of={given} close={() => setGiven(undefined)} />}
          <div className="buttons">
            {errands.map(({ id, title }) => (
              <Button key={id} danger={id === "erase"} onClick={() => setOpen(id)}>
                {title}
              </Button>
            ))}
          </div>
        </>
      )}
      {current !== undefined && (
        <ErrandDialog<KeepingReply | DisclosureReply>
          key={current.id}
          errand={current}
          view={view}
          path={path}
          reload={reload}
          done={done}
          close={() => setOpen(undefined)}
        />
      )}
    </Card>
  );
};
