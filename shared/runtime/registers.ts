import type { APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import { csvOf } from "../api/csv.ts";
import { entrySheet } from "../api/register-sheet.ts";
import { entryView, type QuotaView, registerView } from "../api/registers.ts";
import { registerRoutes } from "../api/routes/registers.ts";
import type { Reading } from "../api/row.ts";
import { addMonths, CivilDate } from "../calendar/civil-date.ts";
import { civilDate, startOfDay } from "../calendar/zone.ts";
import type { Refusal } from "../case/fault.ts";
import { actsAs, mayNot, notOfRoles } from "../case/roles.ts";
import type { OrgId } from "../kernel/ids.ts";
import type { Instant } from "../kernel/instant.ts";
import { accept, type Result, refuse } from "../kernel/result.ts";
import type { Locale } from "../kernel/text.ts";
import type { Policy } from "../policy/policy.ts";
import { registersOf } from "../policy/register-form.ts";
import { sameName } from "../policy/repetition.ts";
import { type IntakeRefusal, policiesOf } from "../record/intake.ts";
import { noEntry } from "../record/registers/change.ts";
import { deskOf, listOf } from "../record/registers/entries.ts";
import { type RegisterGround, registerIn } from "../record/registers/ground.ts";
import { listedEntries, markedEntries } from "../record/registers/list.ts";
import { entriesOf, loadEntry, readEntry } from "../record/registers/load.ts";
import { standingsAt } from "../register/quota.ts";
import { readersOf, subjectOf } from "../register/register.ts";
import { answerFile, answerProblem, refusedProblem } from "./answer.ts";
import { inReader } from "./reader.ts";
import type { registerDeps } from "./register-wiring.ts";
import { reply } from "./reply.ts";
import type { HttpEvent } from "./request.ts";
import { xlsxOf } from "./xlsx.ts";

type Deps = ReturnType<typeof registerDeps>;
type Answer = Promise<APIGatewayProxyStructuredResultV2>;
type InOrg = { readonly params: { readonly org: OrgId }; readonly event: HttpEvent; readonly locale: Locale };
export type OfRegister = InOrg & { readonly params: { readonly policy: string; readonly form: string } };
export type OfEntry = OfRegister & { readonly params: { readonly entryId: string } };
type Query<T> = { readonly query: T };

/** A register that its reader may see. */
const readable = async (
  deps: Deps,
  { params }: OfRegister,
  { by }: Reading,
): Promise<Result<RegisterGround, Refusal | IntakeRefusal>> => {
  const ground = await registerIn(deps, params);
  if (!ground.ok) return ground;
  const { policy, form } = ground.value;
  const foreign = notOfRoles(policy, by, readersOf(policy, form), form.rules);
  return foreign === undefined ? ground : refuse(foreign);
};

/** The first moment of a month at the office, and of the next. */
const monthAt = ({ calendar: { timeZone } }: Policy, month: string | undefined, now: Instant): [Instant, Instant] => {
  const first = CivilDate.parse(`${month ?? civilDate(now, timeZone).slice(0, 7)}-01`);
  return [startOfDay(first, timeZone), startOfDay(addMonths(first, 1), timeZone)];
};

/** The registers of all regulations of a company that somebody may read. */
export const registers = async (deps: Deps, input: InOrg): Answer => {
  const { by, now, locale } = inReader(deps, input);
  const route = registerRoutes.registers;
  const org = await deps.orgs.org(input.params.org);
  if (org === undefined) return reply(route, refuse({ code: "no-such-org" }), locale);
  const policies = await policiesOf(deps.orgs, org, now);
  const items = policies.flatMap((policy) =>
    registersOf(policy)
      .filter((form) => actsAs(by, readersOf(policy, form)))
      .map((form) => registerView(policy, form, { by, locale })),
  );
  return reply(route, accept({ items }), locale);
};

const quotaViews = async (deps: Deps, org: string, { policy, form }: RegisterGround, { now, locale }: Reading) => {
  const standings = standingsAt(policy, form, civilDate(now, policy.calendar.timeZone));
  return Promise.all(
    standings.map(async ({ quota, period, subject }): Promise<QuotaView> => {
      const counted = await deps.orgs.tallies.read({
        org,
        policy: policy.id,
        rule: `quota.${quota.id}`,
        subject,
        period,
      });
      const { title, min, max, rules } = quota;
      return { title: title[locale], period, count: counted.length, min, max, rules };
    }),
  );
};

type Listing = { month?: string | undefined; subject?: string | undefined; cursor?: string | undefined; limit: number };

/** The entries of a month, or about one subject. */
export const entries = async (deps: Deps, input: OfRegister & Query<Listing>): Answer => {
  const reading = inReader(deps, input);
  const { params, query } = input;
  const route = registerRoutes.entries;
  const ground = await readable(deps, input, reading);
  if (!ground.ok) return reply(route, ground, reading.locale);
  const { policy, form } = ground.value;
  const list = listOf(policy.id, form.id);
  const subject = query.subject === undefined ? undefined : sameName(query.subject);
  const between = monthAt(policy, query.month, reading.now);
  const page =
    subject === undefined
      ? await listedEntries(deps, { org: params.org, list, between }, query)
      : await markedEntries(deps, params.org, { list, subject }, query);
  const found = page.items.filter((one) => subject === undefined || subjectOf(one.form, one.entry.answers) === subject);
  const items = found.map((one) => entryView(one, reading));
  const quotas = await quotaViews(deps, params.org, ground.value, reading);
  const register = registerView(policy, form, reading);
  return reply(route, accept({ register, items, cursor: page.cursor, quotas }), reading.locale);
};

/** One entry. */
export const entry = async (deps: Deps, input: OfEntry): Answer => {
  const reading = inReader(deps, input);
  const { org, entryId, policy, form } = input.params;
  const ground = await readable(deps, input, reading);
  if (!ground.ok) return reply(registerRoutes.entry, ground, reading.locale);
  const found = await loadEntry(deps, { org, id: entryId });
  const isHere = found?.record.filed.list === listOf(policy, form);
  return reply(
    registerRoutes.entry,
    found === undefined || !isHere ? refuse(noEntry) : accept(entryView(found, reading)),
    reading.locale,
  );
};

/** So many entries of each role stand in the list of what waits. */
const WAITING = 50;

/** What waits for somebody in one's roles, under every regulation of the company. */
export const waitingEntries = async (deps: Deps, input: InOrg): Answer => {
  const reading = inReader(deps, input);
  const route = registerRoutes.waitingEntries;
  const org = await deps.orgs.org(input.params.org);
  if (org === undefined) return reply(route, refuse({ code: "no-such-org" }), reading.locale);
  const policies = [...new Set(org.policies.map(({ ref }) => ref.id))];
  const desks = policies.flatMap((policy) => reading.by.roles.map((role) => deskOf(policy, role)));
  const pages = await Promise.all(desks.map((desk) => deps.entries.open(org.id, desk, { limit: WAITING })));
  const records = pages.flatMap(({ items }) => items);
  const urgent = records.toSorted((a, b) => ((a.queue?.at ?? "") < (b.queue?.at ?? "") ? -1 : 1));
  const found = await Promise.all(urgent.slice(0, WAITING).map((record) => readEntry(deps, record)));
  return reply(route, accept({ items: found.map((one) => entryView(one, reading)) }), reading.locale);
};

/** A register of a month as a file: masked as it is shown, and nothing in it that a spreadsheet would run. */
export const exportEntries = async (
  deps: Deps,
  input: OfRegister & Query<{ month?: string | undefined; format: "csv" | "xlsx" }>,
): Answer => {
  const reading = inReader(deps, input);
  const { params, query, locale } = input;
  const ground = await readable(deps, input, reading);
  if (!ground.ok) return answerProblem(refusedProblem(ground.error, locale));
  const { policy, form } = ground.value;
  const no = mayNot(policy, reading.by, "export");
  if (no !== undefined) return answerProblem(refusedProblem(no, locale));
  const [from, to] = monthAt(policy, query.month, reading.now);
  const found = await entriesOf(deps, { org: params.org, policy: policy.id, form: form.id, from, to });
  const sheet = entrySheet(
    form,
    found.map((one) => entryView(one, reading)),
    locale,
  );
  const file = `${params.org}-${form.id}-${civilDate(from, policy.calendar.timeZone).slice(0, 7)}.${query.format}`;
  return answerFile(file, query.format, query.format === "csv" ? csvOf(sheet) : await xlsxOf(sheet));
};
