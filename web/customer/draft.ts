import { all } from "./dom.ts";

type Kept = { readonly key: string; readonly entries: readonly (readonly [string, string])[] };

/** Each policy's form has a draft of its own; two of them would share neither questions nor the key of a repeat. */
const address = (policy: string): string => `aftercare-draft:${location.pathname}?${policy}`;

/** What was typed, kept on this device until it has been filed. A browser that keeps nothing is no reason to fail. */
export const readDraft = (policy: string): Kept | undefined => {
  try {
    const kept: Kept | null = JSON.parse(localStorage.getItem(address(policy)) ?? "null");
    return kept ?? undefined;
  } catch {
    return undefined; // storage is closed, or holds something else
  }
};

export const keepDraft = (policy: string, kept: Kept): boolean => {
  try {
    localStorage.setItem(address(policy), JSON.stringify(kept));
    return true;
  } catch {
    return false; // likewise; the form itself still stands
  }
};

export const dropDraft = (policy: string): void => {
  try {
    localStorage.removeItem(address(policy));
  } catch {
    return; // likewise
  }
};

/** Where the photos of this form are kept until there is a case. */
export const draftPlace = (policy: string): string => `draft:${location.pathname}?${policy}`;

/** Puts one remembered answer back. */
export const putBack = (form: HTMLFormElement, name: string, value: string): void => {
  for (const input of all<HTMLInputElement>("input,select,textarea", form)) {
    if (input.name !== name || input.type === "file") continue;
    if (input.type === "radio" || input.type === "checkbox") input.checked = input.value === value;
    else input.value = value;
  }
};
