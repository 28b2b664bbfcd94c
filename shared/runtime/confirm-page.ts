import type { APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import type { Command } from "../case/decide.ts";
import type { CaseId, OrgId } from "../kernel/ids.ts";
import type { Locale } from "../kernel/text.ts";
import { CONFIRM_INPUTS } from "../page/confirm.ts";
import { changeCase } from "../record/command.ts";
import { refOf } from "../record/record.ts";
import { refusedProblem } from "./answer.ts";
import { openCase, trackingPath } from "./customer.ts";
import { type Desk, orNowhere, sendProblem } from "./pages.ts";
import { type HttpEvent, textOf } from "./request.ts";

type Input = {
  readonly params: { readonly org: OrgId; readonly caseId: CaseId; readonly token: string };
  readonly event: HttpEvent;
  readonly locale: Locale;
};

/** What was sent: a confirmation under a typed name, or an objection. */
const wordOf = (typed: URLSearchParams): Command => {
  const signoff = typed.get(CONFIRM_INPUTS.signoff) ?? "";
  return typed.get(CONFIRM_INPUTS.word) === "object"
    ? { do: "object", signoff, reason: (typed.get(CONFIRM_INPUTS.reason) ?? "").slice(0, 2000) }
    : { do: "sign", signoff, name: (typed.get(CONFIRM_INPUTS.name) ?? "").slice(0, 100), method: "typed" };
};

/** The customer confirms or objects on their own page, without scripts, and is back on it. */
export const takeWord = (desk: Desk, { params, event, locale }: Input): Promise<APIGatewayProxyStructuredResultV2> =>
  orNowhere(desk, locale, async () => {
    const { record } = await openCase(desk, params, params.token);
    const word = wordOf(new URLSearchParams(textOf(event)));
    const done = await changeCase(desk, refOf(record), word, { by: { kind: "reporter" } });
    const location = `${trackingPath(params.org, params.caseId, params.token)}?lang=${locale}`;
    if (!done.ok) return sendProblem(desk, refusedProblem(done.error, locale), locale, location);
    return { statusCode: 303, headers: { location } };
  });
