import type { PhotosReply } from "../api/bodies.ts";
import type { TrackingView } from "../api/views.ts";
import type { Locale } from "../kernel/text.ts";

export type TrackingPage = {
  readonly view: TrackingView;
  readonly locale: Locale;
  readonly nonce: string;
  /** The bundled text of web/customer/customer.ts. */
  readonly script: string;
  /** Upload tickets for a reader without scripts (`?upload=forms`), drawn as plain forms. */
  readonly uploads?: PhotosReply["tickets"] | undefined;
};

/** The customer's own view of a case as a page. */
export const trackingPage = (_: TrackingPage): string => "";
