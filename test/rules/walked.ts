import { publishedPolicy } from "../../infra/policy/published.ts";
import { tableOrgs } from "../../shared/aws/orgs.ts";
import { tableRecords } from "../../shared/aws/records.ts";
import { CaseRecord, refOf } from "../../shared/record/record.ts";
import type { TestStack } from "../stack/stack.ts";
import { enacted } from "./enacted.ts";
import committed from "./walked.generated.json" with { type: "json" };
import type { Walk } from "./walks.ts";

/** What was at work of each regulation in the cases of a walk: names of carriers in order, by the regulation's id. */
export type Met = Readonly<Record<string, readonly string[]>>;

/** By the file of the walk's test. */
export type Walked = Readonly<Record<string, { readonly title: string; readonly met: Met }>>;

const Ref = CaseRecord.pick({ kind: true, org: true, id: true }).loose();

/** Lets what was led lie as long as the walk says and the mails leave that are owed, and reads every case of the stack. */
export const metBy = async ({ until }: Walk, demo: TestStack): Promise<Met> => {
  if (until !== undefined) await demo.until(until);
  await demo.pass("3 minutes");
  const { client, table } = demo.demo;
  const records = tableRecords(client, table, tableOrgs(client, table));
  const found = new Map<string, Set<string>>();
  for (const item of await demo.items()) {
    const ref = item.sk === "RECORD" ? Ref.safeParse(item).data : undefined;
    const record = ref && (await records.load(refOf(ref)));
    const policy = record && publishedPolicy(record.policy.id)?.policy;
    if (record === undefined || policy === undefined) continue;
    found.set(policy.id, new Set([...(found.get(policy.id) ?? []), ...enacted(policy, record)]));
  }
  return Object.fromEntries([...found].map(([id, names]) => [id, [...names].sort()] as const).sort());
};

/** What `walked.generated.json` says that a walk meets and this one has not. */
export const unmet = ({ file }: Walk, met: Met): readonly string[] => {
  const all: Walked = committed;
  return Object.entries(all[file]?.met ?? {}).flatMap(([id, names]) =>
    names.filter((name) => !met[id]?.includes(name)).map((name) => `${id}: ${name}`),
  );
};
