/**
 * The list of objects that fauxqs knows, as the list of versions that S3 answers for `?versions`: each has one version
 * here, which S3 calls `null` in a bucket without versioning.
 */
export const asVersions = (listed: string): string =>
  listed
    .replaceAll("ListBucketResult", "ListVersionsResult")
    .replaceAll("<Contents>", "<Version><VersionId>null</VersionId><IsLatest>true</IsLatest>")
    .replaceAll("</Contents>", "</Version>")
    .replaceAll(/<(\/?)(Next)?Marker>/g, (_all, slash: string, next = "") => `<${slash}${next}KeyMarker>`);

/** The path of a question for versions as the question for objects that stands in for it. */
export const listPath = (path: string): string => path.replace("key-marker=", "marker=");
