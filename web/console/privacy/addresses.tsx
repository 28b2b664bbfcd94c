import { Button } from "antd";
import { useCallback, useState } from "react";
import type * as z from "zod";
import type { ClosedAddresses } from "../../../shared/api/addresses.ts";
import { pathTo, useDesk } from "../desk.ts";
import { useLoaded } from "../hooks.ts";
import { Moment } from "../moment.tsx";
import { Card, FailureNote, Mark } from "../parts.tsx";
import { searchOf } from "../route.ts";
import { Table } from "../table.tsx";
import { sayMoment } from "../words/time.ts";
import { Lift, whyClosed } from "./lift.tsx";

type Closed = z.infer<typeof ClosedAddresses>;

const Page = ({ cursor, more }: { cursor: string; more: (next: string) => void }) => {
  const { org, client, locale, words } = useDesk();
  const { privacy } = words;
  const path = pathTo(org, `/addresses?${searchOf({ limit: "20", cursor })}`);
  const ask = useCallback(() => client.get<Closed>(path), [client, path]);
  const { value, failure, reload } = useLoaded(ask);
  if (failure !== undefined) return <FailureNote failure={failure} again={() => void reload()} />;
  if (value === undefined) return null;
  if (cursor === "" && value.items.length === 0) return <p className="quiet">{privacy.noAddress}</p>;
  return (
    <>
      <Table
        className="records"
        rows={value.items}
        keyOf={({ suppression }) => suppression}
        columns={[
          { title: privacy.address, show: ({ address }) => address ?? privacy.forgotten },
          { title: privacy.since, show: ({ since }) => <Moment at={since} /> },
          { title: privacy.why, show: (one) => whyClosed(privacy.reasons, one) },
          {
            title: privacy.state,
            show: ({ open, lifts }) => (
              <>
                <Mark tone={open ? "good" : "wait"}>{open ? privacy.open : privacy.closed}</Mark>
                {lifts.map(({ liftedAt, by, reason }) => (
                  <p key={liftedAt} className="quiet">
                    {privacy.lifted(sayMoment(liftedAt, locale), by, reason)}
                  </p>
                ))}
              </>
            ),
          },
          {
            title: privacy.lift,
            show: ({ open, suppression }) =>
              open ? "" : <Lift path={pathTo(org, `/addresses/${suppression}/lift`)} done={() => void reload()} />,
          },
        ]}
      />
      {value.cursor !== undefined && <Button onClick={() => more(value.cursor ?? "")}>{privacy.more}</Button>}
    </>
  );
};

/** The addresses that nothing is, or was, sent to, as many pages of them as were asked for. */
export const Addresses = () => {
  const { privacy } = useDesk().words;
  const [cursors, setCursors] = useState([""]);
  return (
    <Card title={privacy.addresses}>
      {cursors.map((cursor) => (
        <Page
          key={cursor}
          cursor={cursor}
          more={(next) => setCursors((all) => (all.includes(next) ? all : [...all, next]))}
        />
      ))}
    </Card>
  );
};
