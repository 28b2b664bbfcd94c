import { Alert, Button, Modal, Result, Select, Skeleton } from "antd";
import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { DeskReply } from "../../shared/api/desk.ts";
import type { Locale } from "../../shared/kernel/text.ts";
import { createClient } from "./api/client.ts";
import { serverTime } from "./api/server-time.ts";
import { type Desk, DeskProvider, pathTo } from "./desk.ts";
import { useLoaded, usePlace } from "./hooks.ts";
import { CaseList } from "./list/case-list.tsx";
import { Places } from "./places.tsx";
import { hashOf, type Place } from "./route.ts";
import { personOf } from "./session/person.ts";
import { keptSession } from "./session/session.ts";
import type { SignIn } from "./session/sign-in.ts";
import { otherLanguage } from "./words/language.ts";
import type { Words } from "./words/words.ts";

/** A case is fetched when one is opened: forms, dialogs and the picture viewer are most of the weight. */
const CasePage = lazy(async () => ({ default: (await import("./case/case-page.tsx")).CasePage }));
const Register = lazy(async () => ({ default: (await import("./list/register.tsx")).Register }));
const Privacy = lazy(async () => ({ default: (await import("./privacy/privacy.tsx")).Privacy }));
const Campaigns = lazy(async () => ({ default: (await import("./campaigns/campaigns.tsx")).Campaigns }));
const LookPage = lazy(async () => ({ default: (await import("./look/look-page.tsx")).LookPage }));
const DigestsPage = lazy(async () => ({ default: (await import("./digests/digests-page.tsx")).DigestsPage }));
const CustomersPage = lazy(async () => ({ default: (await import("./customers/customers-page.tsx")).CustomersPage }));
const RegistersPage = lazy(async () => ({ default: (await import("./registers/registers-page.tsx")).RegistersPage }));
const Visits = lazy(async () => ({ default: (await import("./visits/visits.tsx")).Visits }));
const Inspections = lazy(async () => ({ default: (await import("./inspections/inspections.tsx")).Inspections }));
const Kpis = lazy(async () => ({ default: (await import("./kpis/kpis.tsx")).Kpis }));
const Reports = lazy(async () => ({ default: (await import("./reports/reports.tsx")).Reports }));
const ImportPage = lazy(async () => ({ default: (await import("./imports/import-page.tsx")).ImportPage }));

type FrameProps = {
  readonly locale: Locale;
  readonly words: Words;
  readonly speak: (locale: Locale) => void;
  readonly signIn: SignIn;
};

type ScreenProps = FrameProps & { readonly org: string; readonly place: Place };

/** The list as it was last looked at, for the way back from a case. */
const useListAddress = (org: string, { caseId, page, query }: Place): string => {
  const last = useRef(hashOf({ org }));
  if (caseId === undefined && page === undefined) last.current = hashOf({ org, query });
  return last.current;
};

const useDeskOf = ({ org, place, locale, words, signIn }: ScreenProps, signedOut: () => void): Desk => {
  const client = useMemo(
    () =>
      createClient({
        locale,
        token: () => keptSession()?.idToken ?? "",
        renew: async () => (await signIn.renew())?.idToken,
        signedOut,
        heard: serverTime.heard,
      }),
    [locale, signIn, signedOut],
  );
  const askHouse = useCallback(() => client.get<DeskReply>(pathTo(org, "/desk")), [client, org]);
  const { value: house } = useLoaded(askHouse);
  const list = useListAddress(org, place);
  return useMemo(() => ({ org, locale, words, client, house, list }), [org, locale, words, client, house, list]);
};

const At = ({ place: { caseId, page, query } }: { place: Place }) => {
  if (page === "register") return <Register query={query ?? {}} />;
  if (page === "privacy") return <Privacy query={query ?? {}} />;
  if (page === "surveys") return <Campaigns query={query ?? {}} />;
  if (page === "letters") return <LookPage />;
  if (page === "digests") return <DigestsPage />;
  if (page === "customers") return <CustomersPage />;
  if (page === "registers") return <RegistersPage query={query ?? {}} />;
  if (page === "visits") return <Visits query={query ?? {}} />;
  if (page === "inspections") return <Inspections query={query ?? {}} />;
  if (page === "kpis") return <Kpis query={query ?? {}} />;
  if (page === "reports") return <Reports query={query ?? {}} />;
  if (page === "import") return <ImportPage />;
  return caseId === undefined ? <CaseList query={query ?? {}} /> : <CasePage key={caseId} caseId={caseId} />;
};

const Screen = (props: ScreenProps) => {
  const { words, signIn, place } = props;
  const [ended, setEnded] = useState(false);
  const signedOut = useCallback(() => setEnded(true), []);
  const desk = useDeskOf(props, signedOut);
  return (
    <DeskProvider value={desk}>
      <Places place={place} />
      <Suspense fallback={<Skeleton active title={false} paragraph={{ rows: 8 }} />}>
        <At place={place} />
      </Suspense>
      <Modal
        open={ended}
        closable={false}
        keyboard={false}
        title={words.signIn.again}
        footer={null}
        mask={{ closable: false }}
      >
        <p>{words.signIn.ended}</p>
        <Button type="primary" autoFocus onClick={() => void signIn.leave()}>
          {words.signIn.again}
        </Button>
      </Modal>
    </DeskProvider>
  );
};

/** The head of every screen: company, language, sign out; and below it the place that the address names. */
export const Frame = (props: FrameProps) => {
  const { locale, words, speak, signIn } = props;
  const place = usePlace();
  const person = useMemo(() => personOf(keptSession()?.idToken ?? ""), []);
  const org = place.org ?? person.orgs[0];
  useEffect(() => {
    if (place.org === undefined && org !== undefined) location.replace(hashOf({ org }));
  }, [place.org, org]);
  const orgs = [...new Set([...person.orgs, ...(org === undefined ? [] : [org])])];
  return (
    <>
      <button type="button" className="skip" onClick={() => document.getElementById("main")?.focus()}>
        {words.skip}
      </button>
      <header className="top">
        <div className="wide">
          <a className="brand" href={org === undefined ? "#/" : hashOf({ org })}>
            {words.console}
          </a>
          {orgs.length > 1 && (
            <Select
              className="orgs"
              aria-label={words.organisation}
              value={org}
              options={orgs.map((value) => ({ value, label: value }))}
              onChange={(next) => location.assign(hashOf({ org: next }))}
            />
          )}
          <span className="person">{person.name}</span>
          <Button type="text" lang={otherLanguage(locale)} onClick={() => speak(otherLanguage(locale))}>
            {words.otherLanguage}
          </Button>
          <Button type="text" onClick={() => void signIn.signOut()}>
            {words.signOut}
          </Button>
        </div>
      </header>
      <main id="main" className="wide" tabIndex={-1}>
        {org === undefined ? (
          <Result status="403" title={<Alert type="info" showIcon title={words.noOrg} />} />
        ) : (
          <Screen key={org} {...props} org={org} place={place} />
        )}
      </main>
    </>
  );
};
