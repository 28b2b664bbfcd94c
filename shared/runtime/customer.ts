import type { FileReply, PhotosBody, PhotosReply } from "../api/bodies.ts";
import { deadlines } from "../api/deadline.ts";
import { evidenceState } from "../api/evidence.ts";
import { kindView } from "../api/intake-views.ts";
import { pageRoutes } from "../api/routes/pages.ts";
import { type Shown, viewFor } from "../api/tracking.ts";
import type { TrackingView } from "../api/views.ts";
import { type Declared, type PhotoLinks, TICKET_SECONDS, type Ticket } from "../aws/photo-links.ts";
import type { Refusal } from "../case/fault.ts";
import { isFinal } from "../case/final.ts";
import { occasionClosed } from "../case/occasion.ts";
import { formatsOf } from "../evidence/formats.ts";
import { sayRefusal } from "../evidence/sayings.ts";
import type { CaseId, OrgId } from "../kernel/ids.ts";
import { type Instant, plusMs } from "../kernel/instant.ts";
import { accept, type Result, refuse } from "../kernel/result.ts";
import { type Locale, say } from "../kernel/text.ts";
import { type Deps, type Loaded, loadCase } from "../record/change.ts";
import { type FileRefusal, fileCase } from "../record/file.ts";
import type { Org } from "../record/org.ts";
import { Answered } from "./answer.ts";
import { bodyHash, caseIdFor, isToken, newPhotoId, newSalt, sha256, tokenFor } from "./secrets.ts";

/** The customer's own page, with the token in its path; the page's own headers keep it out of referrers and caches. */
export const trackingPath = (org: string, caseId: string, token: string): string =>
  pageRoutes.trackingPage.path.replace("{org}", org).replace("{caseId}", caseId).replace("{token}", token);

/** Names no case: whoever fills in a form may have given somebody else's address. */
const FILED_BEFORE = say(
  "近期已有相同联系人的类似事项，两案均保留，由经办人核对",
  "the same contact has filed something alike lately; both are kept, and somebody looks at them",
);

/** What is said of a case at once when it is filed, whoever filed it. */
export const filedReply = ({ record, current, rulebook }: Loaded, now: Instant, locale: Locale) => ({
  caseId: record.id,
  number: current.number,
  provisional: current.provisional || undefined,
  kind: kindView(rulebook.policy, current, locale),
  deadlines: deadlines(rulebook, current, now, locale),
  evidence: evidenceState(rulebook, current, locale),
  warnings:
    current.duplicates.length === 0 ? [] : [{ code: "perhaps-filed-before" as const, says: FILED_BEFORE[locale] }],
});

type FileInput = {
  org: OrgId;
  policy: string | undefined;
  key: string | undefined;
  body: unknown;
  locale: Locale;
  origin: string;
};

/** Files a complaint from the edge and says what a customer is told at once. */
export const file = async (
  deps: Deps,
  { org, policy, key, body, locale, origin }: FileInput,
): Promise<Result<FileReply, FileRefusal>> => {
  const caseId = caseIdFor(org, key);
  const filed = await fileCase(deps, {
    org,
    policy,
    caseId,
    locale,
    body,
    requestHash: bodyHash(body),
    tokenHash: ({ linkKey }) => sha256(tokenFor(linkKey, caseId)),
    salt: newSalt(),
  });
  if (!filed.ok) return filed;
  const trackingToken = tokenFor(filed.value.org.linkKey, caseId);
  return accept({
    ...filedReply(filed.value, deps.now(), locale),
    trackingToken,
    trackingPage: `${origin}${trackingPath(org, caseId, trackingToken)}`,
  });
};

/** The case that a tracking token opens. @throws Answered 404 without such a case, 403 when the token is another's. */
export const openCase = async (
  deps: Deps,
  { org, caseId }: { org: OrgId; caseId: CaseId },
  token: string,
): Promise<Loaded> => {
  const found = await loadCase(deps, { kind: "case", org, id: caseId });
  if (found === undefined) throw new Answered({ status: 404, code: "no-such-case" });
  if (!isToken(token, found.record.tokenHash)) throw new Answered({ status: 403, code: "wrong-token" });
  return found;
};

/** Addresses of all copies that may be looked at, by photo. */
const looks = async (photos: PhotoLinks, { record, current }: Loaded) =>
  new Map(
    await Promise.all(
      (current.erasure === undefined ? current.photos : []).map(async ({ id, damage }) => {
        const place = { org: record.org, caseId: record.id, damage, photoId: id };
        return [id, await photos.look(place)] as const;
      }),
    ),
  );

export const shownTo = async (
  deps: Deps,
  photos: PhotoLinks,
  found: Loaded,
  org: Pick<Org, "id" | "name">,
  locale: Locale,
): Promise<Shown> => ({
  ...found,
  org,
  locale,
  now: deps.now(),
  photos: await looks(photos, found),
});

/** The customer's own view. @throws when the company of a case is gone. */
export const track = async (deps: Deps, photos: PhotoLinks, found: Loaded, locale: Locale): Promise<TrackingView> => {
  const org = await deps.orgs.org(found.record.org);
  if (org === undefined) throw new Error(`company ${found.record.org} of a case is gone`);
  return viewFor("customer", await shownTo(deps, photos, found, org, locale));
};

/** Without a size where a browser without scripts cannot tell it beforehand. */
type Wanted = Omit<PhotosBody["photos"][number], "size"> & Declared;

const ticketFor = async (
  deps: Deps,
  photos: PhotoLinks,
  { record }: Loaded,
  wanted: Wanted,
): Promise<Ticket & PhotosReply["tickets"][number]> => {
  const photoId = newPhotoId();
  const place = { org: record.org, caseId: record.id, damage: wanted.damage, photoId };
  const expiresAt = plusMs(deps.now(), TICKET_SECONDS * 1000);
  return { photoId, damage: wanted.damage, expiresAt, ...(await photos.ticket(place, wanted)) };
};

/**
 * Upload tickets for photos of damages that the form describes. Nothing is written: a photo exists once it has arrived.
 * Refused for a closed case, and once the day is over until which they are taken; @throws Answered 400 naming each photo
 * of a damage that there is not, or in a format that the regulation does not take (BCE-06).
 */
export const tickets = async (
  deps: Deps,
  photos: PhotoLinks,
  found: Loaded,
  wanted: readonly Wanted[],
  locale: Locale,
): Promise<Result<PhotosReply, { code: "case-closed" } | Refusal>> => {
  const { rulebook, current } = found;
  if (isFinal(rulebook.policy, current.state)) return refuse({ code: "case-closed" });
  const late = occasionClosed(rulebook.policy, current, deps.now());
  if (late !== undefined) return refuse(late);
  const most = current.damages.length;
  const says =
    locale === "zh-CN"
      ? `本案有${most}处损坏；0 表示整案`
      : `the case describes ${most} damages; 0 is the case as a whole`;
  const { types, rule } = formatsOf(rulebook.policy, current.facts);
  const wrong = sayRefusal({ code: "wrong-format", formats: [...types] })[locale];
  const fields = wanted.flatMap(({ damage, type }, place) => [
    ...(damage > most ? [{ path: `/photos/${place}/damage`, code: "unknown-damage", says }] : []),
    ...(types.includes(type) ? [] : [{ path: `/photos/${place}/type`, code: "wrong-format", rule, says: wrong }]),
  ]);
  if (fields.length > 0) throw new Answered({ status: 400, code: "bad-fields", fields });
  return accept({ tickets: await Promise.all(wanted.map((one) => ticketFor(deps, photos, found, one))) });
};
