import type { CaseView } from "../../../../shared/api/case-view.ts";
import type { Route } from "../../../../shared/api/routes/routes.ts";
import type { Capability } from "../../../../shared/policy/capability.ts";
import type { Policy } from "../../../../shared/policy/policy.ts";

/** Where it is asked, once the thing is there, and who is let in. */
export type There = {
  /** Below the case where it opens without a slash, else below `/v1/{org}`. */
  readonly path: string;
  readonly may: readonly string[];
  /** Roles that may in general, and not here: they did it, or their side did (`same-side`). */
  readonly sameSide?: readonly string[];
};

/** One thing that a route does with one part of a regulation, and the roles that may. */
export type Cell = There & {
  readonly route: Route;
  readonly what: string;
  /** Such that nothing comes of it: whether the caller's role is right is decided first. */
  readonly body?: unknown;
  /** Answers once a case has come so far that there is such a thing. */
  readonly there?: (view: CaseView) => Partial<There> | undefined;
  /** Its address names something that a case must first bring about. */
  readonly must?: true;
  /** Anybody of the company might try: it is asked as strangers to the regulation too. */
  readonly open?: true;
  /** There is no such thing under this regulation: whoever is let in finds nothing. */
  readonly nothing?: true;
};

/** Every role of a company, and those that look after data under one of its regulations at least. */
export type House = { readonly roles: readonly string[]; readonly officers: readonly string[] };

/** What a clean text makes nothing of. */
export const NO_WORDS = "\u0000";

export const holding = ({ roles }: Policy, capability: Capability): readonly string[] =>
  roles.filter(({ may }) => may.includes(capability)).map(({ id }) => id);

/** Who looks after people's data: whom the regulation lets disclose, else the company's privacy officer (COU-11, D-06). */
export const officersOf = ({ privacy }: Policy): readonly string[] => {
  const named = privacy.flatMap(({ disclosure }) => (disclosure === undefined ? [] : [disclosure.by]));
  return named.length > 0 ? named : ["privacyOfficer"];
};

export const readersOf = (policy: Policy): readonly string[] => [...holding(policy, "read"), ...officersOf(policy)];

/** The roles that take one of these steps. */
export const takersOf = ({ workflow }: Policy, steps: readonly string[]): readonly string[] =>
  (workflow?.steps ?? []).filter(({ id }) => steps.includes(id)).flatMap(({ by }) => by);

/** There once the case offers this act for this, and where it says. */
export const offered =
  (act: string, of: (of: string) => boolean) =>
  ({ acts }: CaseView): { readonly path: string; readonly of: string } | undefined =>
    acts.find((one) => one.act === act && one.allowed && of(one.of));

export const being =
  (id: string) =>
  (of: string): boolean =>
    of === id;

/** `improvement-1` of the rule `improvement`. */
export const nth =
  (rule: string) =>
  (of: string): boolean =>
    of.slice(0, of.lastIndexOf("-")) === rule;
