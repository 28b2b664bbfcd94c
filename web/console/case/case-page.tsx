import { Button, Skeleton } from "antd";
import { useCallback, useEffect, useRef, useState } from "react";
import type { CaseView } from "../../../shared/api/case-view.ts";
import { pathTo, useDesk } from "../desk.ts";
import { useLoaded } from "../hooks.ts";
import { Facts, FailureNote, Mark } from "../parts.tsx";
import { sayMoment } from "../words/time.ts";
import { Actions } from "./actions.tsx";
import { Address } from "./address.tsx";
import { Approvals } from "./approvals.tsx";
import { Claims } from "./claim.tsx";
import { Copies } from "./copies.tsx";
import { Corrections } from "./corrections.tsx";
import { Corrective, Sanctions } from "./corrective.tsx";
import { Costs } from "./costs.tsx";
import { Damages } from "./damages.tsx";
import { Deadlines } from "./deadlines.tsx";
import { Evidence } from "./evidence.tsx";
import { Exceptions } from "./exceptions.tsx";
import { Extensions } from "./extensions.tsx";
import { Keeping } from "./keeping.tsx";
import { LiabilityCard } from "./liability.tsx";
import { Mails } from "./mails.tsx";
import { OpinionCard } from "./opinion.tsx";
import { ReceivedMails } from "./received.tsx";
import { Recorded } from "./recorded.tsx";
import { Reported } from "./reported.tsx";
import { Routing } from "./routing.tsx";
import { Signoffs } from "./signoffs.tsx";
import { Timeline } from "./timeline.tsx";
import { Visits } from "./visits.tsx";

const Head = ({ view }: { view: CaseView }) => {
  const { locale, words } = useDesk();
  const { state, receivedAt, policy, evidence } = view;
  return (
    <div className="case-head">
      <h1 tabIndex={-1}>{words.case.title(view.number)}</h1>
      {view.provisional && <p className="quiet">{words.case.provisional}</p>}
      <p className="marks">
        <Mark tone="info">{view.kind.says}</Mark>
        <Mark tone={state.final ? "good" : "info"}>{state.says}</Mark>
        {evidence.items.length > 0 && (
          <Mark tone={evidence.complete ? "good" : "bad"}>
            {words.evidence.title} {evidence.complete ? words.evidence.complete : words.evidence.missing}
          </Mark>
        )}
      </p>
      <Facts
        of={[
          [
            words.case.received,
            <time key="at" dateTime={receivedAt}>
              {sayMoment(receivedAt, locale)}
            </time>,
          ],
          [words.case.policy, `${policy.title} · ${words.case.version(policy.version)}`],
        ]}
      />
    </div>
  );
};

/**
 * Addresses of photos work for a quarter of an hour, so a case that stays open is read again within that time; not under a
 * dialog, whose reader must not send a version that they have not seen.
 */
const PHOTOS_LIVE_MS = 10 * 60_000;

/** One case: what is to be done first, then all that is known of it. */
export const CasePage = ({ caseId }: { caseId: string }) => {
  const { org, words, client, list } = useDesk();
  const path = pathTo(org, `/cases/${encodeURIComponent(caseId)}`);
  const ask = useCallback(() => client.get<CaseView>(path), [client, path]);
  const { value: view, failure, loading, reload, replace } = useLoaded(ask);
  useEffect(() => {
    document.title = `${view === undefined ? words.loading : words.case.title(view.number)} · ${words.console}`;
  }, [view, words]);
  const busy = useRef(false);
  const [open, setOpen] = useState<string>();
  useEffect(() => {
    busy.current = open !== undefined;
  }, [open]);
  useEffect(() => {
    const timer = setInterval(() => {
      if (!document.hidden && !busy.current) void reload();
    }, PHOTOS_LIVE_MS);
    return () => clearInterval(timer);
  }, [reload]);
  return (
    <>
      <nav className="back">
        <a href={list}>← {words.home}</a>
        <Button type="text" loading={loading && view !== undefined} onClick={() => void reload()}>
          {words.refresh}
        </Button>
      </nav>
      {failure !== undefined && <FailureNote failure={failure} again={() => void reload()} />}
      {view === undefined && loading && <Skeleton active title={false} paragraph={{ rows: 12 }} />}
      {view !== undefined && (
        <>
          <Head view={view} />
          <Address path={path} version={view.version} />
          <div className="columns">
            <div className="side">
              <Actions view={view} path={path} replace={replace} reload={reload} open={open} setOpen={setOpen} />
              <Deadlines view={view} />
            </div>
            <div className="body">
              <Reported view={view} />
              <OpinionCard view={view} />
              <Evidence view={view} />
              <Damages view={view} />
              <Recorded view={view} />
              <Approvals view={view} />
              <Signoffs view={view} />
              <Claims view={view} />
              <Costs view={view} />
              <LiabilityCard view={view} />
              <Corrective view={view} />
              <Sanctions view={view} />
              <Visits view={view} />
              <Routing view={view} />
              <Extensions view={view} />
              <Exceptions view={view} />
              <Copies view={view} />
              <Corrections view={view} />
              {view.mayKeep && <Keeping path={path} view={view} reload={reload} busy={busy} />}
              <Timeline view={view} open={setOpen} />
              <ReceivedMails view={view} />
              <Mails view={view} />
            </div>
          </div>
        </>
      )}
    </>
  );
};
