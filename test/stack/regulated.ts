import demoCompany from "../../infra/demo/company.json" with { type: "json" };
import type { Demo } from "../../infra/demo/demo.ts";
import type { Person } from "../../infra/local/oidc-tokens.ts";
import { putCompany } from "../../infra/org/company.ts";
import { publishedPolicy } from "../../infra/policy/published.ts";
import { tableOrgs } from "../../shared/aws/orgs.ts";
import { PUBLICATION } from "../fixtures/worlds.ts";

const rolesOf = (policies: readonly string[]): readonly string[] => [
  ...new Set(policies.flatMap((id) => publishedPolicy(id)?.policy.roles.map((role) => role.id) ?? [])),
];

const groupOf = (role: string): string => `${demoCompany.id}:${role}`;

/** Somebody in a role of the house that a regulation need not name. */
const OFFICER = "privacyOfficer";

/**
 * One person for each role of some regulations, who signs in under the role's name, the privacy officer, and `everybody`,
 * who has all the roles of the regulations.
 */
export const peopleOf = (policies: readonly string[]): readonly Person[] => {
  const roles = rolesOf(policies);
  return [
    ...[...new Set([...roles, OFFICER])].map((role) => ({
      sub: role,
      name: `${role} of Riverside`,
      groups: [groupOf(role)],
    })),
    { sub: "everybody", name: "Everybody of Riverside", groups: roles.map(groupOf) },
  ];
};

/** Lets the demo company work by these regulations, the first of which has its form; every role has a mailbox. */
export const workBy = async ({ client, table }: Demo, policies: readonly string[]): Promise<void> => {
  const mailbox = (role: string) => ({ emails: [`${role.toLowerCase()}@demo-doors.example`], locale: "en" as const });
  const desks = Object.fromEntries(rolesOf(policies).map((role) => [role, mailbox(role)]));
  const company = { ...demoCompany, policies, intakePolicy: policies[0], desks };
  await putCompany(tableOrgs(client, table), company, PUBLICATION);
};
