import type { MailBox } from "../aws/mailed.ts";
import { isFinal } from "../case/final.ts";
import type { MailedFile } from "../case/mailed/mailed.ts";
import { occasionClosed } from "../case/occasion.ts";
import { originalKey, paperKey } from "../evidence/evidence.ts";
import { type MailId, PaperId, PhotoId, spell } from "../kernel/ids.ts";
import type { Instant } from "../kernel/instant.ts";
import { type Sorted, sortFiles } from "../mail/incoming/files.ts";
import type { Incoming } from "../mail/incoming/incoming.ts";
import type { Verdict } from "../mail/incoming/verdict.ts";
import type { Loaded } from "../record/change.ts";
import { digestBytes } from "./secrets.ts";

type Carried = {
  readonly box: MailBox;
  readonly mail: MailId;
  readonly raw: Uint8Array;
  readonly read: Incoming;
  readonly verdict: Verdict;
  /** It is the customer's own. */
  readonly own: boolean;
  readonly now: Instant;
};

/** The same file of the same mail always has the same name, so that it is written over itself. */
const nameOf = (mail: MailId, place: number | "mail"): string => spell(digestBytes(`${mail}\n${place}`));

/** Photos come from the customer alone, and as long as a form would take them. */
const takesPhotos = ({ rulebook: { policy }, current }: Loaded, { own, now }: Carried): boolean =>
  own && !isFinal(policy, current.state) && occasionClosed(policy, current, now) === undefined;

/**
 * Puts what a mail carried where it belongs, before the case speaks of it: photos under the key of an upload, so that S3
 * starts what any photo goes through; everything else, and the mail itself, among the papers. A photo shows the only
 * damage of a case that describes one, and else the case as a whole: a guess would be no evidence.
 */
export const putFiles = async (
  found: Loaded,
  carried: Carried,
): Promise<{ readonly original: PaperId; readonly files: MailedFile[] }> => {
  const { box, mail, raw, read, verdict } = carried;
  const place = { org: found.record.org, caseId: found.record.id };
  const damage = found.current.damages.length === 1 ? 1 : 0;
  const putPaper = async (content: Uint8Array, type: string, at: number | "mail"): Promise<PaperId> => {
    const paper = PaperId.parse(`paper_${nameOf(mail, at)}`);
    await box.put(paperKey(place, paper), content, type);
    return paper;
  };
  const put = async (sorted: Sorted, at: number): Promise<MailedFile> => {
    const { name, type, content } = sorted.file;
    const file = { name, bytes: content.length };
    if (sorted.as === "refused") return { ...file, is: "refused", why: sorted.why };
    if (sorted.as === "paper") return { ...file, is: "paper", paper: await putPaper(content, type, at) };
    const photo = PhotoId.parse(`photo_${nameOf(mail, at)}`);
    await box.put(originalKey({ ...place, damage, photoId: photo }), content, type);
    const isUnplaced = found.current.damages.length > 1;
    return { ...file, is: "photo", photo, ...(isUnplaced ? { unplaced: true as const } : {}) };
  };
  const original = await putPaper(raw, "message/rfc822", "mail");
  const sorted = sortFiles(read.attachments, { photos: takesPhotos(found, carried), verdict });
  return { original, files: await Promise.all(sorted.map(put)) };
};
