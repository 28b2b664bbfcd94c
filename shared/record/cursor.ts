import * as z from "zod";

/** A place is printable ASCII; what is longer than any is none. */
const Place = z.string().regex(/^[\x21-\x7e]{1,200}$/);

/** Where a list goes on, as it stands in an address. */
export const cursorAt = (place: string | undefined): string | undefined =>
  place === undefined ? undefined : btoa(place).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");

/** The place that a cursor names; a cursor that we did not write begins at the beginning. It opens nothing that the question does not. */
export const placeIn = (cursor: string | undefined): string | undefined => {
  if (cursor === undefined || cursor.length > 400) return undefined;
  try {
    return Place.safeParse(atob(cursor.replaceAll("-", "+").replaceAll("_", "/"))).data;
  } catch {
    return undefined; // no base 64, so not ours
  }
};
