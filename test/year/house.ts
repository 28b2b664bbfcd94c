import { companyBy, unitsOf as regulatedUnits } from "../../infra/demo/regulated.ts";
import type { Person } from "../../infra/local/oidc-tokens.ts";
import type { Policy } from "../../shared/policy/policy.ts";
import type { Unit } from "../../shared/report/author.ts";
import type { Stage } from "../functions/life/walk.ts";
import { caller } from "../stack/call.ts";
import { customer } from "../stack/customer.ts";
import { type Staff, staff } from "../stack/staff.ts";

/** A company of the year works by one regulation, so that what happens to it is its own whatever others do beside it. */
const orgOf = ({ prefix }: Policy): string => `year-${prefix.toLowerCase()}`;

/** The departments of a company in which each reports for itself, by the role that they act in. */
const unitsOf = (policy: Policy): Readonly<Record<string, readonly Unit[]>> => regulatedUnits([policy.id]);

/** By which names departments are found at: those that report for themselves, or some of any company. */
export const departmentsOf = (policy: Policy): readonly string[] => {
  const own = Object.values(unitsOf(policy)).flatMap((units) => units.map(({ title }) => title.en));
  return own.length > 0 ? [...new Set(own)] : ["Cleaning", "Security", "Kitchen"];
};

/** Whoever signs in under `<org>.<role>` holds that role there; `everybody` holds all. */
export const peopleOf = (policy: Policy): readonly Person[] => {
  const org = orgOf(policy);
  const roles = policy.roles.map(({ id }) => id);
  const own = Object.values(unitsOf(policy)).flatMap((units) => units.map(({ role }) => role));
  return [
    ...[...roles, ...own].map((role) => ({ sub: `${org}.${role}`, name: role, groups: [`${org}:${role}`] })),
    { sub: `${org}.everybody`, name: "everybody", groups: roles.map((role) => `${org}:${role}`) },
  ];
};

/** The company as it is put into the table; each role has a mailbox. */
export const companyOf = (policy: Policy): unknown => {
  const org = orgOf(policy);
  const own = Object.values(unitsOf(policy)).flatMap((units) => units.map(({ role }) => role));
  const roles = [...policy.roles.map(({ id }) => id), ...own];
  const mailbox = (role: string) => ({ emails: [`${role.toLowerCase()}@${org}.example`], locale: "en" });
  return {
    ...Object(companyBy([policy.id])),
    id: org,
    name: { "zh-CN": policy.title["zh-CN"], en: policy.title.en },
    mailFrom: `service@${org}.example`,
    desks: Object.fromEntries(roles.map((role) => [role, mailbox(role)])),
    administrator: mailbox("it"),
  };
};

/** A token is good for an hour of virtual time; a minute is left for what takes its time. */
const SIGNED_IN_MS = 59 * 60_000;

/** A company on a running stack as those who deal with it meet it. */
export const houseOf = (stack: Stage["stack"] & { readonly url: string }, policy: Policy): Stage => {
  const org = orgOf(policy);
  const ask = caller(stack.url);
  const atWork = new Map<string, { readonly since: number; readonly staff: Staff }>();
  return {
    ask,
    org,
    stack,
    letIn: new Map(),
    photo: customer(ask, org).photo,
    as: (role) => {
      const known = atWork.get(role);
      const now = stack.clock.now();
      if (known !== undefined && now - known.since < SIGNED_IN_MS) return known.staff;
      const fresh = { since: now, staff: staff(ask, org, `${org}.${role}`) };
      atWork.set(role, fresh);
      return fresh.staff;
    },
  };
};
