import type { TakeBody } from "../../shared/api/taking.ts";
import type { OrgId } from "../../shared/kernel/ids.ts";
import type { Deps } from "../../shared/record/change.ts";
import { changeCase } from "../../shared/record/command.ts";
import { fileSuccessor } from "../../shared/record/supersede.ts";
import type { HttpEvent } from "../../shared/runtime/request.ts";
import { caseIdFor } from "../../shared/runtime/secrets.ts";
import { take } from "../../shared/runtime/taking.ts";
import { staff } from "../fixtures/cases.ts";
import { hashOf } from "../fixtures/worlds.ts";
import type { Stage } from "./scene.ts";

/** A request as the API hands it over, by somebody in a role. */
const requestOf = (org: string, role: string, key: string): HttpEvent =>
  ({
    headers: { "idempotency-key": key },
    requestContext: { authorizer: { jwt: { claims: { sub: role, name: role, groups: [`${org}:${role}`] } } } },
  }) as unknown as HttpEvent; // as much of it as is read

/** Says that a case and the one before it are one matter. */
export const sayTheSame =
  (role: string) =>
  async ({ deps, ref, twin }: Stage, key: string): Promise<void> => {
    const said = await changeCase(
      deps,
      ref,
      { do: "decideDuplicate", of: twin.id, same: true, key },
      { by: staff(role) },
    );
    if (!said.ok) throw new Error(`decideDuplicate: ${said.error.code}`);
  };

/** Takes a matter in that came by telephone. */
export const takeIn = async (
  deps: Deps,
  org: OrgId,
  role: string,
  said: Pick<TakeBody, "contact" | "fields">,
): Promise<void> => {
  const answer = await take(deps, {
    params: { org },
    query: {},
    body: { channel: "phone", ...said },
    event: requestOf(org, role, "a-call"),
    locale: "en",
  });
  if (answer.statusCode !== 201) throw new Error(`take: ${answer.body}`);
};

/** Files the case that takes the place of another; its id comes from the other's, so it needs no key. */
export const fileNext =
  (role: string) =>
  async ({ deps, ref }: Stage): Promise<void> => {
    const body = { demand: "discount", returnQuantity: undefined };
    const filed = await fileSuccessor(deps, ref, {
      by: staff(role),
      caseId: caseIdFor(ref.org, `in place of ${ref.id}`),
      body,
      requestHash: hashOf(body),
      tokenHash: () => "t".repeat(64),
      salt: "5a".repeat(16),
    });
    if (!filed.ok) throw new Error(`supersede: ${JSON.stringify(filed.error)}`);
  };
