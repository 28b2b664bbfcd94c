import { ErasureId, OrgId } from "../kernel/ids.ts";
import type { Instant } from "../kernel/instant.ts";
import type { OrderRef } from "../privacy/order.ts";
import { join, type Key } from "./table.ts";

/* The keys of orders to erase a person's data; the questions that they answer stand in table.ts. */

const orderPk = ({ org, id }: OrderRef): string => join("ORG", org, "ERASURE", id);

/** The order to erase what is stored of one person. */
export const orderKey = (ref: OrderRef): Key => ({ pk: orderPk(ref), sk: "ORDER" });

/** The n-th page of the cases that it found; in order under the order's own `pk`. */
export const orderPageKey = (ref: OrderRef, n: number): Key => ({
  pk: orderPk(ref),
  sk: join("PAGE", String(n).padStart(6, "0")),
});

/** The partition of the wake index that holds orders which have not gone through all cases. */
export const ordersPk = join("WAKE", "ORDERS");

/** Where such an order stands until it has. */
export const ordersKeys = ({ org, id }: OrderRef, at: Instant): { wakePk: string; wakeSk: string } => ({
  wakePk: ordersPk,
  wakeSk: join(at, org, id),
});

/** The order that a `pk` speaks of. @throws on a `pk` of anything else. */
export const orderOfKey = (pk: string): OrderRef => {
  const [word, org, kind, id] = pk.split("#");
  if (word !== "ORG" || kind !== "ERASURE") throw new Error(`"${pk}" is not the key of an order`);
  return { org: OrgId.parse(org), id: ErasureId.parse(id) };
};
