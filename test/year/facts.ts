import type { Mail } from "../../infra/local/mail-store.ts";
import { publishedPolicy } from "../../infra/policy/published.ts";
import { tableOrgs } from "../../shared/aws/orgs.ts";
import { tableRecords } from "../../shared/aws/records.ts";
import { OrgId } from "../../shared/kernel/ids.ts";
import { CaseRecord, refOf } from "../../shared/record/record.ts";
import type { Unit } from "../../shared/report/author.ts";
import { letters } from "../stack/letters.ts";
import { type Item, itemsOf } from "../stack/stack.ts";
import { type Compiled, contentsOf } from "./contents.ts";
import type { Lived } from "./live.ts";

/** What was stored of a year, as it was stored: nothing here is counted or judged. */
export type Facts = {
  readonly now: string;
  /** First and last day. */
  readonly from: string;
  readonly to: string;
  readonly events: readonly {
    readonly org: string;
    readonly policy: string;
    readonly id: string;
    readonly n: number;
    readonly body: unknown;
  }[];
  readonly owed: readonly { readonly org: string; readonly id: string; readonly body: unknown }[];
  /** All that is no case: inspections, obligations, entries, campaigns and who was asked, reports, what was given to figures. */
  readonly records: readonly {
    readonly org: string;
    readonly kind: string;
    readonly id: string;
    readonly body: unknown;
  }[];
  /** The contents of reports, each without the lists of what the engine counted. */
  readonly contents: readonly Compiled[];
  /** The departments that report for themselves. */
  readonly units: readonly { readonly org: string; readonly body: Unit }[];
  readonly mails: readonly Mail[];
  readonly regulations: readonly { readonly policy: string; readonly body: unknown }[];
};

const Ref = CaseRecord.pick({ kind: true, org: true, id: true }).loose();

const KINDS = ["inspection", "entry", "report", "visit", "duty", "campaign", "invitation"] as const;

/** `ORG#<org>#KPI#<policy>#<kpi>#<period>` and `GIVEN`: what somebody wrote down of a figure. */
const GIVEN = /^ORG#([^#]+)#KPI#([^#]+)#([^#]+)#([^#]+)$/;

/** A stored item as a record of its company: what is no case and is counted again. */
const recordOf = ({ pk, sk, ...body }: Item): Facts["records"] => {
  const [, given = "", policy, kpi, period] = (sk === "GIVEN" ? GIVEN.exec(pk) : undefined) ?? [];
  if (given !== "") return [{ org: given, kind: "given", id: pk, body: { ...body, policy, kpi, period } }];
  const { kind, org, id, object } = body;
  if (!KINDS.some((one) => one === kind) || typeof org !== "string" || typeof id !== "string") return [];
  return [{ org, kind: String(kind), id: typeof object === "string" ? `${object}/${id}` : id, body }];
};

const byName = (a: { org: string; id: string }, b: { org: string; id: string }): number =>
  `${a.org} ${a.id}` < `${b.org} ${b.id}` ? -1 : 1;

const dayspan = ({ companies }: Pick<Lived, "companies">): Pick<Facts, "from" | "to"> => {
  const slots = companies[0]?.slots ?? [];
  return { from: slots[0]?.at.slice(0, 10) ?? "", to: slots.at(-1)?.at.slice(0, 10) ?? "" };
};

/** Reads every case of the companies with its whole timeline, every other record and content, and every mail that was sent. */
export const factsOf = async (lived: Lived): Promise<Facts & { readonly cases: readonly CaseRecord[] }> => {
  const { demo, companies } = lived;
  const { client, table, stack } = demo;
  const settings = tableOrgs(client, table);
  const store = tableRecords(client, table, settings);
  const orgs = new Set<string>(companies.map(({ house }) => house.org));
  const items = await itemsOf(demo);
  const cases: CaseRecord[] = [];
  for (const item of items) {
    const ref = item.sk === "RECORD" ? Ref.safeParse(item).data : undefined;
    const record = ref !== undefined && orgs.has(ref.org) ? await store.load(refOf(ref)) : undefined;
    if (record !== undefined) cases.push(record);
  }
  cases.sort(byName);
  const records = items
    .flatMap(recordOf)
    .filter(({ org }) => orgs.has(org))
    .toSorted(byName);
  return {
    cases,
    records,
    contents: await contentsOf(lived, records),
    units: (await Promise.all([...orgs].map((org) => settings.org(OrgId.parse(org))))).flatMap((org) =>
      Object.values(org?.units ?? {}).flatMap((units) => units.map((body) => ({ org: org?.id ?? "", body }))),
    ),
    now: stack.clock.iso(),
    ...dayspan(lived),
    events: cases.flatMap(({ org, policy, id, timeline }) =>
      timeline.map((body, n) => ({ org, policy: policy.id, id, n, body })),
    ),
    owed: cases.flatMap(({ org, id, outbox }) => outbox.map((body) => ({ org, id, body }))),
    mails: await letters(stack.inboxUrl).all(),
    regulations: companies.map(({ policy: { id } }) => ({ policy: id, body: publishedPolicy(id)?.source })),
  };
};
