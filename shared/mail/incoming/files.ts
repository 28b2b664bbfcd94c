import type { MailedFile } from "../../case/mailed/mailed.ts";
import { MAX_PHOTO_BYTES, PHOTO_TYPES } from "../../evidence/evidence.ts";
import type { Attachment } from "./incoming.ts";
import type { Verdict } from "./verdict.ts";

type Why = Extract<MailedFile, { is: "refused" }>["why"];

/** A file and where it goes. */
export type Sorted = { readonly file: Attachment } & (
  | { readonly as: "photo" | "paper" }
  | { readonly as: "refused"; readonly why: Why }
);

/** More than a mail that people write carries. */
const MOST = 30;
/** Below this a picture that the text shows is a logo or a smile. */
const DECORATION = 10 * 1024;

const PHOTO_NAMES = /\.(?:jpe?g|png|webp|hei[cf])$/i;
const PHOTOS: ReadonlySet<string> = new Set([...PHOTO_TYPES, "image/jpg", "image/heif"]);
/** What a double click would run. */
const PROGRAMS = /\.(?:exe|com|bat|cmd|scr|pif|msi|jar|js|jse|vbs|vbe|wsf|wsh|hta|ps1|lnk|reg|cpl|dll|apk)$/i;

/** Whether a file says that it is a photo; what it is, its content tells later. */
const isPhoto = ({ type, name }: Attachment): boolean =>
  PHOTOS.has(type) || (type === "application/octet-stream" && PHOTO_NAMES.test(name));

const whyNot = (
  file: Attachment,
  place: number,
  { spam, unscanned }: Pick<Verdict, "spam" | "unscanned">,
): Why | undefined => {
  if (spam) return "spam";
  if (unscanned) return "not-scanned";
  if (place >= MOST) return "too-many";
  if (file.content.length === 0) return "empty";
  if (PROGRAMS.test(file.name.trim())) return "dangerous";
  if (file.shown && file.type.startsWith("image/") && file.content.length < DECORATION) return "decoration";
  return file.content.length > MAX_PHOTO_BYTES ? "too-large" : undefined;
};

/**
 * Where the files of a mail go. `photos`: the case takes photos from this sender now; otherwise a picture is a paper like
 * any other.
 */
export const sortFiles = (
  files: readonly Attachment[],
  { photos, verdict }: { readonly photos: boolean; readonly verdict: Pick<Verdict, "spam" | "unscanned"> },
): readonly Sorted[] =>
  files.map((file, place) => {
    const why = whyNot(file, place, verdict);
    if (why !== undefined) return { file, as: "refused", why };
    return { file, as: photos && isPhoto(file) ? "photo" : "paper" };
  });
