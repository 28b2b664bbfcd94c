import type { Offers } from "../offers.ts";
import { returnedOf, returnMove } from "./returned.ts";

/** The quantity that was approved for the slip, and the one that may be booked. */
export const returnOffers: Offers = ({ policy }, current, { id }) => {
  const [move, returned] = [returnMove(policy, id), returnedOf(policy, current)];
  if (move?.quantity === undefined || returned === undefined) return {};
  const known = { shipped: returned.approved, booked: returned.bookable };
  const quantity = move.makes === "shipped" || move.makes === "booked" ? known[move.makes] : undefined;
  return quantity === undefined ? {} : { [move.quantity]: quantity };
};
