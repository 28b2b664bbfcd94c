import { Button } from "antd";
import { useCallback, useEffect, useState } from "react";
import type { FigureParts, FigureView } from "../../../shared/api/kpis.ts";
import type { Failure } from "../api/failure.ts";
import { pathTo, useDesk } from "../desk.ts";
import { Moment } from "../moment.tsx";
import { FailureNote } from "../parts.tsx";
import { hashOf, searchOf } from "../route.ts";
import { Table } from "../table.tsx";

type Part = FigureParts["items"][number];

/** The case, the survey or the duty that a part is of. */
const Whence = ({ of }: { of: Part }) => {
  const { org, words } = useDesk();
  if (of.case !== undefined) return <a href={hashOf({ org, caseId: of.case.caseId })}>{of.case.number}</a>;
  if (of.duty !== undefined) return <>{[of.duty.title, of.duty.object, of.duty.day].filter(Boolean).join(" · ")}</>;
  return <>{of.campaign?.title ?? words.kpis.gone}</>;
};

/** What makes up a figure, the latest first, a page at a time. */
export const Parts = ({ of, policy }: { of: Pick<FigureView, "id" | "period">; policy: string }) => {
  const { org, client, words } = useDesk();
  const { kpis: says } = words;
  const [items, setItems] = useState<readonly Part[]>();
  const [cursor, setCursor] = useState<string>();
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState(false);
  const { id, period } = of;
  const more = useCallback(
    async (from: string | undefined) => {
      setBusy(true);
      const path = `/kpis/${id}/${encodeURIComponent(period)}/parts?${searchOf({ policy, cursor: from ?? "" })}`;
      const answer = await client.get<FigureParts>(pathTo(org, path));
      setBusy(false);
      if (!answer.ok) return setFailure(answer.failure);
      setFailure(undefined);
      setItems((before = []) => [...(from === undefined ? [] : before), ...answer.value.items]);
      setCursor(answer.value.cursor);
    },
    [client, org, id, period, policy],
  );
  useEffect(() => void more(undefined), [more]);
  return (
    <section aria-label={says.parts}>
      <h3>{says.parts}</h3>
      {failure !== undefined && <FailureNote failure={failure} again={() => void more(cursor)} />}
      {items?.length === 0 && <p className="quiet">{says.noParts}</p>}
      {items !== undefined && items.length > 0 && (
        <Table
          className="records"
          rows={items}
          keyOf={(_, place) => String(place)}
          columns={[
            { title: says.case, show: (one) => <Whence of={one} /> },
            { title: says.state, show: (one) => one.case?.state },
            { title: says.received, show: (one) => one.case && <Moment at={one.case.receivedAt} /> },
            { title: says.counts, show: (one) => <Moment at={one.at} /> },
            { title: says.why, show: (one) => one.says },
          ]}
        />
      )}
      {cursor !== undefined && (
        <Button loading={busy} onClick={() => void more(cursor)}>
          {says.moreParts}
        </Button>
      )}
    </section>
  );
};
