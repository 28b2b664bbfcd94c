import type { APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import { caseRoutes } from "../api/routes/cases.ts";
import type { CaseId, OrgId } from "../kernel/ids.ts";
import type { Locale } from "../kernel/text.ts";
import { fileSuccessor } from "../record/supersede.ts";
import { type Desk, show } from "./desk.ts";
import { reply } from "./reply.ts";
import { type HttpEvent, ifMatch } from "./request.ts";
import { bodyHash, caseIdFor, newSalt, sha256, tokenFor } from "./secrets.ts";
import { staffOf } from "./staff.ts";

type Input = {
  readonly params: { readonly org: OrgId; readonly caseId: CaseId };
  readonly body: Readonly<Record<string, unknown>>;
  readonly event: HttpEvent;
  readonly locale: Locale;
};

/** Files the case that takes the place of another, once, and shows it. */
export const fileNext = async (
  desk: Desk,
  { params: { org, caseId: old }, body, event, locale }: Input,
): Promise<APIGatewayProxyStructuredResultV2> => {
  const by = staffOf(event.requestContext.authorizer?.jwt?.claims, org);
  const caseId = caseIdFor(org, `in place of ${old}`);
  const filed = await fileSuccessor(
    desk,
    { kind: "case", org, id: old },
    {
      by,
      caseId,
      body,
      ifVersion: ifMatch(event),
      requestHash: bodyHash(body),
      tokenHash: ({ linkKey }) => sha256(tokenFor(linkKey, caseId)),
      salt: newSalt(),
    },
  );
  return filed.ok
    ? show(desk, caseRoutes.supersede, filed.value, by, locale)
    : reply(caseRoutes.supersede, filed, locale);
};
