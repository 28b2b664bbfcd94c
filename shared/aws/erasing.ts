import { DeleteObjectsCommand, ListObjectVersionsCommand, type S3Client } from "@aws-sdk/client-s3";
import { foldersOf, type PhotoPlace } from "../evidence/evidence.ts";

/**
 * Removes every version of every photo of a case, the copies too: for good, which a deletion alone would not do in a
 * bucket that keeps versions. What is gone already is no trouble.
 * @throws when the store could not remove one of them.
 */
export const removePhotos = async (
  client: S3Client,
  bucket: string,
  place: Pick<PhotoPlace, "org" | "caseId">,
): Promise<void> => {
  for (const Prefix of foldersOf(place)) {
    for (;;) {
      const { Versions = [], DeleteMarkers = [] } = await client.send(
        new ListObjectVersionsCommand({ Bucket: bucket, Prefix }),
      );
      const Objects = [...Versions, ...DeleteMarkers].map(({ Key, VersionId }) => ({ Key, VersionId }));
      if (Objects.length === 0) break;
      const { Errors = [] } = await client.send(
        new DeleteObjectsCommand({ Bucket: bucket, Delete: { Objects, Quiet: true } }),
      );
      if (Errors[0] !== undefined) throw new Error(`${Errors.length} objects stay: ${Errors[0].Code}`);
    }
  }
};
