import { join, type Key } from "./table.ts";

/* The keys of what comes by mail; the questions that they answer stand in table.ts. */

/** The company that an address belongs to, however it is written. */
export const inboxKey = (address: string): Key => ({
  pk: join("INBOX", encodeURIComponent(address.trim().toLowerCase())),
  sk: "INBOX",
});

/** What one sender, who stands there as a digest, sent in an hour of UTC, `2026-11-22T01`. */
export const heardKey = (org: string, digest: string, hour: string): Key => ({
  pk: join("ORG", org, "SENDER", digest),
  sk: join("HOUR", hour),
});

/** That a sender was answered. */
export const answeredKey = (org: string, digest: string): Key => ({
  pk: join("ORG", org, "SENDER", digest),
  sk: "ANSWERED",
});
