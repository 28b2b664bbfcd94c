import { withOffset } from "../calendar/zone.ts";
import type { Case } from "../case/case.ts";
import type { Rulebook } from "../case/clocks.ts";
import { isFinal } from "../case/final.ts";
import type { CaseId } from "../kernel/ids.ts";
import { HOUR, type Instant, toMs } from "../kernel/instant.ts";
import type { Locale, Text } from "../kernel/text.ts";
import type { Policy } from "../policy/policy.ts";
import { isProvisional } from "../record/numbering.ts";
import type { CaseRecord } from "../record/record.ts";
import { showAnswers } from "./answers.ts";
import { claimStatus } from "./claims.ts";
import { deadlines } from "./deadline.ts";
import { evidenceState, photoViews } from "./evidence.ts";
import { categoryView, kindView } from "./intake-views.ts";
import type { Reader } from "./lines/line.ts";
import type { PaperLinks } from "./received.ts";
import { holderView } from "./routing-views.ts";
import { signoffViews } from "./signoffs.ts";
import { timelineOf } from "./timeline.ts";
import type { TrackingView } from "./views.ts";

export type Shown = {
  readonly org: { readonly id: string; readonly name: Text };
  readonly record: CaseRecord;
  readonly rulebook: Rulebook;
  readonly current: Case;
  /** The case as its reader may be told of it; absent: all of it. Nothing is decided by it. */
  readonly told?: Case | undefined;
  readonly now: Instant;
  readonly locale: Locale;
  /** Addresses of the photos' copies that work for some minutes, by photo. */
  readonly photos: ReadonlyMap<string, { readonly copy: string; readonly thumbnail: string }>;
  /** Likewise those of papers that mails brought, for staff alone. */
  readonly papers?: PaperLinks | undefined;
};

/**
 * What is assumed, labelled for whoever reads a promise that rests on it (D-12). Customers read nothing of sanctions, and
 * so need no assumption about them.
 */
export const assumptionsOf = (policy: Policy, reader: Reader, locale: Locale) =>
  policy.assumptions
    .filter(({ status, key }) => status === "assumed" && (reader === "staff" || !/^sanctions\b/.test(key)))
    .map(({ key, says }) => ({ key, says: says[locale] }));

const DAY = 24 * HOUR;

/** How long a matter has been open, in whole days of 24 hours, since the first case of it was received. */
const ageOf = ({ supersedes, receivedAt, closedAt }: Case, now: Instant, zone: string) => {
  const since = supersedes?.firstReceivedAt ?? receivedAt;
  return { since: withOffset(since, zone), days: Math.floor((toMs(closedAt ?? now) - toMs(since)) / DAY) };
};

/**
 * A case as one kind of reader sees it; the customer's own view is the part that both share.
 * @param roles in which a reader of the staff acts.
 */
export const viewFor = (
  reader: Reader,
  { org, record, rulebook, current, told = current, now, locale, photos }: Shown,
  roles: readonly string[] = [],
): TrackingView => {
  const { policy } = rulebook;
  const state = policy.workflow?.states.find(({ id }) => id === current.state);
  const fields = policy.intake?.fields ?? [];
  const damageFields = policy.intake?.damages?.fields ?? [];
  const answers = reader === "staff" ? { ...told.facts } : receivedAnswers(told);
  return {
    org: { id: org.id, name: org.name[locale] },
    policy: { id: policy.id, version: policy.version, title: policy.title[locale] },
    caseId: record.id,
    number: current.number,
    provisional: current.provisional || undefined,
    kind: kindView(policy, current, locale),
    category: categoryView(policy, current, locale),
    locale,
    state: {
      id: current.state,
      says: (reader === "customer" ? state?.customer : state?.title)?.[locale] ?? current.state,
      final: isFinal(policy, current.state),
    },
    receivedAt: withOffset(current.receivedAt, policy.calendar.timeZone),
    holder: holderView(policy, current, locale),
    answers: showAnswers(policy, fields, answers, locale),
    damages: told.damages.map((damage, place) => ({
      damage: place + 1,
      answers: showAnswers(policy, damageFields, damage, locale),
    })),
    deadlines: deadlines(rulebook, current, now, locale),
    evidence: evidenceState(rulebook, current, locale),
    photos: photoViews(rulebook, current, photos, locale),
    timeline: timelineOf(rulebook, told, { reader, roles, locale }),
    signoffs: signoffViews(rulebook, { ...current, told: told.told }, { reader, roles, locale }),
    supersedes: current.supersedes && linkView(current.supersedes),
    supersededBy: current.supersededBy && linkView(current.supersededBy),
    age: ageOf(current, now, policy.calendar.timeZone),
    assumptions: assumptionsOf(policy, reader, locale),
    claim: claimStatus(rulebook, current, locale),
  };
};

const linkView = ({ caseId, number }: { readonly caseId: CaseId; readonly number: string }) => ({
  caseId,
  number,
  provisional: isProvisional(caseId, number),
});

const receivedAnswers = ({ timeline: [first] }: Case) => (first?.type === "received" ? first.answers : {});
