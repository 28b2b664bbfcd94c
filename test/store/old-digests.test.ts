import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import * as z from "zod";
import { digestItem } from "../../shared/api/digests.ts";
import { known } from "../../shared/aws/documents.ts";
import { isEmpty } from "../../shared/digest/digest.ts";
import { digestLetter } from "../../shared/mail/digest.ts";
import { DigestRecord } from "../../shared/record/digests/digests.ts";
import { company } from "../fixtures/worlds.ts";

/** Items as they were stored once: one file each, never edited, and a new one for each new shape. */
const folder = join(import.meta.dirname, "old-digests");
const Item = z.record(z.string(), z.unknown());
const stored = (name: string) =>
  known(DigestRecord, Item.parse(JSON.parse(readFileSync(join(folder, `2026-11-digest-${name}.json`), "utf8"))));

test("digests that were stored stand as they stood", () => {
  const standing = ["sent", "empty", "not-sent", "waiting", "claimed", "unread"].map((name) => {
    const { standing: is, overdue, due } = digestItem(stored(name), { zone: "Asia/Shanghai", mine: ["adminHr"] });
    return [name, is, overdue, due];
  });
  expect(standing).toEqual([
    ["sent", "sent", 16, 1],
    ["empty", "empty", 0, 0],
    ["not-sent", "notSent", 16, 1],
    ["waiting", "sending", 16, 1],
    ["claimed", "sending", 0, 0],
    ["unread", "sent", 0, 0],
  ]);
});

test.each(["zh-CN", "en"] as const)("what they said can be said again, every kind of list and change: %s", (locale) => {
  const { parts, day, id, filed } = stored("sent");
  expect(parts.map(isEmpty)).toEqual([false]);
  expect(parts[0]?.overdue.map(({ of }) => of)).toEqual(["cases", "duties", "reports", "findings", "entries"]);
  const console = "https://x.example/console/#/x";
  const { text } = digestLetter({ org: company(), locale, day, parts, console, name: id, now: filed.at });
  const names = {
    "zh-CN": ["本单位", "逾期案件：12", "林••"],
    en: ["The company itself", "Overdue cases: 12", "林••"],
  };
  for (const name of [...names[locale], "2026-10", "95.0 %", "2026-11-007", "U-1"]) expect(text).toContain(name);
});

test("no file of the folder is left out", () => {
  const names = ["claimed", "empty", "not-sent", "sent", "unread", "waiting"];
  expect(readdirSync(folder).sort()).toEqual(names.map((name) => `2026-11-digest-${name}.json`));
});
