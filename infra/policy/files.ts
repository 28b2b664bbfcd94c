import { readdirSync, readFileSync } from "node:fs";
import { accept, type Result, refuse } from "../../shared/kernel/result.ts";
import { Register } from "../../shared/policies/register.ts";
import type { Policy } from "../../shared/policy/policy.ts";
import { isError } from "../../shared/policy/problem.ts";
import { type Read, readPolicy } from "./read.ts";

export const POLICIES = new URL("../../shared/policies/", import.meta.url);

/** The regulations that exist, whether or not they are written down as policies yet. */
export const register = (): Register =>
  Register.parse(JSON.parse(readFileSync(new URL("register.json", POLICIES), "utf8")));

/** The ids of the policy files, in order. */
export const written = (): readonly string[] =>
  readdirSync(POLICIES)
    .filter((name) => name.endsWith(".yaml"))
    .map((name) => name.slice(0, -".yaml".length))
    .sort();

export const sourceOf = (id: string): string => readFileSync(new URL(`${id}.yaml`, POLICIES), "utf8");

export const readWritten = (id: string): Read => readPolicy(sourceOf(id));

/** A written policy by its id, or a sentence that says which there are. */
export const policyNamed = (id: string): Result<Policy, string> => {
  const ids = written();
  if (!ids.includes(id)) return refuse(`there is no policy "${id}"; written are ${ids.join(", ")}`);
  const { policy, problems } = readWritten(id);
  return policy === undefined
    ? refuse(`${id}.yaml does not hold: ${problems.find(isError)?.says ?? "it is empty"} (policy lint says all)`)
    : accept(policy);
};
