import { all } from "./dom.ts";

type Kept = { readonly key: string; readonly entries: readonly (readonly [string, string])[] };

const address = `aftercare-draft:${location.pathname}`;

/** What was typed, kept on this device until it has been filed. A browser that keeps nothing is no reason to fail. */
export const readDraft = (): Kept | undefined => {
  try {
    const kept: Kept | null = JSON.parse(localStorage.getItem(address) ?? "null");
    return kept ?? undefined;
  } catch {
    return undefined; // storage is closed, or holds something else
  }
};

export const keepDraft = (kept: Kept): boolean => {
  try {
    localStorage.setItem(address, JSON.stringify(kept));
    return true;
  } catch {
    return false; // likewise; the form itself still stands
  }
};

export const dropDraft = (): void => {
  try {
    localStorage.removeItem(address);
  } catch {
    return; // likewise
  }
};

/** Where the photos of this form are kept until there is a case. */
export const draftPlace = `draft:${location.pathname}`;

/** Puts one remembered answer back. */
export const putBack = (form: HTMLFormElement, name: string, value: string): void => {
  for (const input of all<HTMLInputElement>("input,select,textarea", form)) {
    if (input.name !== name || input.type === "file") continue;
    if (input.type === "radio" || input.type === "checkbox") input.checked = input.value === value;
    else input.value = value;
  }
};
