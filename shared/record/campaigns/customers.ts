import type { Actor } from "../../case/actor.ts";
import type { Refusal } from "../../case/fault.ts";
import type { CellFault } from "../../case/import-columns.ts";
import { actsAs, titles } from "../../case/roles.ts";
import type { OrgId } from "../../kernel/ids.ts";
import { accept, type Result, refuse } from "../../kernel/result.ts";
import { type Masks, maskFor, strictest } from "../../privacy/privacy.ts";
import { personKey } from "../../survey/customer-columns.ts";
import { readCustomers } from "../../survey/customer-file.ts";
import type { Org } from "../org.ts";
import type { CustomerStore } from "./campaigns.ts";
import type { CampaignDeps } from "./change.ts";

type CustomerDeps = Pick<CampaignDeps, "orgs" | "now"> & {
  readonly customers: CustomerStore;
  /** The same for the same person of the company, and a riddle to whoever has no key. */
  readonly customerIdFor: (linkKey: string, person: string) => string;
};
type NotForThem = Refusal | { readonly code: "no-such-org" };
type BadRows = { readonly code: "bad-rows"; readonly faults: readonly CellFault[] };

/** The company, and what of its customers somebody reads masked: by any of the regulations whose surveys they may send. */
type Desk = Org & { readonly masks: Masks };

/** The company, for whoever may ask its customers by any survey of its regulations: they look after the list. */
export const customersDesk = async (
  { orgs }: Pick<CampaignDeps, "orgs">,
  id: OrgId,
  by: Actor,
): Promise<Result<Desk, NotForThem>> => {
  const org = await orgs.org(id);
  if (org === undefined) return refuse({ code: "no-such-org" });
  const policies = await Promise.all(org.policies.map(({ ref }) => orgs.policy(org.id, ref)));
  const askers = policies.map((policy) => ({ policy, roles: policy.surveys.flatMap((survey) => survey.by) }));
  const theirs = askers.filter(({ roles }) => actsAs(by, roles));
  if (theirs.length > 0) return accept({ ...org, masks: strictest(theirs.map(({ policy }) => maskFor(policy, by))) });
  const needs = askers.flatMap(({ policy, roles }) => titles(policy, [...new Set(roles)]));
  return refuse({ code: "not-your-role", needs, rules: [] });
};

/**
 * Takes a company's customers from a file: all of them or none. Whoever is on the list already is written anew, so that
 * the same file again, or one that was cut off, comes to the same.
 */
export const importCustomers = async (
  deps: CustomerDeps,
  asked: {
    readonly org: OrgId;
    readonly by: Actor;
    readonly lines: readonly (readonly string[])[];
    readonly dryRun: boolean;
  },
): Promise<Result<{ readonly rows: number; readonly faults: readonly CellFault[] }, NotForThem | BadRows>> => {
  const found = await customersDesk(deps, asked.org, asked.by);
  if (!found.ok) return found;
  const { people, faults } = readCustomers(asked.lines);
  if (asked.dryRun) return accept({ rows: people.length, faults });
  if (faults.length > 0) return refuse({ code: "bad-rows", faults });
  const { id: org, linkKey } = found.value;
  const listedAt = deps.now();
  await deps.customers.put(
    people.map((one) => ({ ...one, org, id: deps.customerIdFor(linkKey, personKey(one)), listedAt })),
  );
  return accept({ rows: people.length, faults: [] });
};
