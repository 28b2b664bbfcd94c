import type { APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import { closedAddress } from "../api/addresses.ts";
import type { Refused } from "../api/refused.ts";
import { addressRoutes } from "../api/routes/addresses.ts";
import type { Actor } from "../case/actor.ts";
import { clean } from "../case/clean.ts";
import { notAnOfficer } from "../case/keeping/officer.ts";
import { mayNot } from "../case/roles.ts";
import type { CaseId, OrgId } from "../kernel/ids.ts";
import { accept, type Result, refuse } from "../kernel/result.ts";
import { type Locale, say } from "../kernel/text.ts";
import { type Deps, type Loaded, loadCase } from "../record/change.ts";
import { seenVersion } from "../record/record.ts";
import { type Listed, lifted, type SuppressionDesk } from "../record/suppression.ts";
import { log } from "./log.ts";
import { officersOrg } from "./person-erasure.ts";
import { reply } from "./reply.ts";
import { byOf, type HttpEvent, ifMatch } from "./request.ts";

type AddressDeps = Deps & { readonly suppressions: SuppressionDesk };
type InOrg = { readonly params: { readonly org: OrgId }; readonly event: HttpEvent; readonly locale: Locale };
type OfCase = InOrg & { readonly params: { readonly caseId: CaseId } };
type Reason = { readonly body: { readonly reason: string } };
type Answered = Promise<APIGatewayProxyStructuredResultV2>;

const unknown = {
  code: "unknown-address",
  says: say("没有停止发送的此邮箱", "no such address is closed"),
  rules: [],
} as const satisfies Refused;

/** Opens an address again, once: whoever asks again is told how it stands. */
const open = async (
  { suppressions, now }: AddressDeps,
  org: OrgId,
  id: string,
  { by, reason }: { readonly by: Actor; readonly reason: string },
): Promise<Listed | undefined> => {
  for (;;) {
    const found = await suppressions.one(org, id);
    if (found === undefined || found.open === true) return found;
    const next = lifted(found, { by, at: now(), reason });
    if ((await suppressions.save(org, next)) === "saved") {
      log("ADDRESS_OPENED", { org, suppression: id, was: found.is });
      return next;
    }
  }
};

/** The addresses that nothing is, or was, sent to. */
export const listAddresses = async (
  deps: AddressDeps,
  input: InOrg & { readonly query: { readonly limit: number; readonly cursor?: string | undefined } },
): Answered => {
  const route = addressRoutes.closedAddresses;
  const org = await officersOrg(deps, input);
  if (!org.ok) return reply(route, org, input.locale);
  const page = await deps.suppressions.list(input.params.org, input.query.limit, input.query.cursor);
  const items = page.items.map((one) => closedAddress(one, org.value.timeZone));
  return reply(route, accept({ items, cursor: page.cursor }), input.locale);
};

/** Opens one of the list. */
export const liftListed = async (
  deps: AddressDeps,
  input: InOrg & Reason & { readonly params: { readonly suppression: string } },
): Answered => {
  const route = addressRoutes.liftAddress;
  const org = await officersOrg(deps, input);
  if (!org.ok) return reply(route, org, input.locale);
  const reason = clean(input.body.reason, false);
  const by = byOf(input.event, input.params.org);
  const found = await open(deps, input.params.org, input.params.suppression, { by, reason });
  if (found === undefined) return reply(route, refuse(unknown), input.locale);
  return reply(route, accept({ closed: closedAddress(found, org.value.timeZone), mayLift: true }), input.locale);
};

type Asked = { readonly found: Loaded; readonly by: Actor };

/** The case, for somebody who may do that with it. */
const ofCase = async (
  deps: AddressDeps,
  { params: { org, caseId: id }, event }: OfCase,
  may: "read" | "note",
): Promise<Result<Asked, Refused | { readonly code: "no-such-case" }>> => {
  const found = await loadCase(deps, { kind: "case", org, id });
  if (found === undefined) return refuse({ code: "no-such-case" });
  const by = byOf(event, org);
  const foreign = mayNot(found.rulebook.policy, by, may);
  return foreign === undefined ? accept({ found, by }) : refuse(foreign);
};

/** Why somebody may not open the address of a case: what its owner did not want is for whoever looks after data. */
const mayNotOpen = ({ found, by }: Asked, { is }: Pick<Listed, "is">) =>
  is === "bounced" ? mayNot(found.rulebook.policy, by, "note") : notAnOfficer(found.rulebook.policy, by, []);

const shown = (asked: Asked, closed: Listed | undefined) => ({
  closed: closed && closedAddress(closed, asked.found.rulebook.policy.calendar.timeZone),
  mayLift: closed !== undefined && mayNotOpen(asked, closed) === undefined,
});

const closedOf = async (deps: AddressDeps, { found: { record, current } }: Asked): Promise<Listed | undefined> => {
  const { email } = current.contact;
  return email === undefined || email === "" ? undefined : deps.suppressions.of(record.org, email);
};

/** Whether mail goes to the customer of a case; who wants no surveys hears of their case all the same. */
export const showCaseAddress = async (deps: AddressDeps, input: OfCase): Answered => {
  const route = addressRoutes.caseAddress;
  const asked = await ofCase(deps, input, "read");
  if (!asked.ok) return reply(route, asked, input.locale);
  const closed = await closedOf(deps, asked.value);
  const stops = closed?.is === "unsubscribed" ? undefined : closed;
  return reply(route, accept(shown(asked.value, stops)), input.locale);
};

/** Lets mail go to the customer of a case again. */
export const liftOfCase = async (deps: AddressDeps, input: OfCase & Reason): Answered => {
  const route = addressRoutes.liftCaseAddress;
  const asked = await ofCase(deps, input, "note");
  if (!asked.ok) return reply(route, asked, input.locale);
  const version = seenVersion(asked.value.found.record);
  if ((ifMatch(input.event) ?? version) !== version)
    return reply(route, refuse({ code: "overtaken", version }), input.locale);
  const closed = await closedOf(deps, asked.value);
  if (closed === undefined) return reply(route, refuse(unknown), input.locale);
  const foreign = mayNotOpen(asked.value, closed);
  if (foreign !== undefined) return reply(route, refuse(foreign), input.locale);
  const reason = clean(input.body.reason, false);
  const after = await open(deps, input.params.org, closed.id, { by: asked.value.by, reason });
  return reply(route, accept({ ...shown(asked.value, after), mayLift: false }), input.locale, {
    etag: `"${version}"`,
  });
};
