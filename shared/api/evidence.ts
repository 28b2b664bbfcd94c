import { withOffset } from "../calendar/zone.ts";
import type { Case } from "../case/case.ts";
import type { Rulebook } from "../case/clocks.ts";
import { evidenceOf } from "../case/evidence.ts";
import { flagsOf } from "../evidence/count.ts";
import type { PhotoRefusal } from "../evidence/evidence.ts";
import { sayRefusal } from "../evidence/sayings.ts";
import type { Locale } from "../kernel/text.ts";
import type { EvidenceState, PhotoView } from "./views.ts";

const says = (damage: number, have: number, need: number, locale: Locale): string =>
  locale === "zh-CN"
    ? `${damage === 0 ? "本案" : `第${damage}处`}：${have}/${need}`
    : `${damage === 0 ? "case" : `item ${damage}`}: ${have} of ${need}`;

/** Which photos are there and which are still owed, per damage item (DFA-32). */
export const evidenceState = ({ policy }: Rulebook, current: Case, locale: Locale): EvidenceState => {
  const { complete, needs } = evidenceOf(policy, current);
  return {
    complete,
    items: needs.map(({ rule, damage, have, need }) => ({
      rule: rule.id,
      title: rule.title[locale],
      rules: rule.rules,
      damage,
      have,
      need,
      says: says(damage, have, need, locale),
    })),
  };
};

type Addresses = ReadonlyMap<string, { readonly copy: string; readonly thumbnail: string }>;

const refused = (refusal: PhotoRefusal, locale: Locale) => ({ code: refusal.code, says: sayRefusal(refusal)[locale] });

/** Every photo that arrived, kept or refused, with what is worth knowing about it. */
export const photoViews = ({ policy }: Rulebook, current: Case, addresses: Addresses, locale: Locale): PhotoView[] => {
  const zone = policy.calendar.timeZone;
  const flags = flagsOf(policy, current.facts, current.photos);
  const arrived = new Map(
    current.timeline.flatMap((event) => (event.type === "photoKept" ? [[event.photo.id, event.at] as const] : [])),
  );
  const kept = current.photos.map((photo): PhotoView => {
    const { id, damage, capturedAt } = photo;
    return {
      photoId: id,
      damage,
      state: "kept",
      flags: [...(flags.get(id) ?? [])],
      capturedAt: capturedAt === undefined ? undefined : withOffset(capturedAt, zone),
      uploadedAt: withOffset(arrived.get(id) ?? current.receivedAt, zone),
      ...addresses.get(id),
    };
  });
  const others = current.refusedPhotos.map(({ id, damage, refusal, at }): PhotoView => {
    const uploadedAt = withOffset(at, zone);
    return { photoId: id, damage, state: "refused", flags: [], uploadedAt, refusal: refused(refusal, locale) };
  });
  return [...kept, ...others];
};
