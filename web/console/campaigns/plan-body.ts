import type * as z from "zod";
import type { PlanBody } from "../../../shared/api/campaigns.ts";
import type { Failure } from "../api/failure.ts";

/** A plan as the API takes it. */
export type Plan = z.input<typeof PlanBody>;

/** What stands in the form. */
export type Typed = {
  /** The regulation and its survey. */
  readonly survey?: string | undefined;
  readonly title?: string | undefined;
  readonly audience?: "customers" | "closedSince" | undefined;
  readonly where?: readonly ({ readonly by?: string | undefined; readonly is?: string | undefined } | undefined)[];
  readonly since?: string | undefined;
  readonly sendOn?: string | undefined;
  readonly remind1?: string | undefined;
  readonly remind2?: string | undefined;
  readonly closesOn?: string | undefined;
};

/** A survey as it is chosen: ids of several regulations may be the same. */
export const choiceOf = (policy: string, survey: string): string => `${policy}/${survey}`;

export const policyIn = ({ survey = "" }: Typed): string => survey.split("/")[0] ?? "";

/** The plan that was typed; what is missing stays empty, and the API names it. */
export const planOf = (typed: Typed): Plan => {
  const { survey = "", title = "", audience, where = [], since = "", sendOn = "", closesOn = "" } = typed;
  const named = where.map((one) => [one?.by?.trim() ?? "", one?.is?.trim() ?? ""] as const);
  return {
    survey: survey.split("/")[1] ?? "",
    title,
    audience:
      audience === "closedSince"
        ? { is: "closedSince", since }
        : { is: "customers", where: Object.fromEntries(named.filter(([by]) => by !== "")) },
    sendOn,
    remindOn: [typed.remind1 ?? "", typed.remind2 ?? ""].filter((day) => day !== ""),
    closesOn,
  };
};

/** A plan as it stands in the form, to be changed. */
export const typedOf = (policy: string, plan: Plan): Typed => {
  const { survey, title, audience, sendOn, remindOn = [], closesOn } = plan;
  return {
    survey: choiceOf(policy, survey),
    title,
    ...(audience.is === "closedSince" ? { audience: audience.is, since: audience.since } : {}),
    ...(audience.is === "customers"
      ? { audience: audience.is, where: Object.entries(audience.where ?? {}).map(([by, is]) => ({ by, is })) }
      : {}),
    sendOn,
    remind1: remindOn[0],
    remind2: remindOn[1],
    closesOn,
  };
};

type At = keyof Typed;

const PLACES: readonly (readonly [start: string, at: (typed: Typed) => At])[] = [
  ["/survey", () => "survey"],
  ["/title", () => "title"],
  ["/audience/since", () => "since"],
  ["/sendOn", () => "sendOn"],
  ["/remindOn/1", ({ remind1 = "" }) => (remind1 === "" ? "remind1" : "remind2")],
  ["/remindOn", ({ remind1 = "" }) => (remind1 === "" ? "remind2" : "remind1")],
  ["/closesOn", () => "closesOn"],
];

/** What the API says of a plan, each at the field of the form that it is about, and what is about none. */
export const faultsAt = (
  { fields }: Failure,
  typed: Typed,
): { readonly at: readonly { readonly name: At; readonly errors: string[] }[]; readonly rest: readonly string[] } => {
  const placed = fields.map(({ path, says }) => ({
    name: PLACES.find(([start]) => path.startsWith(start))?.[1](typed),
    says,
  }));
  return {
    at: placed.flatMap(({ name, says }) => (name === undefined ? [] : [{ name, errors: [says] }])),
    rest: placed.flatMap(({ name, says }) => (name === undefined ? [says] : [])),
  };
};
