/** Where one is in the console: `#/<org>` is its list, `#/<org>/<caseId>` a case; mails to staff link to the latter. */
export type Place = { readonly org?: string | undefined; readonly caseId?: string | undefined };

const decode = (part: string): string => {
  try {
    return decodeURIComponent(part);
  } catch {
    return part; // a stray % that somebody typed; the API will not know it either
  }
};

export const placeOf = (hash: string): Place => {
  const [org, caseId] = hash
    .replace(/^#\/?/, "")
    .split("/")
    .filter((part) => part !== "")
    .map(decode);
  return { org, caseId };
};

export const hashOf = ({ org, caseId }: Place): string =>
  `#/${[org, caseId]
    .filter((part) => part !== undefined)
    .map(encodeURIComponent)
    .join("/")}`;
