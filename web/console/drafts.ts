/** What somebody was writing when the sign-in ended or the page was closed by mistake; gone with the tab. */
const nameOf = (path: string): string => `aftercare.draft ${path}`;

export const draftOf = <Typed extends object>(path: string): Typed | undefined => {
  const kept = sessionStorage.getItem(nameOf(path));
  return kept === null ? undefined : JSON.parse(kept);
};

export const keepDraft = (path: string, entered: object): void =>
  sessionStorage.setItem(nameOf(path), JSON.stringify(entered));

export const dropDraft = (path: string): void => sessionStorage.removeItem(nameOf(path));
