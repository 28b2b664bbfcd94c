import { DeleteObjectsCommand, ListObjectVersionsCommand, type S3Client } from "@aws-sdk/client-s3";
import { foldersOf, type PhotoPlace } from "../evidence/evidence.ts";

/**
 * Removes every version of every object whose key begins so: for good, which a deletion alone would not do in a bucket that
 * keeps versions. What is gone already is no trouble.
 * @returns whether there were any. @throws when the store could not remove one of them.
 */
export const removeUnder = async (client: S3Client, bucket: string, Prefix: string): Promise<boolean> => {
  for (let removed = false; ; removed = true) {
    const { Versions = [], DeleteMarkers = [] } = await client.send(
      new ListObjectVersionsCommand({ Bucket: bucket, Prefix }),
    );
    const Objects = [...Versions, ...DeleteMarkers].map(({ Key, VersionId }) => ({ Key, VersionId }));
    if (Objects.length === 0) return removed;
    const { Errors = [] } = await client.send(
      new DeleteObjectsCommand({ Bucket: bucket, Delete: { Objects, Quiet: true } }),
    );
    if (Errors[0] !== undefined) throw new Error(`${Errors.length} objects stay: ${Errors[0].Code}`);
  }
};

/** Removes every version of every photo of a case, the copies too, and its papers. */
export const removePhotos = async (
  client: S3Client,
  bucket: string,
  place: Pick<PhotoPlace, "org" | "caseId">,
): Promise<void> => {
  for (const folder of foldersOf(place)) await removeUnder(client, bucket, folder);
};
