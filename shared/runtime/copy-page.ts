import type { Locale } from "../kernel/text.ts";
import { copyPage } from "../page/copy.ts";
import { refusedProblem } from "./answer.ts";
import { noteHeld, type OfCopy, openCopy } from "./held.ts";
import { type Desk, orNowhere, send, sendProblem } from "./pages.ts";
import type { HttpEvent } from "./request.ts";

type Input = {
  readonly params: OfCopy & { readonly token: string };
  readonly event: HttpEvent;
  readonly locale: Locale;
};

/** A copy as its holder sees it, with the button that acknowledges it. */
export const showCopy = (desk: Desk, { params, locale }: Input) =>
  orNowhere(desk, locale, async () => {
    const { shown } = await openCopy(desk, params, params.token, locale);
    return send(desk, 200, (nonce) => copyPage({ copy: shown, locale, nonce }));
  });

/** Acknowledges a copy from its page, without scripts. */
export const takeCopy = (desk: Desk, { params, event, locale }: Input) =>
  orNowhere(desk, locale, async () => {
    const done = await noteHeld(desk, await openCopy(desk, params, params.token, locale), undefined);
    const location = `${event.rawPath}?lang=${locale}`;
    if (!done.ok) return sendProblem(desk, refusedProblem(done.error, locale), locale, location);
    return { statusCode: 303, headers: { location } };
  });
