import type { Route } from "../shared/api/routes/routes.ts";
import type { Needs } from "./needs.ts";

type Trigger =
  /** The routes of `shared/api/api.ts` that name this function. */
  | { readonly on: "http"; readonly by: Route["by"] }
  /** One schedule a shard of the wake index; the event is `{"shard": n}`. */
  | { readonly on: "schedule"; readonly rate: "1 minute" }
  /** Once a minute; the event is empty. */
  | { readonly on: "minutely" }
  /** Once an hour; the event is empty. */
  | { readonly on: "hourly" }
  /** Once a day at a time of UTC; the event is empty. */
  | { readonly on: "daily"; readonly at: `${number}:${number}` }
  /** The mail service sends word of a mail that came back; the event is EventBridge's. */
  | { readonly on: "mailBack" }
  /** An object was created in the evidence bucket. */
  | { readonly on: "upload"; readonly prefix: "original/" | "incoming/" };

export type FunctionSpec = {
  readonly trigger: Trigger;
  readonly needs: Needs;
  readonly memoryMb: number;
  readonly timeoutSeconds: number;
  /** What a customer or an employee loses while it fails: the person whom the alarm wakes reads it. */
  readonly impact: string;
  /** `sharp` is a native library: it comes from the layer of `infra/layers/sharp`, not from the bundle. */
  readonly layer?: "sharp";
};
