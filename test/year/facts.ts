import type { Mail } from "../../infra/local/mail-store.ts";
import { publishedPolicy } from "../../infra/policy/published.ts";
import { tableOrgs } from "../../shared/aws/orgs.ts";
import { tableRecords } from "../../shared/aws/records.ts";
import { CaseRecord, refOf } from "../../shared/record/record.ts";
import { letters } from "../stack/letters.ts";
import { itemsOf } from "../stack/stack.ts";
import type { Lived } from "./live.ts";

/** What was stored of a year, as it was stored: nothing here is counted or judged. */
export type Facts = {
  readonly now: string;
  readonly events: readonly {
    readonly org: string;
    readonly policy: string;
    readonly id: string;
    readonly n: number;
    readonly body: unknown;
  }[];
  readonly owed: readonly { readonly org: string; readonly id: string; readonly body: unknown }[];
  readonly mails: readonly Mail[];
  readonly regulations: readonly { readonly policy: string; readonly body: unknown }[];
};

const Ref = CaseRecord.pick({ kind: true, org: true, id: true }).loose();

/** Reads every case of the companies with its whole timeline, and every mail that was sent. */
export const factsOf = async ({
  demo,
  companies,
}: Lived): Promise<Facts & { readonly records: readonly CaseRecord[] }> => {
  const { client, table, stack } = demo;
  const store = tableRecords(client, table, tableOrgs(client, table));
  const orgs = new Set<string>(companies.map(({ house }) => house.org));
  const records: CaseRecord[] = [];
  for (const item of await itemsOf(demo)) {
    const ref = item.sk === "RECORD" ? Ref.safeParse(item).data : undefined;
    const record = ref !== undefined && orgs.has(ref.org) ? await store.load(refOf(ref)) : undefined;
    if (record !== undefined) records.push(record);
  }
  records.sort((a, b) => (`${a.org} ${a.id}` < `${b.org} ${b.id}` ? -1 : 1));
  return {
    records,
    now: stack.clock.iso(),
    events: records.flatMap(({ org, policy, id, timeline }) =>
      timeline.map((body, n) => ({ org, policy: policy.id, id, n, body })),
    ),
    owed: records.flatMap(({ org, id, outbox }) => outbox.map((body) => ({ org, id, body }))),
    mails: await letters(stack.inboxUrl).mails(),
    regulations: companies.map(({ policy: { id } }) => ({ policy: id, body: publishedPolicy(id)?.source })),
  };
};
