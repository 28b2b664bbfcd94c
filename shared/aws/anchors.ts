import { createHash } from "node:crypto";
import { GetObjectCommand, ListObjectsV2Command, PutObjectCommand, type S3Client } from "@aws-sdk/client-s3";
import { addDays, CivilDate } from "../calendar/civil-date.ts";
import type { Anchors } from "../record/anchor.ts";

const keyOf = (day: string): string => `anchors/${day}.json`;

/** How far back a run looks first: one request, however many anchors there are. */
const LOOK_BACK_DAYS = 60;

const isTaken = (error: unknown): boolean => error instanceof Error && error.name === "PreconditionFailed";

/**
 * Anchors in a bucket under object lock, whose own retention keeps every version of them; so a second version of a day is
 * never written. S3 asks for a digest of what is written there.
 */
export const bucketAnchors = (client: S3Client, bucket: string): Anchors => {
  const lastAfter = async (start: string, before: string): Promise<CivilDate | undefined> => {
    let last: CivilDate | undefined;
    for (let from: string | undefined; ; ) {
      const { Contents = [], NextContinuationToken } = await client.send(
        new ListObjectsV2Command({ Bucket: bucket, Prefix: "anchors/", StartAfter: start, ContinuationToken: from }),
      );
      for (const { Key = "" } of Contents) {
        const day = CivilDate.safeParse(Key.slice("anchors/".length, -".json".length));
        if (day.success && day.data < before) last = day.data;
      }
      from = NextContinuationToken;
      if (from === undefined) return last;
    }
  };

  return {
    lastBefore: async (day) =>
      (await lastAfter(keyOf(addDays(day, -LOOK_BACK_DAYS)), day)) ?? (await lastAfter("anchors/", day)),

    read: async (day) => {
      const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: keyOf(day) }));
      if (Body === undefined) throw new Error(`the anchor of ${day} cannot be read`);
      return Body.transformToString();
    },

    write: async (day, text) => {
      const ChecksumSHA256 = createHash("sha256").update(text).digest("base64");
      const what = { Bucket: bucket, Key: keyOf(day), Body: text, ContentType: "application/json", ChecksumSHA256 };
      try {
        await client.send(new PutObjectCommand({ ...what, IfNoneMatch: "*" }));
        return "written";
      } catch (error) {
        if (isTaken(error)) return "exists";
        throw error;
      }
    },
  };
};
