import { say } from "../../shared/kernel/text.ts";
import type { Unit } from "../../shared/report/author.ts";
import { reportsOf } from "../../shared/report/due.ts";
import type { Person } from "../local/oidc-tokens.ts";
import { policyIds, publishedPolicy } from "../policy/published.ts";
import demoCompany from "./company.json" with { type: "json" };

/** The demo company may work by any of the regulations. @throws in a sentence that names those there are. */
export const regulations = (asked: readonly string[]): readonly string[] => {
  const unknown = asked.find((id) => publishedPolicy(id) === undefined);
  if (unknown !== undefined) throw new Error(`there is no regulation ${unknown}; there are: ${policyIds().join(", ")}`);
  return asked;
};

const rolesOf = (policies: readonly string[]): readonly string[] => [
  ...new Set(policies.flatMap((id) => publishedPolicy(id)?.policy.roles.map((role) => role.id) ?? [])),
];

const titleOf = (policies: readonly string[], role: string): string =>
  policies.flatMap((id) => publishedPolicy(id)?.policy.roles ?? []).find(({ id }) => id === role)?.title["zh-CN"] ??
  "内勤";

/** Two departments for each role in which every department reports for itself, and a role of its own for each. */
export const unitsOf = (policies: readonly string[]): Readonly<Record<string, readonly Unit[]>> =>
  Object.fromEntries(
    policies
      .flatMap((id) => reportsOf(publishedPolicy(id)?.policy ?? { schedules: [] }))
      .filter(({ duty }) => duty.perUnit)
      .flatMap(({ by }) => by)
      .map((role) => [
        role,
        [
          { id: "north", title: say("北区部", "North department"), role: `${role}North` },
          { id: "south", title: say("南区部", "South department"), role: `${role}South` },
        ],
      ]),
  );

const groupOf = (role: string): string => `${demoCompany.id}:${role}`;

/** Somebody in a role of the house that a regulation need not name. */
const OFFICER = "privacyOfficer";

/**
 * One person for each role of some regulations, who signs in under the role's name, the privacy officer, and `everybody`,
 * who has all the roles of the regulations.
 */
export const peopleOf = (policies: readonly string[]): readonly Person[] => {
  const units = Object.values(unitsOf(policies)).flat();
  const roles = rolesOf(policies);
  if (roles.length === 0) return [];
  return [
    ...[...new Set([...roles, OFFICER])].map((role) => ({
      sub: role,
      name: `${titleOf(policies, role)} (${role})`,
      groups: [groupOf(role)],
    })),
    ...units.map(({ role, title }) => ({ sub: role, name: `${title["zh-CN"]} (${role})`, groups: [groupOf(role)] })),
    { sub: "everybody", name: "Everybody 所有岗位", groups: roles.map(groupOf) },
  ];
};

/** The demo company working by these regulations, the first of which has its form; every role has a mailbox. */
export const companyBy = (policies: readonly string[]): unknown => {
  const mailbox = (role: string) => ({ emails: [`${role.toLowerCase()}@demo-doors.example`], locale: "en" as const });
  const units = unitsOf(policies);
  const own = Object.values(units).flatMap((all) => all.map(({ role }) => role));
  const desks = Object.fromEntries([...rolesOf(policies), ...own].map((role) => [role, mailbox(role)]));
  return { ...demoCompany, policies, intakePolicy: policies[0], desks, units };
};
