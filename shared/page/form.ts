import type { FormReply } from "../api/bodies.ts";
import type { Problem } from "../api/problem.ts";
import type { Locale } from "../kernel/text.ts";
import type { Entered } from "./entered.ts";

export type FormPage = {
  readonly form: FormReply;
  readonly locale: Locale;
  readonly nonce: string;
  /** The bundled text of web/customer/customer.ts. */
  readonly script: string;
  /** Kept in the page and its draft, so that a repeat after a lost connection is the same case. */
  readonly idempotencyKey: string;
  readonly values?: Entered | undefined;
  readonly problems?: NonNullable<Problem["fields"]> | undefined;
};

/** The complaint form (投诉申请单) as a page, drawn from the regulation alone. */
export const formPage = (_: FormPage): string => "";
