import type { APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import { routingRoutes } from "../api/routes/routing.ts";
import { CaseId, type OrgId } from "../kernel/ids.ts";
import type { Locale } from "../kernel/text.ts";
import { changeCase } from "../record/command.ts";
import { command, type Desk } from "./desk.ts";
import type { HttpEvent } from "./request.ts";
import { staffOf } from "./staff.ts";

type Input = {
  readonly params: { readonly org: OrgId; readonly caseId: CaseId; readonly other: string };
  readonly body: { readonly same: boolean };
  readonly event: HttpEvent;
  readonly locale: Locale;
};

/**
 * Says on a case whether a linked one is the same matter, and then on that one; where somebody stopped in between, it can
 * be said there too.
 */
export const decideDuplicate = async (desk: Desk, input: Input): Promise<APIGatewayProxyStructuredResultV2> => {
  const { org, caseId, other } = input.params;
  const asked = { do: "decideDuplicate", same: input.body.same } as const;
  const answer = await command(desk, routingRoutes.decideDuplicate, input, { ...asked, of: other });
  const id = CaseId.safeParse(other).data;
  if (answer.statusCode === 200 && id !== undefined) {
    const by = staffOf(input.event.requestContext.authorizer?.jwt?.claims, org);
    await changeCase(desk, { kind: "case", org, id }, { ...asked, of: caseId }, { by });
  }
  return answer;
};
