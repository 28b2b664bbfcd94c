import { fromMs, type Now } from "../kernel/instant.ts";

/** The only place that looks at the wall clock. */
export const now: Now = () => fromMs(Date.now());
