import type { openingWords as zh } from "../zh-cn/opening.ts";

export const openingWords: typeof zh = {
  console: "After-sales console",
  loading: "Loading…",
  again: "Try again",
  signIn: {
    ended: "You have been signed out. Please sign in again; what you have written is kept.",
    again: "Sign in again",
    failed: "Signing in was not completed. Please try again.",
  },
  failed: {
    unreachable: "No connection. Check it and try again: sending twice does nothing twice.",
    "not-a-member": "You have no role in this organisation.",
    other: (status) => `This could not be done (${status}). Please try again later.`,
    settings: "The sign-in settings cannot be read. Try again later or ask your administrator.",
  },
};
