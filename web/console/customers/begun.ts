/** How far the import of a file has come, kept by this browser: a tab may be closed in the middle. */
export type Begun = {
  /** SHA-256 of the file, in hexadecimal: nothing of what it says is kept. */
  readonly digest: string;
  readonly done: number;
};

const nameOf = (org: string): string => `aftercare.customers ${org}`;

export const digestOf = async (bytes: ArrayBuffer): Promise<string> =>
  [...new Uint8Array(await crypto.subtle.digest("SHA-256", bytes))]
    .map((byte) => byte.toString(16).padStart(2, "0"))
    .join("");

/** How many parts of this very file are in already. */
export const doneOf = (org: string, digest: string): number => {
  const kept = localStorage.getItem(nameOf(org));
  const begun: Begun | undefined = kept === null ? undefined : JSON.parse(kept);
  return begun?.digest === digest ? begun.done : 0;
};

export const keepDone = (org: string, begun: Begun): void => localStorage.setItem(nameOf(org), JSON.stringify(begun));

export const dropDone = (org: string): void => localStorage.removeItem(nameOf(org));
