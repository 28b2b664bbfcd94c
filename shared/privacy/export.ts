import type { AuditFile } from "../audit/file.ts";
import type { Fact } from "../policy/terms.ts";
import { type Mask, type Masks, masked } from "./privacy.ts";
import { type Fate, withhold } from "./withhold.ts";

/** The field of a policy that a place in an event holds. */
const FIELD = /^\/(?:(contact|from)\/\w+|(?:answers|damages\/\d+)\/([^/]+)(?:\/\d+\/([^/]+))?)$/;

const fateOf = (mask: Mask | undefined, value: unknown): Fate =>
  mask === undefined ? { is: "stays" } : { is: "goes", instead: masked(mask, value as Fact) }; // contacts and answers hold facts alone

/** A field that was corrected is named beside its new value. */
const CORRECTED = /^\/(?:value|before)(?:\/\d+\/([^/]+))?$/;

const fateUnder =
  (masks: Masks, event: Readonly<Record<string, unknown>>) =>
  ([path, value]: readonly [string, unknown]): Fate => {
    const put = event.type === "corrected" ? CORRECTED.exec(path) : null;
    if (put !== null) return fateOf(masks.get(String(event.field)) ?? masks.get(put[1] ?? ""), value);
    const [, contact, field, part = ""] = FIELD.exec(path) ?? [];
    const mask = masks.get(contact === "from" ? "contact" : (contact ?? field ?? "")) ?? masks.get(part);
    return fateOf(mask, value);
  };

/**
 * An export as a reader may have it: what is masked for them leaves its digest, and the record's salt stays with us, for
 * with it a short value could be found by trying. The file proves as much as the whole one.
 */
export const maskedFile = (masks: Masks, file: AuditFile): AuditFile => {
  const { salt = "", events, ...rest } = file;
  if (masks.size === 0) return file;
  const told = events.map((event, place) => withhold(event, { place, salt, fateOf: fateUnder(masks, event) }));
  return { ...rest, events: told };
};
