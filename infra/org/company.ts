import { randomBytes } from "node:crypto";
import * as z from "zod";
import { OrgId } from "../../shared/kernel/ids.ts";
import { Text } from "../../shared/kernel/text.ts";
import { Slug } from "../../shared/policy/terms.ts";
import { Org, type OrgStore, type Publication } from "../../shared/record/org.ts";
import { type Published as Compiled, policyIds, publishedPolicy } from "../policy/published.ts";

/** A company as an engineer writes it down; everything secret or derived is added when it is put into the table. */
const Company = z.strictObject({
  id: OrgId,
  name: Text,
  timeZone: z.string(),
  mailFrom: z.email(),
  /** Policies of `shared/policies` that are published to it. */
  policies: z.array(Slug).min(1),
  intakePolicy: Slug,
  desks: Org.shape.desks,
  administrator: Org.shape.administrator,
  occasions: Org.shape.occasions,
  units: Org.shape.units,
});

type Company = z.infer<typeof Company>;

const compiled = (id: string): Compiled => {
  const found = publishedPolicy(id);
  if (found === undefined) throw new Error(`no policy ${id}; there are: ${policyIds().join(", ")}`);
  return found;
};

type Published = Org["policies"][number];

const publish = async (orgs: OrgStore, org: string, id: string, publication: Publication): Promise<Published> => {
  const { ref, policy, source } = compiled(id);
  if ((await orgs.publish(org, ref, source, publication)) === "different") {
    throw new Error(
      `${id} version ${ref.version} was published to ${org} with another text: give the new one a new version`,
    );
  }
  return { ref, effectiveFrom: policy.effectiveFrom };
};

/** Every mail's role must be somebody's desk, or the mail would never leave. */
const unread = (company: Company): readonly string[] => {
  const roles = company.policies.flatMap((id) => compiled(id).policy.notifications.flatMap(({ to }) => to));
  return [...new Set(roles)].filter((role) => role !== "reporter" && company.desks[role] === undefined);
};

/**
 * Puts a company into the table, or brings it up to date: publishes its policies and keeps the versions that were
 * published before, and the key of its tracking links. @throws Error in a sentence when the file does not fit.
 */
export const putCompany = async (orgs: OrgStore, written: unknown, publication: Publication): Promise<Org> => {
  const company = Company.parse(written);
  const missing = unread(company);
  if (missing.length > 0) throw new Error(`nobody reads the mail of ${missing.join(", ")}: name them under desks`);
  const before = await orgs.org(company.id);
  const current: Published[] = [];
  for (const id of company.policies) current.push(await publish(orgs, company.id, id, publication));
  const older = (before?.policies ?? []).filter(
    ({ ref }) => !current.some((one) => one.ref.id === ref.id && one.ref.version === ref.version),
  );
  const linkKey = before?.linkKey ?? randomBytes(32).toString("base64url");
  const org = Org.parse({ ...company, policies: [...current, ...older], linkKey });
  await orgs.putOrg(org);
  return org;
};
