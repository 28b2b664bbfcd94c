import type { PaperLinks } from "../api/received.ts";
import type { PhotoLinks } from "../aws/photo-links.ts";
import { paperKey } from "../evidence/evidence.ts";
import type { Loaded } from "../record/change.ts";

/** Addresses of everything that mails brought into a case, for staff; none once it is erased. Signed here, no call to S3. */
export const papersOf = async (
  photos: Pick<PhotoLinks, "download">,
  { record, current }: Loaded,
): Promise<PaperLinks> => {
  if (current.erasure !== undefined) return new Map();
  const papers = current.timeline.flatMap((event) =>
    event.type === "mailReceived"
      ? [event.original, ...event.files.flatMap((file) => (file.is === "paper" ? [file.paper] : []))]
      : [],
  );
  const place = { org: record.org, caseId: record.id };
  return new Map(
    await Promise.all(papers.map(async (paper) => [paper, await photos.download(paperKey(place, paper))] as const)),
  );
};
